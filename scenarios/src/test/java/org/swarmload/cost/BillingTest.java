package org.swarmload.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult.LedgerLine;
import org.swarmload.yaml.ScenarioReader;

class BillingTest {
    private static final long GIB = 1L << 30;

    private final Scenario scenario = ScenarioReader.read("premiere-night");
    private final Map<String, Tariff> tariffs = scenario.costs().tariffs();

    @Test
    void shouldDrawUpNoBillWhenAPayerHasNoTariff() {
        var ledger = List.of(
                new LedgerLine(0, "edge:east", 1_000_000_000_000L, 1), new LedgerLine(0, "origin", 1_000_000_000L, 1));
        Map<String, Tariff> edgesOnly = Map.of("edges", tariffs.get("edges"));

        assertThat(Billing.covers(edgesOnly, List.of(ledger))).isFalse();
        assertThat(Billing.price(edgesOnly, List.of(ledger)).lines()).isEmpty();
        assertThat(Billing.covers(tariffs, List.of(ledger))).isTrue();
    }

    /** Worked by hand from the published tiers. */
    @ParameterizedTest
    @CsvSource({
        "1024, 87.04",
        "10240, 870.40",
        "10241, 870.48",
        "51200, 4147.20",
        "153600, 10291.20",
        "512000, 24627.20",
        "1048576, 40724.48",
        "5242880, 145582.08",
        "6000000, 160724.48",
    })
    void shouldBillCloudFrontByTiers(long gib, BigDecimal dollars) {
        assertThat(bill("edges", "edge:east", gib).total()).isEqualByComparingTo(dollars);
    }

    @ParameterizedTest
    @CsvSource({"5151378, 143295", "12363307, 287991"})
    void shouldBillARecordNight(long gib, BigDecimal dollars) {
        assertThat(bill("edges", "edge:east", gib).total().setScale(0, RoundingMode.HALF_UP))
                .isEqualByComparingTo(dollars);
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "1024, 83.16", "10240, 912.60", "51200, 4394.20", "153600, 11562.20", "1048576, 56311.00"})
    void shouldBillServersByTiers(long gib, BigDecimal dollars) {
        assertThat(bill("origin", "origin", gib).total()).isEqualByComparingTo(dollars);
    }

    @Test
    void shouldShowOneLinePerTierThatAReaderCanCheck() {
        List<Invoice.Line> lines = bill("edges", "edge:east", 10_241).lines();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).meter()).isEqualTo("bytes sent, 10240 to 51200 GiB");
        assertThat(lines.get(1).quantity()).isEqualByComparingTo("1");
        assertThat(lines)
                .allSatisfy(l ->
                        assertThat(l.amount()).isEqualByComparingTo(l.quantity().multiply(l.unitPrice())));
    }

    @Test
    void shouldLetEdgesClimbTheTiersTogether() {
        List<LedgerLine> ledger = List.of(
                new LedgerLine(0, "edge:east", 6_000 * GIB, 0),
                new LedgerLine(0, "edge:west", 3_000 * GIB, 0),
                new LedgerLine(300_000_000, "edge:west", 1_241 * GIB, 0));

        assertThat(Billing.price(tariffs, List.of(ledger)).total()).isEqualByComparingTo("870.48");
    }

    @Test
    void shouldBillRequests() {
        List<LedgerLine> ledger = List.of(new LedgerLine(0, "edge:east", 0, 25_000_000));

        assertThat(Billing.price(tariffs, List.of(ledger)).total()).isEqualByComparingTo("25.00");
    }

    @Test
    void shouldBillTheMeanReplication() {
        List<LedgerLine> small = List.of(new LedgerLine(0, "origin", 900 * GIB, 0));
        List<LedgerLine> large = List.of(new LedgerLine(0, "origin", 1_148 * GIB, 0));

        assertThat(Billing.price(tariffs, List.of(small, large)).total()).isEqualByComparingTo("83.16");
    }

    @Test
    void shouldBillAVendorByTheShareOfTheCdnsAveragePrice() {
        List<LedgerLine> ledger =
                List.of(new LedgerLine(0, "edge:east", 10_000 * GIB, 0), new LedgerLine(0, "peers", 41_200 * GIB, 0));

        Invoice invoice = Billing.price(tariffs, List.of(ledger));

        // 51,200 GiB at the CDN would be 4,147.20, which is 0.081 each; 57 % of that for 41,200 GiB.
        Invoice.Line vendor = invoice.lines().get(invoice.lines().size() - 1);
        assertThat(vendor.payer()).isEqualTo("peers");
        assertThat(vendor.unitPrice()).isEqualByComparingTo("0.04617");
        assertThat(vendor.amount()).isEqualByComparingTo("1902.204");
        assertThat(invoice.total()).isEqualByComparingTo("2752.20");
    }

    @Test
    void shouldBillNothingForNothing() {
        assertThat(Billing.price(tariffs, List.of(List.of())).total()).isEqualByComparingTo("0");
        assertThat(Billing.price(Map.of(), List.of(List.of(new LedgerLine(0, "origin", GIB, 1))))
                        .lines())
                .isEmpty();
    }

    @Test
    void shouldReadATariffWrittenIntoAScenario() {
        Scenario own = ScenarioReader.read(
                "premiere-night",
                List.of(),
                List.of("costs.edges.tariff={title: Ours, source: us, as-of: \"2026\", tiers: [{price: 0.005}]}"));
        List<LedgerLine> ledger = List.of(new LedgerLine(0, "edge:east", 2_000_000_000_000L, 0));

        assertThat(Billing.price(own.costs().tariffs(), List.of(ledger)).total())
                .isEqualByComparingTo("10.00");
    }

    @Test
    void shouldCarrySourceAndDate() {
        assertThat(tariffs.values()).allSatisfy(t -> {
            assertThat(t.source()).isNotBlank();
            assertThat(t.asOf()).matches("20[0-9]{2}.*");
        });
    }

    private Invoice bill(String payer, String ledgerPayer, long gib) {
        // Requests are left at 0 so that only bytes are priced.
        return Billing.price(
                Map.of(payer, tariffs.get(payer)), List.of(List.of(new LedgerLine(0, ledgerPayer, gib * GIB, 0))));
    }
}
