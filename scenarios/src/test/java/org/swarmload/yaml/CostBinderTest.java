package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.cost.Contract;
import org.swarmload.cost.Meter;
import org.swarmload.cost.Tariff;
import org.swarmload.scenario.Scenario;

/** What a planner may write below {@code costs:}, and what is said of slips. */
class CostBinderTest {
    private static final String OWN = "title: Ours, source: contract, as-of: \"2026-01\", ";

    @TempDir
    Path folder;

    @Test
    void shouldReadEveryMeter() {
        Tariff edges = only(read("costs.edges.tariff={" + OWN + "unit: GiB, minimum-per-month: 50, "
                        + "commit: {volume: 1000, price: 0.006, overage: 0.0075}, per-10k-requests: 0.01, "
                        + "per-1000-minutes: 1.00, per-event: 300, per-month: 35}")
                .costs()
                .contracts()
                .payers()
                .get("edges"));
        Tariff rate = only(read("costs.edges.tariff={" + OWN
                        + "percentile-95: {commit: 20Gbps, per-mbps: 0.5, burst-per-mbps: 0.75}}")
                .costs()
                .contracts()
                .payers()
                .get("edges"));
        Tariff port = only(read("costs.edges.tariff={" + OWN + "peak-port: {per-mbps: 1.5}}")
                .costs()
                .contracts()
                .payers()
                .get("edges"));
        Tariff vendor = only(read("costs.peers.tariff={" + OWN + "per-viewer-hour: 0.002}")
                .costs()
                .contracts()
                .payers()
                .get("peers"));

        assertThat(edges.meters())
                .extracting(meter -> meter.getClass().getSimpleName())
                .containsExactly("Commit", "Requests", "Minutes", "PerEvent", "PerMonth");
        assertThat(edges.minimumPerMonth()).isEqualByComparingTo("50");
        Meter.Percentile percentile = (Meter.Percentile) rate.meters().get(0);
        assertThat(percentile.commitMbps()).isEqualByComparingTo("20000");
        assertThat(percentile.burst()).isEqualByComparingTo("0.75");
        assertThat(((Meter.PeakPort) port.meters().get(0)).commitMbps()).isEqualByComparingTo("0");
        assertThat(((Meter.ViewerHours) vendor.meters().get(0)).price()).isEqualByComparingTo("0.002");
    }

    @Test
    void shouldReadSeveralListsRegionsRentAndWorth() {
        Scenario scenario = read(
                "costs.origin={tariff: [aws-c5n-18xlarge, aws-egress-us], rented: 90min}",
                "costs.edges={tariff: cloudfront-list, region: {west: japan}}",
                "costs.relay={tariff: turn-twilio, region: asia, share: 5%}",
                "costs.tracker={tariff: tracker-wt, rented: 6h}",
                "costs.month-days=31",
                "value={failed-start: 2.50 USD}");

        Contract origin = scenario.costs().contracts().payers().get("origin");
        assertThat(origin.tariffs()).extracting(Tariff::id).containsExactly("aws-c5n-18xlarge", "aws-egress-us");
        assertThat(origin.rentedHours()).isEqualByComparingTo("1.5");
        assertThat(scenario.costs().contracts().payers().get("edges").regionOf())
                .containsOnlyKeys("west")
                .containsValue("japan");
        assertThat(scenario.costs().contracts().payers().get("relay").share()).isEqualByComparingTo("0.05");
        assertThat(scenario.costs().contracts().days()).isEqualTo(31);
        assertThat(scenario.costs().failedStart()).isEqualByComparingTo("2.50");
    }

    @Test
    void shouldReadWhatIsOrderedAndWhatIsAgreed() {
        Scenario scenario = read(
                "costs.edges={tariff: [cloudfront-list, {" + OWN
                        + "capacity: {price: 120, per: 1Gbps}}], discount: 60%}",
                "costs.front-door.login={tariff: {" + OWN + "capacity: {price: 2.5, per: 10/s}}, discount: 12.5%}",
                "costs.front-door.licence={tariff: {" + OWN + "per-server: 15}}");

        Contract edges = scenario.costs().contracts().payers().get("edges");
        Contract login = scenario.costs().contracts().payers().get("front-door login");
        assertThat(edges.discount()).isEqualByComparingTo("0.6");
        assertThat(edges.tariffs().get(1).meters())
                .containsExactly(
                        new Meter.Capacity(Meter.Order.UPLINK, new BigDecimal("120"), new BigDecimal("1.0E9")));
        assertThat(login.discount()).isEqualByComparingTo("0.125");
        assertThat(login.tariffs().get(0).meters())
                .containsExactly(new Meter.Capacity(Meter.Order.CALLS, new BigDecimal("2.5"), new BigDecimal("10.0")));
        assertThat(only(scenario.costs().contracts().payers().get("front-door licence"))
                        .meters())
                .containsExactly(new Meter.PerServer(new BigDecimal("15")));
    }

