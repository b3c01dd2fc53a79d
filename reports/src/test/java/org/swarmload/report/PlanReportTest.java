package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.swarmload.chart.BarChart;
import org.swarmload.chart.Chart;
import org.swarmload.chart.RangeChart;
import org.swarmload.chart.ScatterChart;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.plan.DeliveryPlan.Point;
import org.swarmload.plan.PlanResult;
import org.swarmload.plan.WhatIf.Case;
import org.swarmload.report.Report.Finding;
import org.swarmload.report.Report.Row;

class PlanReportTest {
    private static String sentence(PlanResult result) {
        return new PlanReport(result).sentence();
    }

    @Test
    void shouldSayWhatToOrderAtWhatPriceAgainstWhat() {
        assertThat(sentence(SamplePlan.of(Outcome.HOLDS)))
                .isEqualTo(
                        "Deliver by hybrid and order 43.9 Gbps of edges, login at 186/s, 9 licence servers and 1 origin "
                                + "server: 4,644 USD (4,598 to 4,690 on single nights), holds on average over 10 new nights, by "
                                + "itself on 9 of them; the next cheapest, cdn, costs about 10,000 USD.");
    }

    @Test
    void shouldSayWhoseCostNobodyKnows() {
        PlanResult next = ChangedPlan.unpriced("cdn");
        assertThat(sentence(next)).endsWith("; cdn would hold too, its cost is unknown (no price list for peers).");
        assertThat(new PlanReport(next).build().recommendation().toString())
                .contains("cdn: its cost is unknown (no price list for peers). What has a price comes first.");
        BarChart prices = (BarChart) new PlanReport(next).build().lead();
        assertThat(prices.rows().subList(0, 2)).containsExactly("hybrid", "cdn");
        assertThat(prices.totals().get(1)).isEqualTo("cost unknown");

        PlanResult first = ChangedPlan.unpriced("hybrid", "cdn");
        assertThat(sentence(first))
                .contains(": its cost is unknown (no price list for peers), holds on average")
                .doesNotContain("USD", "least");
        assertThat(new PlanReport(first).build().recommendation().toString())
                .contains("No smaller order of hybrid was found")
                .doesNotContain("cheaper");
        assertThat(new PlanTables(first).lines().rows().toString())
                .contains("unknown")
                .doesNotContain("USD");
    }

    @Test
    void shouldSayOnHowManyNightsAnOrderHolds() {
        assertThat(sentence(SamplePlan.ofUnknown(Outcome.HOLDS, true)))
                .contains(
                        "4,644 USD (4,272 to 5,016 over what is unknown), holds on 39 of 40 nights (87 to 100 of 100);");
        Report report = new PlanReport(SamplePlan.ofUnknown(Outcome.HOLDS, true)).build();
        assertThat(report.figures().get(0).note()).endsWith("4,272 to 5,016 on 8 of 10 nights, over what is unknown");
        assertThat(report.figures().get(1).figure().text()).isEqualTo("39 of 40");
        assertThat(report.assumptions())
                .contains(
                        "Unknown, and drawn anew for every night: audience.viewers 0.840 to 1.16 times what is written.");
    }

    @Test
    void shouldNotMakeUpARangeWhereEveryNightCostsTheSame() {
        PlanResult same = SamplePlan.withEqualBills();
        assertThat(sentence(same)).contains(": 4,644 USD, holds on ");
        assertThat(new PlanReport(same).build().figures().get(0).note())
                .endsWith("; the same on each of 10 simulated nights");
    }

    @Test
    void shouldSayWhyNothingElseHolds() {
        assertThat(sentence(ChangedPlan.alone("hybrid", "client-server")))
                .endsWith(
                        "; no other delivery holds, client-server with the most on offer misses start-failures < 0.5% "
                                + "(measured 11.0 %) and 2 other objectives.");
        assertThat(sentence(ChangedPlan.alone("hybrid", "p2p"))).endsWith("; no other delivery surely holds, p2p may.");
        assertThat(sentence(ChangedPlan.alone("hybrid"))).endsWith("; no other delivery was looked at.");
    }

    @Test
    void shouldSayWhatNoOrderCanMend() {
        assertThat(sentence(SamplePlan.withoutRecommendation(Outcome.NONE)))
                .isEqualTo(
                        "No plan holds: with the most of everything that can be ordered hybrid, which comes nearest, "
                                + "misses rebuffering-ratio < 0.4% (measured 0.52 %); mathematics allows no less than 0.45 %: "
                                + "some lines carry less than the lowest bit rate.");
        assertThat(sentence(SamplePlan.of(Outcome.NONE)))
                .startsWith("No plan holds: hybrid with ")
                .endsWith("misses rebuffering-ratio < 0.4% (measured 0.52 %) on 10 new nights.");
    }

