package org.swarmload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.swarmload.SourceTree;

/** Every command that simulates, on a scenario whose nights differ in what is unknown. */
class UnknownNightsIT extends CommandTest {
    private static final String NIGHTS = SourceTree.root()
            .resolve("scenarios/src/test/resources/forty-nights.yaml")
            .toString();

    @TempDir
    Path place;

    private String folder(String name) {
        return place.resolve(name).toString();
    }

    private JsonNode json(String folder, String file) throws IOException {
        return new ObjectMapper().readTree(place.resolve(folder).resolve(file).toFile());
    }

    @Test
    void shouldSayOnHowManyNightsPromisesHoldAndReproduceThem() throws IOException {
        int code = run("run", NIGHTS, "--out", folder("a"), "--quiet");
        assertThat(code).as("the mean meets both objectives" + err).isZero();
        assertThat(out.toString())
                .contains("Over what is unknown:\n  server holds on 23 of 40 nights (41 to 73 of 100), costs ")
                .contains("\n  hybrid holds on 33 of 40 nights (67 to 93 of 100), costs ");
        JsonNode hybrid = json("a", "summary.json").at("/deliveries/hybrid");
        assertThat(hybrid.at("/nights/n").intValue()).isEqualTo(40);
        assertThat(hybrid.at("/nights/held").intValue()).isEqualTo(33);
        assertThat(hybrid.at("/nights/missed")).hasSize(7);
        assertThat(hybrid.at("/nights/low").doubleValue()).isBetween(0.672, 0.673);
        JsonNode cost = hybrid.at("/metrics/cost");
        assertThat(cost.get("mean").doubleValue())
                .isBetween(
                        cost.get("range10").doubleValue(), cost.get("range90").doubleValue());
        assertThat(hybrid.at("/metrics/startup-time/p95Range90").doubleValue())
                .as("one night in ten misses what the mean keeps")
                .isGreaterThan(8);

        List<String> drawn = Files.readAllLines(place.resolve("a/unknowns.csv"));
        assertThat(drawn).hasSize(41);
        assertThat(drawn.get(0))
                .isEqualTo(
                        "replication,audience.viewers.times,audience.access.cable.up.times,"
                                + "deliveries.hybrid.swarm.reachable,costs.origin.tariff.tiers.0.price,server.holds,hybrid.holds");
        assertThat(drawn.stream().filter(line -> line.endsWith(",true"))).hasSize(33);
        assertThat(json("a", "summary.json")
                        .get("unknowns")
                        .get("audience.viewers")
                        .get("drawn"))
                .hasSize(40);

        assertThat(run("verify", folder("a"), "--threads", "1", "--quiet")).isZero();
        assertThat(out.toString()).contains("reproduced: digest ");
    }

    @Test
    void shouldSayWhatIsUnknownBeforeTheRun() {
        assertThat(run("run", NIGHTS, "--dry-run")).isZero();
        assertThat(out.toString())
                .contains("unknown       audience.viewers 0.800 to 1.36 times what is written on 8 of 10 nights\n")
                .contains("              costs.origin.tariff.tiers.0.price 6.00 to 14.0 on 8 of 10 nights\n");
    }

    @Test
    void shouldPutTheNightsOnPageOne() throws IOException {
        run("run", NIGHTS, "--out", folder("a"), "--quiet");
        String page = Files.readString(place.resolve("a/report.html"));
        String one = page.substring(page.indexOf("page-one"), page.indexOf("</main>"));
        assertThat(one)
                .contains(
                        "Delivery by hybrid holds on 33 of 40 nights (67 to 93 of 100). On average over them it meets "
                                + "both objectives")
                .contains("5.75 to 12.19 USD on 8 of 10 nights")
                .contains("Nights on which hybrid fails have above all more of audience.viewers: ")
                .doesNotContain("95 %");
        assertThat(page.substring(page.indexOf(">Method<"))).contains("half of the 95 % interval", "Clopper");
    }