    /** A list of the folder may be a service's, too. */
    @Test
    void shouldReadAServicesListFromTheScenariosFolder() throws IOException {
        write("door.yaml", "title: Door", "source: us", "as-of: \"2026-01\"", "capacity: {price: 2, per: 1/s}");
        Path file = write(
                "night.yaml",
                "schema: 1",
                "extends: premiere-night",
                "costs: {front-door: {login: {tariff: door.yaml}}}");

        assertThat(only(ScenarioReader.read(file.toString())
                                .costs()
                                .contracts()
                                .payers()
                                .get("front-door login"))
                        .id())
                .isEqualTo("door");
    }

    @Test
    void shouldReadASecondCdn() {
        Scenario scenario = read("costs.cdns={second: {edges: [west], tariff: fastly-list, region: na-eu}}");

        assertThat(scenario.costs().contracts().cdns().get("second").edges()).containsExactly("west");
        assertThat(scenario.costs().contracts().all()).containsKey("edges of second");
    }

    /** The effective scenario needs no other file, and is the same scenario. */
    @Test
    void shouldReadAListFromTheScenariosFolder() throws IOException {
        write("our-cdn.yaml", "title: Ours", "source: contract", "as-of: \"2026-01\"", "tiers: [{price: 0.005}]");
        Path file =
                write("night.yaml", "schema: 1", "extends: premiere-night", "costs: {edges: {tariff: our-cdn.yaml}}");

        Scenario scenario = ScenarioReader.read(file.toString());
        Scenario again = ScenarioReader.readText("effective.yaml", scenario.effectiveYaml());

        assertThat(only(scenario.costs().contracts().payers().get("edges")).id())
                .isEqualTo("our-cdn");
        assertThat(again.costs()).isEqualTo(scenario.costs());
    }

    @Test
    void shouldLocateAProblemInAListOfTheFolder() throws IOException {
        write("our-cdn.yaml", "title: Ours", "source: contract", "as-of: \"2026-01\"", "teirs: [{price: 0.005}]");
        Path file =
                write("night.yaml", "schema: 1", "extends: premiere-night", "costs: {edges: {tariff: our-cdn.yaml}}");

        assertThatThrownBy(() -> ScenarioReader.read(file.toString()))
                .hasMessageContaining("our-cdn.yaml:4:1")
                .hasMessageContaining("Maybe you meant tiers.");
    }

    @Test
    void shouldNotReadAListOutsideTheFolder() throws IOException {
        Path file = write(
                "night.yaml", "schema: 1", "extends: premiere-night", "costs: {edges: {tariff: ../our-cdn.yaml}}");

        assertThatThrownBy(() -> ScenarioReader.read(file.toString()))
                .hasMessageContaining("night.yaml:3:25")
                .hasMessageContaining("lies outside the scenario's folder");
    }

