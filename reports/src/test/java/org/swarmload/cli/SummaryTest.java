package org.swarmload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.report.ExpectingStudy;
import org.swarmload.report.SampleStudy;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.ExpectationOutcome;
import org.swarmload.study.StudyResult.ObjectiveVerdict;
import org.swarmload.study.StudyResult.Verdict;

class SummaryTest {
    private static String text() {
        StringWriter text = new StringWriter();
        new Summary(SampleStudy.study()).print(new PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void shouldFitA140ColumnTerminal() {
        assertThat(text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(140));
    }

    @Test
    void shouldAlignEveryRowUnderTheHeads() {
        String[] lines = text().split("\n");
        int rule = 0;
        while (!lines[rule].startsWith("---")) {
            rule++;
        }
        for (int i = 1; i <= 4; i++) {
            assertThat(lines[rule + i]).hasSameSizeAs(lines[rule]);
        }
    }

    @Test
    void shouldSayDigestVerdictsAndBounds() {
        assertThat(text())
                .contains("digest 0123456789abcdef", "✓ met  startup-time.p95 < 4s  (measured 3.10 s)")
                .contains("offload at most 83.0 %", "simulated: ", "63.2 %");
    }

    @Test
    void shouldExitByTheVerdictsOfTheDecidingDeliveryOnly() {
        assertThat(exitCode(Verdict.MISSED, false)).isEqualTo(ExitCode.GOOD);
        assertThat(exitCode(Verdict.MISSED, true)).isEqualTo(ExitCode.MISSED);
        assertThat(exitCode(Verdict.UNDECIDED, true)).isEqualTo(ExitCode.UNDECIDED);
        assertThat(exitCode(Verdict.MET, true)).isEqualTo(ExitCode.GOOD);
    }

    @Test
    void shouldExitByExpectationsToo() {
        StudyResult study = SampleStudy.study();
        Expectation expectation = ExpectingStudy.fiveViewers(null, null);
        ExpectationOutcome outcome = new ExpectationOutcome(expectation, "hybrid", 6.0, null, false);
        Summary summary = new Summary(new StudyResult(
                study.scenario(), "", 1, study.deliveries(), List.of(), List.of(outcome), 1, false, study.engine()));
        StringWriter text = new StringWriter();
        summary.print(new PrintWriter(text, true));

        assertThat(summary.exitCode()).isEqualTo(ExitCode.MISSED);
        assertThat(text.toString()).contains("✗ short  hybrid: viewers", "expected 5 exactly, got 6", "counted");
    }

    @Test
    void shouldSayWhyAnObjectiveIsUndecided() {
        StudyResult study = SampleStudy.study();
        List<ObjectiveVerdict> verdicts = List.of(
                new ObjectiveVerdict("start-failures < 12%", "hybrid", Verdict.UNDECIDED, 0.126, 0.2, 0.12, true),
                new ObjectiveVerdict("startup-time.p95 < 4s", "hybrid", Verdict.UNDECIDED, null, null, 4, true));
        StringWriter text = new StringWriter();
        new Summary(new StudyResult(study.scenario(), "", 2, study.deliveries(), verdicts, 1, false, study.engine()))
                .print(new PrintWriter(text, true));

        assertThat(text.toString())
                .contains("? undecided  start-failures < 12%  (measured 12.6 %, 95 % interval 0 % to 32.6 %; more "
                        + "replications than 2 would decide)")
                .contains("? undecided  startup-time.p95 < 4s  (not measured)");
    }

    @Test
    void shouldSayWhatIsNotJudgedAndNotExitAsIfItWereMet() {
        List<Expectation> expected = List.of(
                ExpectingStudy.fiveViewers("hybrid", null),
                ExpectingStudy.fiveViewers("cdn", "p2p"),
                ExpectingStudy.fiveViewers("cdn", null));
        ExpectationOutcome pass = new ExpectationOutcome(expected.get(2), "cdn", 5.0, null, true);
        Summary summary = new Summary(ExpectingStudy.of(expected, List.of(pass), List.of(), 2));
        StringWriter text = new StringWriter();
        summary.print(new PrintWriter(text, true));

        assertThat(text.toString()).contains("2 expectations are not judged: hybrid and p2p were not run.");
        assertThat(summary.exitCode()).isEqualTo(ExitCode.UNDECIDED);
    }

    @Test
    void shouldSayThatTheSeedIsTheNames() {
        Expectation any = ExpectingStudy.fiveViewers(null, null);
        StudyResult written = ExpectingStudy.of(List.of(any), List.of(), List.of(), 4);
        Scenario from = written.scenario();
        Scenario named = new Scenario(
                from.schema(),
                from.name(),
                from.about(),
                Scenario.seedOf(from.name()),
                from.zone(),
                from.run(),
                from.content(),
                from.audience(),
                from.frontDoor(),
                from.deliveries(),
                from.faults(),
                from.decide(),
                from.objectives(),
                from.expectations(),
                from.costs(),
                from.engine(),
                from.effectiveYaml());
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text, true);
        new Summary(written).print(out);
        assertThat(text.toString()).contains("seed 2017, ");
        new Summary(new StudyResult(named, "", 2, written.deliveries(), List.of(), 1, false, written.engine()))
                .print(out);

        assertThat(text.toString()).contains("seed " + Scenario.seedOf(from.name()) + " (from the name), ");
    }

    @Test
    void shouldNotExitAsIfObjectivesOfADeliveryThatWasNotRunWereMet() {
        StudyResult study = SampleStudy.study();
        assertThat(new Summary(new StudyResult(
                                study.scenario(),
                                "",
                                1,
                                study.deliveries().subList(0, 2),
                                List.of(),
                                1,
                                false,
                                study.engine()))
                        .exitCode())
                .isEqualTo(ExitCode.UNDECIDED);
    }

    private static ExitCode exitCode(Verdict verdict, boolean deciding) {
        StudyResult study = SampleStudy.study();
        ObjectiveVerdict one = new ObjectiveVerdict("offload > 1%", "hybrid", verdict, 0, 1, deciding);
        return new Summary(new StudyResult(
                        study.scenario(), "", 1, study.deliveries(), java.util.List.of(one), 1, false, study.engine()))
                .exitCode();
    }
}
