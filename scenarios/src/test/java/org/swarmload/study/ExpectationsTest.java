package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.Cancellation;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.ViewerTable;
import org.swarmload.sim.result.ViewerTable.Column;
import org.swarmload.study.StudyResult.ExpectationOutcome;
import org.swarmload.yaml.ScenarioReader;

/** Runs that start everybody after 4 s in replication 0, 6 s in replication 1; p2p takes twice as long. */
class ExpectationsTest {
    /** Time 0 is the unlock. */
    private static final String START = "extends: premiere-night\naudience: {arrivals: [{share: 100%, at: 0s}]}\n";

    @TempDir
    private Path folder;

    private List<ExpectationOutcome> judge(String... items) {
        return study(items).expectations();
    }

    private StudyResult study(String... items) {
        Path file = folder.resolve("case.yaml");
        try {
            Files.writeString(file, START + "expect:\n  - " + String.join("\n  - ", items) + "\n");
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        Scenario scenario = ScenarioReader.read(file.toString());
        return new StudyRunner(new Made(), 2).run(scenario, List.of("p2p", "hybrid"), 2, StudyListener.none());
    }

    @Test
    void shouldPassWhenTheMeanIsWithinTheLimits() {
        ExpectationOutcome outcome =
                judge("{metric: startup-time.p95, value: 5s, within: 1%}").get(0);

        assertThat(outcome.delivery()).isEqualTo("hybrid");
        assertThat(outcome.got()).isEqualTo(5);
        // Student's t with one degree of freedom: 12.706 x 1.
        assertThat(outcome.ci95()).isCloseTo(12.706, within(0.001));
        assertThat(outcome.pass()).isTrue();
    }

    @Test
    void shouldBeShortWhenTheMeanIsOutside() {
        StudyResult study =
                study("{metric: startup-time, at-most: 4.9s}", "{metric: startup-time.min, at-least: 4s, at-most: 6s}");

        assertThat(study.expectations()).extracting(ExpectationOutcome::pass).containsExactly(false, true);
        assertThat(study.asExpected()).isFalse();
    }

    @Test
    void shouldHoldEveryReplicationToATheorem() {
        assertThat(judge(
                        "{metric: startup-time, at-least: 4.5s}",
                        "{metric: startup-time, at-least: 4.5s, every: true}",
                        "{metric: startup-time, at-least: 4s, every: true}"))
                .extracting(ExpectationOutcome::pass)
                .containsExactly(true, false, true);
    }

    @Test
    void shouldLookAtATimeOfTheRun() {
        assertThat(judge(
                        "{metric: concurrent-viewers, at: 20s, value: 700, within: exact}",
                        "{metric: edge-bps, at: 20s, value: 1kbps, within: exact}"))
                .allSatisfy(outcome -> assertThat(outcome.pass()).isTrue());
    }

    @Test
    void shouldNotTakeTheTimeAfterTheRunForALevelOfNought() {
        ExpectationOutcome after = judge("{metric: concurrent-viewers, at: 40s, value: 0, within: exact}")
                .get(0);

        assertThat(after.got()).isNull();
        assertThat(after.pass()).isFalse();
        assertThat(after.why()).isEqualTo("the run was over 30s after the unlock");
    }

    @Test
    void shouldTakeNoughtOfARunThatWasOverBeforeTheOthers() {
        ExpectationOutcome outcome = judge(
                        "{metric: concurrent-viewers, at: 40s, delivery: p2p, value: 5, within: exact}")
                .get(0);

        assertThat(outcome.values()).containsExactly(0.0, 10.0);
        assertThat(outcome.pass()).isTrue();
    }

    @Test
    void shouldDivideByTheOtherDeliveryRunByRun() {
        ExpectationOutcome outcome = judge(
                        "{metric: startup-time, delivery: p2p, relative-to: hybrid, value: 2, within: exact}")
                .get(0);

        assertThat(outcome.got()).isEqualTo(2);
        assertThat(outcome.ci95()).isZero();
        assertThat(outcome.pass()).isTrue();
    }

    @Test
    void shouldNotJudgeWhatIsExpectedOfDeliveriesThatWereNotRun() {
        StudyResult study = study(
                "{metric: startup-time, delivery: cdn, at-least: 0s}",
                "{metric: startup-time, delivery: p2p, relative-to: cdn, at-least: 1}",
                "{metric: startup-time, delivery: p2p, at-least: 0s}");

        assertThat(study.expectations()).hasSize(1);
        assertThat(study.unjudged()).isEqualTo(study.scenario().expectations().subList(0, 2));
    }

    @Test
    void shouldDivideByAnotherMetricOfTheRun() {
        assertThat(judge("{metric: http-503, per: attempts, value: 0.25, within: exact}")
                        .get(0)
                        .got())
                .isEqualTo(0.25);
    }

    @Test
    void shouldTakeAGroupOfViewersFromTheTable() {
        assertThat(judge(
                        "{metric: startup-time, where: {access: fibre}, value: 30s, within: exact}",
                        "{metric: startup-time.max, where: {access: fibre, region: east}, value: 40s, within: exact}",
                        "{metric: startup-time, where: {access: fibre, region: west}, at-least: 0s}"))
                .extracting(ExpectationOutcome::got)
                .containsExactly(30.0, 40.0, null);
    }

    @Test
    void shouldBeShortWhenNothingWasMeasured() {
        ExpectationOutcome outcome =
                judge("{metric: front-door-wait.p95, at-least: 0s}").get(0);

        assertThat(outcome.got()).isNull();
        assertThat(outcome.pass()).isFalse();
    }

    private static final class Made implements Simulator {
        @Override
        public CompletionStage<RunResult> run(
                ModelSpec spec, SimulationEngine.ProgressListener listener, Cancellation cancellation) {
            double startup = (4 + 2 * spec.replication()) * (spec.deliveryName().equals("p2p") ? 2 : 1);
            ViewerTable table = new ViewerTable(List.of(
                    new Column("access", new double[] {1, 0, 1, 1}),
                    new Column("region", new double[] {0, 0, 0, 1}),
                    new Column("press", new double[] {0, 0, 0, 0}),
                    new Column("startup", new double[] {20, 99, 40, Double.NaN})));
            RunResult run = Runs.run(spec.deliveryName(), spec.replication(), 10, startup);
            boolean longer = spec.deliveryName().equals("p2p") && spec.replication() == 1;
            return CompletableFuture.completedFuture(
                    Runs.with(longer ? Runs.withConcurrency(run, 10, 700, 30, 10) : run, table));
        }
    }
}
