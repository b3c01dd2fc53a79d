package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.CauseLine;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.study.StudyResult.ExpectationOutcome;
import org.swarmload.study.StudyResult.ObjectiveVerdict;
import org.swarmload.study.StudyResult.Verdict;

/** Page one: what is decided, and what is not. */
class DecisionTest {
    private static final StudyResult ALL = SampleStudy.study();

    private static StudyResult study(
            List<DeliveryResult> deliveries, List<ObjectiveVerdict> verdicts, boolean partial) {
        return new StudyResult(ALL.scenario(), "", 2, deliveries, verdicts, 1, partial, ALL.engine());
    }

    private static String sentences(List<Report.Finding> findings) {
        return findings.stream().map(Report.Finding::sentence).collect(Collectors.joining("\n"));
    }

    private static StudyResult withoutHybrid(boolean partial) {
        ObjectiveVerdict met = new ObjectiveVerdict("start-failures < 12%", "cdn", Verdict.MET, 0.1, 0.12, false);
        return study(ALL.deliveries().subList(0, 2), List.of(met), partial);
    }

    @Test
    void shouldGiveNoVerdictWhenTheDecidingDeliveryWasNotRun() {
        Report report = new ReportBuilder(withoutHybrid(false)).build();
        assertThat(report.verdict().sentence())
                .startsWith("No verdict: hybrid, which decides, was not run. With cdn, ");
        assertThat(sentences(report.recommendation()))
                .startsWith("No verdict: hybrid, which decides, was not run.")
                .doesNotContain("Deliver by");
        assertThat(report.figures())
                .allSatisfy(figure -> assertThat(figure.note()).contains("Of cdn, which does not decide."));
        assertThat(sentences(report.changes()))
                .contains("What follows is about cdn.")
                .doesNotContain("margin");
    }

    @Test
    void shouldGiveNoVerdictWhenTheDecidingDeliveryWasNotReached() {
        Report report = new ReportBuilder(withoutHybrid(true)).build();
        assertThat(report.verdict().sentence()).startsWith("No verdict: hybrid, which decides, has no result.");
        assertThat(sentences(report.recommendation())).startsWith("No verdict: ");
    }

    @Test
    void shouldSayOnPageOneWhatCameOfExpectations() {
        List<Expectation> expected =
                List.of(ExpectingStudy.fiveViewers("hybrid", null), ExpectingStudy.fiveViewers("cdn", null));
        List<ExpectationOutcome> outcomes = List.of(
                new ExpectationOutcome(expected.get(0), "hybrid", 6.0, null, false),
                new ExpectationOutcome(expected.get(1), "cdn", 5.0, null, true));
        Report alone = new ReportBuilder(ExpectingStudy.of(expected, outcomes, List.of(), 4)).build();
        Report beside = new ReportBuilder(ExpectingStudy.of(expected, outcomes, ALL.verdicts(), 4)).build();

        assertThat(alone.verdict().sentence())
                .startsWith("1 of 2 expectations is short: hybrid: viewers. With hybrid, ");
        assertThat(sentences(alone.recommendation())).startsWith("Find out first why");
        assertThat(beside.verdict().sentence())
                .startsWith("Delivery by hybrid meets both objectives")
                .endsWith("1 of 2 expectations is short: hybrid: viewers.");
    }

    @Test
    void shouldSayBeforeARunWhatItWouldLeaveOpen() {
        Scenario scenario = ExpectingStudy.scenario(
                List.of(ExpectingStudy.fiveViewers(null, "cdn"), ExpectingStudy.fiveViewers(null, null)), true);

        assertThat(Deciding.leftOpen(scenario, List.of("cdn", "hybrid"))).isEmpty();
        assertThat(Deciding.leftOpen(scenario, List.of("cdn")))
                .containsExactly(
                        "No verdict: hybrid, which decides, is not run.",
                        "1 expectation is not judged: a delivery beside cdn is not run.");
    }

    @Test
    void shouldNotSayAloneWhenNothingElseWasRun() {
        StudyResult one = study(ALL.deliveries().subList(3, 4), ALL.verdicts().subList(1, 3), false);
        assertThat(sentences(new ReportBuilder(one).build().recommendation()))
                .startsWith("Deliver by hybrid")
                .doesNotContain("alone")
                .contains("No other delivery was run");
    }

    @Test
    void shouldSayThePoorerPictureInTheRecommendation() {
        assertThat(new ReportBuilder(ALL).build().recommendation().get(0).sentence())
                .isEqualTo("Deliver by hybrid, for 1,077.20 USD, at 2.60 instead of 3.80 Mbit per second played "
                        + "(client-server): it alone meets every objective that was set for it.");
    }

    private static String changes(int delivery, double exits) {
        DeliveryResult from = ALL.deliveries().get(delivery);
        List<RunResult> runs = new ArrayList<>();
        for (RunResult run : from.runs()) {
            List<CauseLine> causes = List.of(new CauseLine(Harm.EXIT_BEFORE_START, "own-line", exits));
            runs.add(new RunResult(
                    run.delivery(),
                    run.seed(),
                    run.replication(),
                    false,
                    run.digest(),
                    run.outcomes(),
                    run.startupSeconds(),
                    run.stallSecondsPerViewer(),
                    run.frontDoorWaitSeconds(),
                    run.completionSeconds(),
                    run.traffic(),
                    run.series(),
                    run.ledger(),
                    causes,
                    run.levels(),
                    run.frontDoor(),
                    run.viewers(),
                    run.engine()));
        }
        DeliveryResult changed = new DeliveryResult(from.name(), runs, from.metrics(), from.bounds(), from.invoice());
        return sentences(new ReportBuilder(study(List.of(changed), List.of(), false))
                .build()
                .changes());
    }

    @Test
    void shouldSayHowManyTransfersShareTheViewersLine() {
        assertThat(changes(3, 400))
                .contains("limited by the viewer's own line while up to 3 transfers from peers")
                .doesNotContain("nothing that the operator buys");
        assertThat(changes(1, 400)).contains("limited by the viewer's own line while 1 transfer uses it.");
    }

    @Test
    void shouldAdviseNothingFromAHandfulOfViewers() {
        assertThat(changes(3, 19)).doesNotContain("are charged mainly");
    }
}
