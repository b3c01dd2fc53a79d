package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.StudyResult;

class ReportBuilderTest {
    private final Report report = new ReportBuilder(SampleStudy.study()).build();

    private String said(String section) {
        return report.sections().stream()
                .filter(s -> s.title().equals(section))
                .flatMap(s -> s.findings().stream())
                .map(Report.Finding::sentence)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void shouldGiveOneVerdictAndThreeFigures() {
        assertThat(report.verdict().sentence())
                .isEqualTo(
                        "Delivery by hybrid meets both objectives: 87.2 % of 20,000 viewers start and watch with at most 60 s of "
                                + "stalls.");
        assertThat(report.figures()).hasSize(3);
        assertThat(report.lead()).isNotNull();
    }

    @Test
    void shouldRecommendTheCheapestDeliveryThatMeetsItsObjectives() {
        assertThat(report.recommendation().get(0).sentence()).startsWith("Deliver by hybrid, for 1,077.20 USD");
    }

    @Test
    void shouldSayThatTheCrowdDoesNotHelpAtTheFrontDoor() {
        assertThat(said("At the front door"))
                .contains("10.0 % to 11.0 %", "(login)", "neither edges nor the crowd help");
    }

    @Test
    void shouldSayWhatTheCrowdCarriesBesideItsTwinWithoutCrowd() {
        assertThat(said("The deliveries side by side"))
                .contains("hybrid: viewers deliver 63.2 %", "in cdn.")
                .contains("p2p: viewers deliver", "in client-server.");
    }

    @Test
    void shouldSayWhenSavedBytesAreAPoorerPicture() {
        assertThat(said("The deliveries side by side"))
                .contains("2.60 Mbps on average with hybrid", "3.80 Mbps with client");
    }

    @Test
    void shouldSayWhatTheOutageCostsEachDelivery() {
        assertThat(said("Stalls and outages"))
                .contains("client-server (origin down from 21:20 to 21:26)", "0.58 min")
                .contains("p2p (seeds and tracker down from 21:20 to 21:26)")
                .contains("players hold at most 60 s ahead");
    }

    @Test
    void shouldSayThatEdgesHoldOnlyWhatWasAskedFor() {
        String[] lines = said("Stalls and outages").split("\n");
        assertThat(lines[0]).startsWith("client-server").doesNotContain("caches");
        assertThat(lines[1]).startsWith("cdn").contains("Pieces that nobody had asked for before the outage");
    }

    @Test
    void shouldCountWhoGaveUpOnce() {
        Night night = Night.of(SampleStudy.study()).get(0);
        assertThat(night.gaveUp()).isEqualTo(30 / 20_000.0);
        assertThat(night.servedWell()
                        + night.stalledAndStayed()
                        + night.gaveUp()
                        + night.startFailures()
                        + night.exits()
                        + night.stillWaiting())
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
        RunResult.Outcomes short60 = new RunResult.Outcomes(100, 90, 5, 5, 0, 0, 0, 0, 0, 10, 40, 1, 1, 0);
        assertThat(Night.stayedInStalls(short60)).isZero();
    }

    @Test
    void shouldPutMathematicsBesideTheSimulatedOffload() {
        assertThat(said("Mathematics beside the simulation")).contains("simulated offload is 63.2 %", "at most 83.0 %");
    }

    /** The sample's edge has other traffic. */
    @Test
    void shouldSayThatBillsAreAtListPriceAndWhatElseTheMonthHas() {
        assertThat(said("What it costs"))
                .contains("at the margin: a month of 30 days", "other traffic is the background")
                .contains("hybrid, edges: This short peak is discarded.");
    }

    @Test
    void shouldReportWithoutObjectives() {
        StudyResult all = SampleStudy.study();
        StudyResult plain =
                new StudyResult(all.scenario(), "", 2, all.deliveries(), List.of(), all.digest(), false, all.engine());
        Report without = new ReportBuilder(plain).build();
        assertThat(without.verdict().sentence()).startsWith("No objective was set; with hybrid, 87.2 %");
        assertThat(without.recommendation().get(0).sentence()).startsWith("Set objectives");
    }

    @Test
    void shouldReportOneDeliveryThatDoesNotDecide() {
        StudyResult all = SampleStudy.study();
        StudyResult one = new StudyResult(
                all.scenario(), "", 2, all.deliveries().subList(0, 1), List.of(), 1, true, all.engine());
        Report alone = new ReportBuilder(one).build();
        assertThat(alone.partial()).isTrue();
        assertThat(alone.verdict().sentence()).contains("client-server");
    }

    @Test
    void shouldRefuseToReportNothing() {
        StudyResult all = SampleStudy.study();
        StudyResult none = new StudyResult(all.scenario(), "", 2, List.of(), List.of(), 1, true, all.engine());
        assertThatThrownBy(() -> new ReportBuilder(none)).isInstanceOf(IllegalArgumentException.class);
    }
}