    @Test
    void shouldSweepAndCompareOnTheSameNights() throws IOException {
        String[] few = {"--replications", "6", "--quiet"};
        assertThat(run(
                        "sweep",
                        NIGHTS,
                        "--vary",
                        "deliveries.hybrid.origin.uplink=90Mbps,130Mbps",
                        few[0],
                        few[1],
                        few[2],
                        "--out",
                        folder("s")))
                .as(err.toString())
                .isZero();
        JsonNode points = json("s", "sweep.json").get("points");
        assertThat(points).hasSize(2);
        assertThat(points.get(1).at("/deliveries/hybrid/nights/held").intValue())
                .as("more capacity holds on more nights")
                .isGreaterThan(
                        points.get(0).at("/deliveries/hybrid/nights/held").intValue());
        assertThat(out.toString()).contains(" of 6 nights");
        JsonNode server = points.get(0).at("/deliveries/server/runs");
        assertThat(server.findValuesAsText("digest"))
                .as("what does not vary is the same, night by night")
                .hasSize(6)
                .doesNotHaveDuplicates()
                .isEqualTo(points.get(1).at("/deliveries/server/runs").findValuesAsText("digest"));

        run("run", NIGHTS, "--set", "run.replications=6", "--out", folder("a"), "--quiet", "--no-report");
        run(
                "run",
                NIGHTS,
                "--set",
                "run.replications=6",
                "--set",
                "deliveries.hybrid.origin.uplink=90Mbps",
                "--out",
                folder("b"),
                "--quiet",
                "--no-report");
        assertThat(json("b", "summary.json").at("/deliveries/hybrid/runs").findValuesAsText("digest"))
                .isEqualTo(points.get(0).at("/deliveries/hybrid/runs").findValuesAsText("digest"));
        assertThat(run("compare", folder("a"), folder("b"))).as(err.toString()).isZero();
    }

    @Test
    void shouldComparePickersOnTheSameNights() throws IOException {
        assertThat(run(
                        "pickers",
                        NIGHTS,
                        "--deliveries",
                        "hybrid",
                        "--pickers",
                        "window,sequential",
                        "--replications",
                        "3",
                        "--out",
                        folder("p"),
                        "--quiet"))
                .as(err.toString())
                .isZero();
        assertThat(json("p", "summary.json").get("kind").asText()).isEqualTo("pickers");
    }

    /** What is paid used or not costs the same on every night. */
    @Test
    void shouldNotMakeARangeOfOneCost() {
        run(
                List.of("run", NIGHTS, "--set", "run.replications=6", "--quiet", "--no-report"),
                "--set",
                "costs={origin: {tariff: {title: Ready, source: test, as-of: '2026-01', tiers: [{price: 0}], capacity: {price: "
                        + "10, per: 10Mbps}}}}",
                "--set",
                "unknowns.costs.origin.tariff.tiers.0.price=!remove",
                "--deliveries",
                "server",
                "--out",
                folder("a"));
        assertThat(out.toString()).as(err.toString()).contains("costs 220.00 USD on 8 of 10 nights");
    }

    @Test
    void shouldSayBeforehandOnHowManyNightsAnOrderHasToHold() {
        String plan = SourceTree.root()
                .resolve("scenarios/src/test/resources/small-plan.yaml")
                .toString();
        run(
                List.of("plan", plan, "--dry-run"),
                "--set",
                "unknowns={audience.viewers: {times: {uniform: [0.8, 1.2]}}}",
                "--set",
                "plan.hold=90%");
        assertThat(out.toString())
                .as(err.toString())
                .contains(
                        "unknown       audience.viewers 0.840 to 1.16 times what is written on 8 of 10 nights",
                        "nights        40 for each order; it has to hold on 90.0 % of them");
    }

    /** A night has as many people as it drew: that is no small crowd, and what is said of its people is of them. */
    @Test
    void shouldNotTakeADrawForASmallCrowd() throws IOException {
        String plan = SourceTree.root()
                .resolve("scenarios/src/test/resources/small-plan.yaml")
                .toString();
        run(
                List.of("plan", plan, "--quiet", "--out", folder("p")),
                "--set",
                "unknowns={audience.viewers: {times: {uniform: [0.7, 0.9]}}}",
                "--set",
                "plan={nights: 10, order: {edges.east.capacity: {from: 300Mbps, to: 500Mbps, step: 100Mbps}}}");
        String page = Files.readString(Path.of(folder("p"), "report.html"));
        assertThat(page).contains("Edge east, lost all night: ").doesNotContain("small crowd", "(crowd of ");
        JsonNode written = new ObjectMapper()
                .readTree(Path.of(folder("p"), "summary.json").toFile())
                .at("/written/0");
        assertThat(written.get("viewers").asInt())
                .isEqualTo(written.at("/metrics/viewers").asInt())
                .isBetween(270, 370);
    }
}