    @Test
    void shouldSayHowManyNightsWouldTell() {
        assertThat(sentence(SamplePlan.of(Outcome.UNDECIDED)))
                .contains("rebuffering-ratio < 0.4% (0.39 %, 95 % interval 0.37 % to 0.41 %) is open after 10 nights")
                .endsWith("About 14 more nights would tell.");
        assertThat(sentence(SamplePlan.ofUnknown(Outcome.UNDECIDED, true)))
                .startsWith("Undecided: hybrid with 43.9 Gbps of edges, ")
                .endsWith(
                        ", 4,644 USD (4,272 to 5,016 over what is unknown), holds on 34 of 40 nights (70 to 94 of 100), and "
                                + "90.0 % of them are wanted. About 14 more nights would tell.");
        assertThat(sentence(SamplePlan.withoutRecommendation(Outcome.UNDECIDED)))
                .startsWith("Undecided: even with the most of everything");
    }

    /** The order that keeps the service is not the largest, and that it is too dear is no harm. */
    @Test
    void shouldSayWhatKeepsTheServiceForTooMuchMoney() {
        PlanResult dear = ChangedPlan.tooDear();
        Report report = new PlanReport(dear).build();
        assertThat(sentence(dear))
                .startsWith("No plan holds: the cheapest order found with which hybrid keeps what is promised of the "
                        + "service, 43.9 Gbps of edges, ")
                .contains(", 4,644 USD (4,598 to 4,690 on single nights), misses cost < 100 (measured ");
        assertThat(report.figures().get(0).label())
                .isEqualTo("Price of the cheapest order found that keeps the service");
        assertThat(report.toString())
                .doesNotContain("most of everything", "largest order", "Maybe what can be ordered");
        assertThat(new PlanTables(dear).lines().toString()).doesNotContain("most ");
    }

