package org.swarmload.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.swarmload.cost.Bills.GB;
import static org.swarmload.cost.Bills.GBPS;
import static org.swarmload.cost.Bills.GIB;
import static org.swarmload.cost.Bills.NOTHING;
import static org.swarmload.cost.Bills.money;
import static org.swarmload.cost.Bills.own;
import static org.swarmload.cost.Bills.sent;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.swarmload.cost.Invoice.Line;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.result.RunResult.LedgerLine;
import org.swarmload.yaml.ScenarioReader;

class BillingTest {
    private final Scenario scenario = ScenarioReader.read("premiere-night");
    private final Contracts contracts = scenario.costs().contracts();
    private final Contract cloudFront = contracts.payers().get("edges");

    @Test
    void shouldDrawUpNoBillWhenAPayerHasNoTariff() {
        var event = List.of(EventUse.of(List.of(sent("edge:east", 1_000 * GB), sent("origin", GB))));
        Contracts edgesOnly = new Contracts(Map.of("edges", cloudFront), Map.of(), 30);

        assertThat(Billing.covers(edgesOnly, event)).isFalse();
        assertThat(Billing.price(edgesOnly, NOTHING, event).lines()).isEmpty();
        assertThat(Billing.covers(contracts, event)).isTrue();
    }

    @Test
    void shouldShowOneLinePerTierThatAReaderCanCheck() {
        List<Line> lines = price(sent("edge:east", 10_241 * GIB)).lines();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).meter()).isEqualTo("bytes sent, 10240 to 51200 GiB");
        assertThat(lines.get(1).region()).isEqualTo("us-ca-mx");
        assertThat(lines.get(1).quantity()).isEqualByComparingTo("1");
        assertThat(lines)
                .allSatisfy(l ->
                        assertThat(l.amount()).isEqualByComparingTo(l.quantity().multiply(l.unitPrice())));
    }

    @Test
    void shouldLetEdgesOfARegionClimbTheTiersTogether() {
        Invoice invoice = price(
                sent("edge:east", 6_000 * GIB),
                sent("edge:west", 3_000 * GIB),
                new LedgerLine(300_000_000, "edge:west", 1_241 * GIB, 0));

        assertThat(invoice.total()).isEqualByComparingTo("870.48");
    }

    /** 10,240 GiB at 0.085 in the United States and again from the first tier on in Japan, at 0.114. */
    @Test
    void shouldBillRegionsApart() {
        Contract contract =
                new Contract(cloudFront.tariffs(), "", Map.of("tokyo", "japan"), BigDecimal.ZERO, BigDecimal.ONE);

        Invoice invoice = Bills.price(
                Map.of("edges", contract), NOTHING, sent("edge:east", 10_240 * GIB), sent("edge:tokyo", 10_240 * GIB));

        assertThat(invoice.lines()).extracting(Line::region).containsExactly("us-ca-mx", "japan");
        assertThat(invoice.lines().get(1).amount()).isEqualByComparingTo("1167.36");
        assertThat(invoice.total()).isEqualByComparingTo("2037.76");
    }

    /** The west is another CDN's: it climbs tiers of its own. */
    @Test
    void shouldBillEachCdnByItsOwnList() {
        Contract second = Contract.of(own(Meter.Tiers.flat(VolumeUnit.GB, money("0.01"))));
        Contracts two = new Contracts(
                Map.of("edges", cloudFront), Map.of("second", new Contracts.Cdn(List.of("west"), second)), 30);

        Invoice invoice = Billing.price(
                two,
                NOTHING,
                List.of(EventUse.of(List.of(sent("edge:east", 1_024 * GIB), sent("edge:west", 500 * GB)))));

        assertThat(invoice.lines()).extracting(Line::payer).containsExactly("edges", "edges of second");
        assertThat(invoice.lines()).extracting(Line::amount).satisfies(amounts -> {
            assertThat(amounts.get(0)).isEqualByComparingTo("87.04");
            assertThat(amounts.get(1)).isEqualByComparingTo("5.00");
        });
    }

    /**
     * 15 Gbps all month are 30 x 324 TB / 2 = 4,860 TB; the event is billed at the tier where the month is, not at the
     * first: 5,000 GB at 0.02 instead of 0.10.
     */
    @Test
    void shouldPriceAnEventAtTheMargin() {
        Meter tiers = new Meter.Tiers(
                VolumeUnit.GB,
                List.of(new Meter.Tier(money("1000000"), money("0.10")), new Meter.Tier(null, money("0.02"))));
        Estate busy = Bills.edges(Map.of("east", BackgroundSpec.flat(15 * GBPS)));

        Invoice invoice = Bills.price(Map.of("edges", Contract.of(own(tiers))), busy, sent("edge:east", 5_000 * GB));

        assertThat(invoice.lines().get(0).quantity()).isEqualByComparingTo("0");
        assertThat(invoice.lines().get(1).without()).isEqualByComparingTo("3860000");
        assertThat(invoice.lines().get(1).with()).isEqualByComparingTo("3865000");
        assertThat(invoice.total()).isEqualByComparingTo("100.00");
        assertThat(invoice.monthWithout()).isEqualByComparingTo("177200.00");
        assertThat(invoice.monthWith()).isEqualByComparingTo("177300.00");
    }

    /** An event that fills the rest of a tier is billed in both. */
    @Test
    void shouldBillAnEventAcrossATier() {
        Meter tiers = new Meter.Tiers(
                VolumeUnit.GB,
                List.of(new Meter.Tier(money("325000"), money("0.10")), new Meter.Tier(null, money("0.02"))));
        // 1 Gbps for 30 days is 324 TB.
        Estate busy = Bills.edges(Map.of("east", BackgroundSpec.flat(GBPS)));

        Invoice invoice = Bills.price(Map.of("edges", Contract.of(own(tiers))), busy, sent("edge:east", 3_000 * GB));

        assertThat(invoice.lines()).extracting(Line::quantity).satisfies(quantities -> {
            assertThat(quantities.get(0)).isEqualByComparingTo("1000");
            assertThat(quantities.get(1)).isEqualByComparingTo("2000");
        });
        assertThat(invoice.total()).isEqualByComparingTo("140.00");
    }

    /** Section 1.6 of the inputs: what is not used is paid, with the event and without it. */
    @Test
    void shouldBillACommitmentAndItsOverage() {
        Contract contract =
                Contract.of(own(new Meter.Commit(VolumeUnit.GB, money("1000"), money("0.006"), money("0.0075"))));

        Invoice within = Bills.price(Map.of("edges", contract), NOTHING, sent("edge:east", 900 * GB));
        Invoice beyond = Bills.price(Map.of("edges", contract), NOTHING, sent("edge:east", 1_200 * GB));

        assertThat(within.total()).isEqualByComparingTo("0.00");
        assertThat(within.monthWith()).isEqualByComparingTo("6.00");
        assertThat(within.lines().get(0).note()).contains("within the commitment");
        assertThat(beyond.total()).isEqualByComparingTo("1.50");
        assertThat(beyond.monthWith()).isEqualByComparingTo("7.50");
        assertThat(beyond.lines().get(0).note()).isEmpty();
    }

    @Test
    void shouldBillRequestsOfTheEvent() {
        Invoice invoice = price(new LedgerLine(0, "edge:east", 0, 25_000_000));

        assertThat(invoice.total()).isEqualByComparingTo("25.00");
        assertThat(invoice.lines().get(0).unit()).isEqualTo("10,000 requests");
    }

    @Test
    void shouldBillTheMeanReplication() {
        EventUse small = EventUse.of(List.of(sent("origin", 900 * GIB)));
        EventUse large = EventUse.of(List.of(sent("origin", 1_148 * GIB)));

        assertThat(Billing.price(contracts, NOTHING, List.of(small, large)).total())
                .isEqualByComparingTo("83.16");
    }

    /** Two machines for six hours beside what they send. */
    @Test
    void shouldBillServersByTheHourBesideTheirBytes() {
        Contract contract = new Contract(
                List.of(Bills.shipped("aws-c5n-18xlarge"), Bills.shipped("aws-egress-us")),
                "",
                Map.of(),
                money("6"),
                BigDecimal.ONE);
        Estate two = new Estate(Map.of("origin", new Estate.Pool(2, 100 * GBPS, BackgroundSpec.NONE)), false, 0);

        Invoice invoice = Bills.price(Map.of("origin", contract), two, sent("origin", 1_024 * GIB));

        assertThat(invoice.lines().get(0).quantity()).isEqualByComparingTo("12");
        assertThat(invoice.lines().get(0).amount()).isEqualByComparingTo("46.656");
        assertThat(invoice.total()).isEqualByComparingTo("129.82");
    }

    /** Ten facts, 4: half of the port with 32 virtual CPUs or more, 5 Gbit/s below that. */
    @Test
    void shouldLetHalfAPortReachTheInternet() {
        assertThat(new Meter.ServerHours(money("1"), 100 * GBPS, 72).internetBps())
                .isEqualTo(50 * GBPS);
        assertThat(new Meter.ServerHours(money("1"), 200 * GBPS, 128).internetBps())
                .isEqualTo(100 * GBPS);
        assertThat(new Meter.ServerHours(money("1"), 200 * GBPS, 32).internetBps())
                .isEqualTo(100 * GBPS);
        assertThat(new Meter.ServerHours(money("1"), 25 * GBPS, 2).internetBps())
                .isEqualTo(5 * GBPS);
        assertThat(new Meter.ServerHours(money("1"), 8 * GBPS, 64).internetBps())
                .isEqualTo(5 * GBPS);
        assertThat(new Meter.ServerHours(money("1"), 2 * GBPS, 64).internetBps())
                .isEqualTo(2 * GBPS);
    }

    /** 300,001 viewers at once take two trackers. */
    @Test
    void shouldRentAsManyTrackersAsTheCrowdTakes() {
        Contract contract =
                new Contract(List.of(Bills.shipped("tracker-wt")), "", Map.of(), money("6"), BigDecimal.ONE);
        Contracts tracker = new Contracts(Map.of("tracker", contract), Map.of(), 30);
        Estate swarm = new Estate(Map.of(), true, 0);

        Invoice one = Billing.price(tracker, swarm, List.of(new EventUse(List.of(), 0, 300_000)));
        Invoice two = Billing.price(tracker, swarm, List.of(new EventUse(List.of(), 0, 300_001)));

        assertThat(one.lines().get(0).quantity()).isEqualByComparingTo("6");
        assertThat(two.lines().get(0).quantity()).isEqualByComparingTo("12");
        assertThat(two.total()).isEqualByComparingTo("1.36");
        // A delivery without a swarm has no tracker.
        assertThat(Billing.price(tracker, NOTHING, List.of(new EventUse(List.of(), 0, 300_001)))
                        .lines())
                .isEmpty();
    }

    /** 2 % of 100 TB pass the relay: 1,000 GB are free, 1,000 cost 0.05. */
    @Test
    void shouldBillARelayForItsShareOfTheBytesBetweenViewers() {
        Contract relay =
                new Contract(List.of(Bills.shipped("turn-cloudflare")), "", Map.of(), BigDecimal.ZERO, money("0.02"));
        Contract vendor = Contract.of(own(new Meter.PerEvent(money("0"))));

        Invoice invoice = Bills.price(Map.of("peers", vendor, "relay", relay), NOTHING, sent("peers", 100_000 * GB));

        assertThat(invoice.total()).isEqualByComparingTo("50.00");
    }

    @Test
    void shouldBillAVendorByTheShareOfTheCdnsAveragePrice() {
        Invoice invoice = price(sent("edge:east", 10_000 * GIB), sent("peers", 41_200 * GIB));

        // 51,200 GiB at the CDN would be 4,147.20, which is 0.081 each; 57 % of that for 41,200 GiB.
        Line vendor = invoice.lines().get(invoice.lines().size() - 1);
        assertThat(vendor.payer()).isEqualTo("peers");
        assertThat(vendor.unitPrice()).isEqualByComparingTo("0.04617");
        assertThat(vendor.amount()).isEqualByComparingTo("1902.204");
        assertThat(invoice.total()).isEqualByComparingTo("2752.20");
    }

    /** Section 1.5 of the inputs, arc.io; and what has no public price: viewer-hours and a sum for the event. */
    @Test
    void shouldBillAVendorByTheUnitTheHourOrTheEvent() {
        Contract byGb = Contract.of(Bills.shipped("vendor-per-gb"));
        Contract byHour = Contract.of(own(new Meter.ViewerHours(money("0.002")), new Meter.PerEvent(money("300"))));
        EventUse night = new EventUse(List.of(sent("peers", 5_000 * GB)), 20_000, 0);

        assertThat(total(byGb, night)).isEqualByComparingTo("100.00");
        assertThat(total(byHour, night)).isEqualByComparingTo("340.00");
    }

    private static BigDecimal total(Contract vendor, EventUse night) {
        return Billing.price(new Contracts(Map.of("peers", vendor), Map.of(), 30), NOTHING, List.of(night))
                .total();
    }

    /** A vendor may ask what the CDN would ask for the bytes on top, with their requests, less what helps them. */
    @Test
    void shouldSayAtWhichVendorPriceUploadsPay() {
        Contract tracker =
                new Contract(List.of(Bills.shipped("tracker-wt")), "", Map.of(), money("10"), BigDecimal.ONE);
        Map<String, Contract> payers = new LinkedHashMap<>();
        payers.put("edges", cloudFront);
        payers.put("peers", Contract.of(Bills.shipped("vendor-per-gb")));
        payers.put("tracker", tracker);
        List<LedgerLine> ledger =
                List.of(sent("edge:east", 10_240 * GIB), new LedgerLine(0, "peers", 1_000 * GIB, 1_000_000));

        Invoice.BreakEven breakEven = Billing.price(
                        new Contracts(payers, Map.of(), 30), NOTHING, List.of(new EventUse(ledger, 0, 20_000)))
                .breakEven();

        // 1,000 GiB of the second tier at 0.080, a million requests at 0.01 per 10,000; a tracker for ten hours.
        assertThat(breakEven.offloaded()).isEqualByComparingTo("1000");
        assertThat(breakEven.unit()).isEqualTo("GiB");
        assertThat(breakEven.spared()).isEqualByComparingTo("81.00");
        assertThat(breakEven.helpers()).isEqualByComparingTo("1.134");
        assertThat(breakEven.perUnit()).isEqualByComparingTo("0.079866");
    }

    /** Under 95/5 a short event costs nothing, so uploads spare nothing. */
    @Test
    void shouldSayThatUploadsSpareNothingUnderThe95thPercentile() {
        Map<String, Contract> payers = Map.of(
                "edges", Contract.of(Bills.shipped("cdn-95-5")), "peers", Contract.of(Bills.shipped("vendor-per-gb")));

        Invoice invoice = Bills.price(payers, NOTHING, sent("edge:east", 1_000 * GB), sent("peers", 500 * GB));

        assertThat(invoice.breakEven().perUnit()).isEqualByComparingTo("0");
        assertThat(invoice.breakEven().unit()).isEqualTo("GB");
    }

    /** Peers' bytes are dealt to edges as these sent: three quarters in the United States, a quarter in India. */
    @Test
    void shouldDealOffloadedBytesToRegionsAsEdgesSent() {
        Contract contract =
                new Contract(cloudFront.tariffs(), "", Map.of("mumbai", "india"), BigDecimal.ZERO, BigDecimal.ONE);
        Map<String, Contract> payers = Map.of("edges", contract, "peers", Contract.of(Bills.shipped("vendor-per-gb")));

        Invoice invoice = Bills.price(
                payers,
                NOTHING,
                sent("edge:east", 300 * GIB),
                sent("edge:mumbai", 100 * GIB),
                sent("peers", 400 * GIB));

        // 300 x 0.085 + 100 x 0.109
        assertThat(invoice.breakEven().spared()).isEqualByComparingTo("36.40");
    }

    @Test
    void shouldBillNothingForNothing() {
        assertThat(price().total()).isEqualByComparingTo("0");
        assertThat(Billing.price(Contracts.NONE, NOTHING, List.of(EventUse.of(List.of(sent("origin", GIB)))))
                        .lines())
                .isEmpty();
    }

    @Test
    void shouldReadATariffWrittenIntoAScenario() {
        Scenario ours = ScenarioReader.read(
                "premiere-night",
                List.of(),
                List.of("costs.edges.tariff={title: Ours, source: us, as-of: \"2026\", tiers: [{price: 0.005}]}"));
        List<EventUse> event = List.of(EventUse.of(List.of(sent("edge:east", 2_000 * GB))));

        assertThat(Billing.price(ours.costs().contracts(), NOTHING, event).total())
                .isEqualByComparingTo("10.00");
    }

    @Test
    void shouldCarrySourceAndDate() {
        assertThat(org.swarmload.library.ScenarioLibrary.tariffIds())
                .hasSizeGreaterThan(15)
                .allSatisfy(id -> {
                    Tariff tariff = Bills.shipped(id);
                    assertThat(tariff.id()).isEqualTo(id);
                    assertThat(tariff.source()).isNotBlank();
                    assertThat(tariff.asOf()).matches(".*20[0-9]{2}.*");
                    assertThat(tariff.currency()).isEqualTo("USD");
                });
    }

    private Invoice price(LedgerLine... ledger) {
        return Billing.price(contracts, NOTHING, List.of(EventUse.of(List.of(ledger))));
    }
}
