package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.cost.Invoice;
import org.swarmload.scenario.Scenario;
import org.swarmload.yaml.ScenarioReader;

/** From a scenario's machines and contracts to the bill of simulated nights. */
class PricingTest {

    /** The background that takes an edge's capacity is the month that the event is billed on top of. */
    @Test
    void shouldBillOnTopOfTheBackgroundOfTheEdges() {
        Scenario scenario = read(
                "deliveries.cdn.edges.east.background={flat: 1Gbps}",
                "costs.edges.tariff={title: Ours, source: us, as-of: \"2026\", tiers: [{up-to: 324000, price: 0.1}, {price: 0.01}]}");

        Invoice invoice = Pricing.of(scenario, "cdn").invoice(List.of(Runs.run("cdn", 0)));

        // 1 Gbps for 30 days is 324 TB, which is the first tier.
        assertThat(invoice.monthWithout()).isEqualByComparingTo("32400.00");
        assertThat(invoice.lines().stream().filter(line -> line.payer().equals("edges")))
                .hasSize(2)
                .first()
                .satisfies(line -> assertThat(line.amount()).isEqualByComparingTo("0"));
    }

    /** A step of a background is written in hours after the unlock, a ledger begins with the model: 15 minutes earlier. */
    @Test
    void shouldCountStepsOfTheBackgroundFromTheUnlock() {
        Scenario scenario = read(
                "deliveries.cdn.edges.east.background={series: [[0s, 1Gbps], [5min, 0bps]]}",
                "costs.edges.tariff={title: Ours, source: us, as-of: \"2026\", peak-port: {per-mbps: 1}}");

        Invoice.Line line = Pricing.of(scenario, "cdn").invoice(List.of(Runs.run("cdn", 0))).lines().stream()
                .filter(one -> one.payer().equals("edges"))
                .findFirst()
                .orElseThrow();

        // One whole sample: the unlock is 3 bins after the model's beginning.
        assertThat(line.without()).isEqualByComparingTo("1000");
    }

    /** Six hours of the machines that the delivery has; a delivery with another number of them pays for that. */
    @Test
    void shouldRentTheMachinesOfTheDelivery() {
        Scenario scenario = read("costs.origin={tariff: [aws-c5n-18xlarge, aws-egress-us], rented: 6h}");

        assertThat(rented(scenario, "client-server")).isEqualByComparingTo("12");
        assertThat(rented(scenario, "cdn")).isEqualByComparingTo("6");
    }

    private static java.math.BigDecimal rented(Scenario scenario, String delivery) {
        return Pricing.of(scenario, delivery).invoice(List.of()).lines().stream()
                .filter(line -> line.meter().equals("servers rented"))
                .findFirst()
                .orElseThrow()
                .quantity();
    }

    /** Every delivery passes the same door and pays for it: 180 calls a second, and 10 servers of 80 ms are 125. */
    @Test
    void shouldBillTheFrontDoorToEveryDelivery() {
        String list = "{tariff: {title: Door, source: us, as-of: \"2026\", capacity: {price: 2, per: 1/s}}}";
        Scenario scenario = read("costs.front-door={login: " + list + ", licence: " + list + "}");

        for (String delivery : scenario.deliveries().keySet()) {
            assertThat(Pricing.of(scenario, delivery).invoice(List.of()).lines())
                    .filteredOn(line -> line.payer().startsWith("front-door"))
                    .extracting(line -> line.payer() + " " + line.quantity().toPlainString())
                    .as(delivery)
                    .containsExactly("front-door login 180", "front-door licence 125");
        }
    }

    /** What a pool can send is what the delivery has: two servers of 8 Gbps here, one of 10 Gbps there. */
    @Test
    void shouldBillTheUplinkOfTheDelivery() {
        Scenario scenario = read("costs.origin={tariff: [aws-egress-us, {title: Port, source: us, as-of: \"2026\", "
                + "capacity: {price: 120, per: 1Gbps}}]}");

        assertThat(ordered(scenario, "client-server")).isEqualByComparingTo("16");
        assertThat(ordered(scenario, "cdn")).isEqualByComparingTo("10");
    }

    private static java.math.BigDecimal ordered(Scenario scenario, String delivery) {
        return Pricing.of(scenario, delivery).invoice(List.of()).lines().stream()
                .filter(line -> line.meter().equals("capacity ordered"))
                .findFirst()
                .orElseThrow()
                .quantity();
    }

    /** A failed start is worth what the planner says, beside the bill. */
    @Test
    void shouldKeepExpectedLossOutOfTheBill() {
        Scenario plain = ScenarioReader.read("premiere-night");
        Scenario worth = read("value={failed-start: 2.50 USD}");
        var runs = List.of(Runs.run("cdn", 0), Runs.run("cdn", 1));

        StudyResult.ExpectedLoss loss = study(worth, runs);

        assertThat(study(plain, runs)).isNull();
        double failed = runs.stream()
                .mapToLong(run -> run.outcomes().startFailures())
                .average()
                .orElseThrow();
        assertThat(failed).isPositive();
        assertThat(loss.amount().doubleValue()).isEqualTo(failed * 2.5);
        assertThat(Pricing.of(worth, "cdn").invoice(runs))
                .isEqualTo(Pricing.of(plain, "cdn").invoice(runs));
    }

    /** What a failed start is worth may be unknown: then each night has its own worth. */
    @Test
    void shouldCountTheLossOfEachNightByItself() {
        Scenario worth = read("value={failed-start: 2.50 USD}", "unknowns={value.failed-start: {uniform: [1, 9]}}");
        var runs = List.of(Runs.run("cdn", 0), Runs.run("cdn", 1));
        double lost = 0;
        for (var run : runs) {
            lost += run.outcomes().startFailures()
                    * worth.nights()
                            .unknowns()
                            .get(0)
                            .draw(worth.seed(), run.replication())
                            .value();
        }

        assertThat(study(worth, runs).amount().doubleValue()).isCloseTo(lost / 2, within(0.01));
    }

    private static StudyResult.ExpectedLoss study(Scenario scenario, List<org.swarmload.sim.result.RunResult> runs) {
        StudyResult.DeliveryResult delivery =
                new StudyResult.DeliveryResult("cdn", runs, java.util.Map.of(), List.of(), null);
        return new StudyResult(scenario, "", 2, List.of(delivery), List.of(), 0, false, null).expectedLoss(delivery);
    }

    private static Scenario read(String... sets) {
        return ScenarioReader.read("premiere-night", List.of(), List.of(sets));
    }
}