    @Test
    void shouldOrderInUnitsThatCanBeOrdered() {
        List<Row> rows =
                new PlanReport(SamplePlan.of(Outcome.HOLDS)).build().order().rows();
        assertThat(rows.get(3).name()).isEqualTo("edge east: capacity");
        assertThat(rows.get(3).cells().stream().map(Report.Cell::text))
                .containsExactly("26.2 Gbps", "55 Gbps", "80 Gbps");
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetPageOneStandAlone(Outcome outcome) {
        for (PlanResult result : List.of(SamplePlan.of(outcome), SamplePlan.withoutRecommendation(outcome))) {
            if (result.outcome() != outcome) {
                continue; // Something holds of which nothing is recommended: no planner says that.
            }
            Report report = new PlanReport(result).build();
            assertThat(report.figures()).hasSize(3);
            assertThat(report.figures().get(2).label()).startsWith("Doing nothing");
            assertThat(report.recommendation()).isNotEmpty();
            assertThat(report.assumptions().toString())
                    .contains("20,000 people press play", "Prices: Amazon CloudFront list price, 2025");
            report.charts().forEach(PlanReportTest::showsSomething);
        }
    }

    private static void showsSomething(Chart chart) {
        assertThat(chart.alt()).isNotEmpty();
        if (chart instanceof BarChart bars) {
            assertThat(bars.parts()).isNotEmpty();
        } else if (chart instanceof ScatterChart scatter) {
            assertThat(scatter.groups()).hasSizeGreaterThan(1);
        } else {
            assertThat(((RangeChart) chart).bars()).isNotEmpty();
        }
    }

    @Test
    void shouldShowHowFarTheLargestOrdersAreWhenNoneHolds() {
        BarChart lead = (BarChart) new PlanReport(SamplePlan.withoutRecommendation(Outcome.NONE))
                .build()
                .lead();
        assertThat(lead.id()).isEqualTo("plan-reach");
        assertThat(lead.rows().get(0)).isEqualTo("hybrid");
        assertThat(lead.totals()).contains("start-failures 11.0 %, limit < 0.50 %");
    }

    @Test
    void shouldShowNightsThatFailWhereSharesOfNightsArePromised() {
        Report report = new PlanReport(SamplePlan.ofUnknown(Outcome.UNDECIDED, false)).build();
        BarChart lead = (BarChart) report.lead();
        assertThat(lead.totals()).contains("fails on 6 of 40 nights, 10.0 % may");
        assertThat(lead.parts().get(0).values()[0]).isCloseTo(1.5, within(1e-9));
        assertThat(report.recommendation().get(0).sentence())
                .isEqualTo("Run the plan again with more nights before you order: --set plan.nights=54.");
    }

    @Test
    void shouldJoinOnlyOrdersThatNothingBeats() {
        PlanResult result = SamplePlan.of(Outcome.HOLDS);
        DeliveryPlan plan = result.recommended();
        int binding = Frontier.binding(result.scenario(), plan);
        assertThat(result.scenario().objectives().get(binding).text()).isEqualTo("rebuffering-ratio < 0.4%");
        List<Point> best = Frontier.efficient(result.scenario(), plan);
        assertThat(best).hasSizeGreaterThan(2);
        for (Point point : best) {
            assertThat(plan.looked().stream()
                            .filter(other -> other.holds() && other.viewers() == plan.viewers())
                            .filter(other -> other.cost() < point.cost()
                                    && other.promised().get(binding)
                                            <= point.promised().get(binding)))
                    .isEmpty();
        }
    }

    @Test
    void shouldSayWhatBreaksTheOrder() {
        List<String> changes = changes(SamplePlan.of(Outcome.HOLDS));
        assertThat(changes)
                .contains(
                        "Bit rates, a fifth more: misses rebuffering-ratio < 0.4% (0.88 %).",
                        "Edge east, lost all night: misses rebuffering-ratio < 0.4% (2.1 %) and startup-time.p95 < 4s "
                                + "(5.20 s).",
                        "Prices: hybrid may cost 116 % more before cdn is cheaper.");
        assertThat(changes.stream().filter(change -> change.startsWith("Viewers, a fifth more")))
                .as("of two crowds the whole one")
                .containsExactly(
                        "Viewers, a fifth more: misses start-failures < 0.5% (1.4 %) and rebuffering-ratio < 0.4% (0.51 %).");
    }

    /** What all viewers broke is not denied because the small crowd's other nights broke nothing. */
    @Test
    void shouldSayThatNothingElseBreaks() {
        List<Case> headroom = SamplePlan.of(Outcome.HOLDS).headroom();
        assertThat(changes(ChangedPlan.varying(headroom, "viewers")))
                .contains("A fifth less or more of anything else alone breaks no objective.");
        assertThat(changes(ChangedPlan.varying(List.of(), "reachability")))
                .contains("A fifth less or more of each thing below alone breaks no objective.");
        assertThat(changes(ChangedPlan.varying(headroom, "bit rates")))
                .noneMatch(sentence -> sentence.contains("alone breaks no objective"));
    }

    private static List<String> changes(PlanResult plan) {
        return new PlanReport(plan)
                .build().changes().stream().map(Finding::sentence).toList();
    }

    @Test
    void shouldNotCallCheapestWhatIsNotProven() {
        Report report = new PlanReport(SamplePlan.of(Outcome.HOLDS)).build();
        assertThat(report.recommendation().toString())
                .contains("No cheaper order of hybrid was found: a small crowd said where to look")
                .doesNotContain("if more is never worse");
    }

    @Test
    void shouldSayWhereTheOfferEndsTheSearch() {
        PlanWords words = new PlanWords(SamplePlan.ofUnknown(Outcome.HOLDS, true)); // seeds from 1 to 9 are on offer
        assertThat(words.leastOnOffer(List.of(new DeliveryPlan.Line("seeds.count", "1", 1, "2", "9"))))
                .hasValue("The least on offer is ordered of these, and less was not tried: 1 seed.");
        assertThat(words.leastOnOffer(List.of(new DeliveryPlan.Line("seeds.count", "2", 2, "2", "9"))))
                .isEmpty();
    }

    @Test
    void shouldSayWhoFailsToStartWhereNoObjectiveIsAboutIt() {
        String changes = new PlanReport(ChangedPlan.withoutStartObjective())
                .build()
                .changes()
                .toString();
        assertThat(changes)
                .contains("; 1.4 % of the viewers fail to start, which no objective is about")
                .doesNotContain("start-failures <");
    }

    @Test
    void shouldSayWhatNobodyPromised() {
        assertThat(unpromised(SamplePlan.of(Outcome.HOLDS)))
                .containsExactly(
                        "Nothing was promised about viewers who leave before the start: 0.07 % of all viewers with this order.",
                        "Nothing was promised about the picture: 3.10 Mbps for a second played with this order, 4.40 Mbps with cdn.");
        assertThat(unpromised(ChangedPlan.withoutStartObjective()))
                .contains("Nothing was promised about failed starts: 0.03 % of the viewers with this order.");
        assertThat(unpromised(SamplePlan.withoutRecommendation(Outcome.NONE)))
                .anyMatch(sentence -> sentence.endsWith(" of all viewers with the largest order."));
        assertThat(unpromised(ChangedPlan.promising("exits-before-start < 1%", "mean-bitrate > 3Mbps")))
                .noneMatch(sentence -> sentence.contains("leave before the start") || sentence.contains("picture"))
                .hasSize(3);
    }

    private static List<String> unpromised(PlanResult result) {
        return new PlanReport(result)
                .unpromised().stream().map(Finding::sentence).toList();
    }

    @Test
    void shouldOwnUpToOrdersThatMoreMadeWorse() {
        assertThat(new PlanReport(SamplePlan.of(Outcome.HOLDS))
                        .build()
                        .sections()
                        .toString())
                .contains("cdn: 2 orders failed although a smaller one held.");
    }
}