    /** Each slip with what is said of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "costs.edges.tariff=cloudfront-lst | Maybe you meant cloudfront-list.",
                "costs.edges.tariff=our-cdn.yaml | Maybe name the file in the scenario",
                "costs.edges.tariff=[] | Name at least one tariff.",
                "costs.edges.region=jpan | 'jpan' is no region of cloudfront-list.",
                "costs.edges.region={eest: japan} | is an edge of no delivery.",
                "costs.origin.region=japan | aws-egress-us has no price regions.",
                "costs.edges.rented=6h | Nothing here is billed by the hour.",
                "costs.origin.tariff=aws-c5n-18xlarge | for how long are the machines rented?",
                "costs.edges.tariff=aws-c5n-18xlarge | bills servers by the hour: that is no tariff for edges.",
                "costs.origin={tariff: aws-c6in-large, rented: 6h} | A machine of aws-c6in-large sends at most 5Gbps to the "
                        + "internet; cdn wants 10Gbps from each.",
                "costs.edges.tariff=vendor-share-of-cdn | A share of the CDN's price is a tariff for peers.",
                "costs.fixed={tariff: fastly-list} | bills bytes or their rate: that is no tariff for fixed.",
                "costs.tracker={tariff: cloudfront-list} | that is no tariff for tracker.",
                "costs.relay={tariff: turn-cloudflare} | share",
                "costs.cdns={second: {tariff: fastly-list}} | is missing: which edges are its own?",
                "costs.cdns={second: {edges: [weest], tariff: fastly-list}} | is an edge of no delivery.",
                "costs.cdns={a: {edges: [west], tariff: fastly-list}, b: {edges: [west], tariff: fastly-list}} "
                        + "| The edge west belongs to a CDN already.",
                "costs.edges.tariff={title: a, source: b, as-of: c, tiers: [{prise: 1}]} | Maybe you meant price.",
                "costs.edges.tariff={title: a, source: b, as-of: c, tiers: [{up-to: 5, price: 1}]} | the last has none",
                "costs.edges.tariff={title: a, source: b, as-of: c, tiers: [{up-to: 5, price: 2}, {up-to: 5, price: 2}, "
                        + "{price: 1}]} | Tiers must rise.",
                "costs.edges.discount=120% | from 0% to 100%",
                "costs.edges.discount=60 | has no unit",
                "costs.edges.discuont=60% | Maybe you meant discount.",
                "costs.edges.tariff={title: a, source: b, as-of: c, capacity: {price: 1, per: 1/s}} "
                        + "| Servers have an uplink: capacity: {price: 120, per: 1Gbps}.",
                "costs.edges.tariff={title: a, source: b, as-of: c, capacity: {price: 1, per: 1}} | has no unit",
                "costs.edges.tariff={title: a, source: b, as-of: c, capacity: {price: 1}} | per: 1Gbps, or 1/s of a service",
                "costs.edges.tariff={title: a, source: b, as-of: c, capacity: {per: 1Gbps}} | price",
                "costs.edges.tariff={title: a, source: b, as-of: c, per-server: 1} | bills servers: that is no tariff for edges.",
                "costs.peers.tariff={title: a, source: b, as-of: c, capacity: {price: 1, per: 1Gbps}} "
                        + "| Capacity is ordered of origin, shield, edges, seeds and of the front-door.",
                "costs.front-door={tariff: cloudfront-list} | is no service of the front-door.",
                "costs.front-door.logni={tariff: cloudfront-list} | Maybe you meant login.",
                "costs.front-door.login={tariff: cloudfront-list} | that is no tariff for front-door.",
                "costs.front-door.login={tariff: {title: a, source: b, as-of: c, capacity: {price: 1, per: 1Gbps}}} "
                        + "| A service answers calls: capacity: {price: 2, per: 1/s}.",
                "costs.front-door.login={tariff: {title: a, source: b, as-of: c, per-server: 15}} | login has none.",
                "costs.front-door.licence={tariff: aws-c6in-large} | for how long are the machines rented?",
                "costs.month-days=27 | from 28 to 31",
                "value={failed-start: 2 EUR} | '2 EUR' is no amount in USD.",
                "value={failed-strat: 2} | Maybe you meant failed-start.",
                "costs.edges.tariff={title: a, source: b, as-of: c, currency: EUR, tiers: [{price: 1}]} | One currency",
                "costs.edges.tariff={title: a, source: b, as-of: c, commit: {price: 1}} | volume",
                "costs.edges.tariff={title: a, source: b, as-of: c, percentile-95: {commit: 5, per-mbps: 1}} | has no unit",
                "costs.edges.tariff={title: a, source: b, as-of: c, tiers: [{price: 1}], commit: {volume: 1, price: 1}} "
                        + "| Bytes are billed once",
                "costs.edges.tariff={title: a, source: b, as-of: c, default-region: x, tiers: [{price: 1}]} "
                        + "| This list has no regions.",
                "costs.edges.tariff={title: a, source: b, as-of: c, regions: {eu: {}}} | What does this region cost?",
                "costs.edges.tariff={title: a, source: b, as-of: c} | What does a GB cost?",
            })
    void shouldSayWhatIsWrong(String slip) {
        String[] parts = slip.split(" \\| ");

        assertThatThrownBy(() -> read(parts[0]))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        e -> assertThat(e.problems())
                                .as("one mistake, one message")
                                .hasSize(1))
                .hasMessageContaining(parts[1]);
    }

    /** Places are not answered, and so not billed by what is answered. */
    @Test
    void shouldNotBillCallsOfAServiceThatOnlyLimitsSessions() {
        assertThatThrownBy(() -> read(
                        "front-door=[{places: {sessions: 500}}]",
                        "costs.front-door.places={tariff: {" + OWN + "capacity: {price: 2, per: 1/s}}}"))
                .hasMessageContaining("places limits sessions only");
    }

    /** A file has no minutes. */
    @Test
    void shouldNotBillMinutesOfAFile() {
        assertThatThrownBy(() -> ScenarioReader.read(
                        "file-release", List.of(), List.of("costs={edges: {tariff: cloudflare-stream}}")))
                .hasMessageContaining("a file has none");
    }

    private static Scenario read(String... sets) {
        return ScenarioReader.read("premiere-night", List.of(), Arrays.asList(sets));
    }

    private static Tariff only(Contract contract) {
        assertThat(contract.tariffs()).hasSize(1);
        return contract.tariffs().get(0);
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }
}
