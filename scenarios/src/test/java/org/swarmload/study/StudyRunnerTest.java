package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.Cancellation;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.yaml.ScenarioReader;

@Timeout(20)
class StudyRunnerTest {
    private final Scenario scenario = ScenarioReader.read("premiere-night");
    private final ExecutorService pool = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() {
        pool.shutdownNow();
    }

    @Test
    void shouldRunEveryDeliveryAndReplicationInOrder() {
        StudyResult result = new StudyRunner(new Fake(5), 8).run(scenario, List.of(), 3, StudyListener.none());

        assertThat(result.deliveries())
                .extracting(DeliveryResult::name)
                .containsExactly("client-server", "cdn", "p2p", "hybrid");
        assertThat(result.deliveries())
                .allSatisfy(d ->
                        assertThat(d.runs()).extracting(RunResult::replication).containsExactly(0, 1, 2));
        assertThat(result.verdicts()).hasSize(12);
        assertThat(result.verdicts().stream().filter(v -> v.deciding()))
                .allSatisfy(v -> assertThat(v.delivery()).isEqualTo("hybrid"));
        assertThat(result.partial()).isFalse();
    }

    @Test
    void shouldGiveTheSameDigestForAnyThreads() {
        long one = new StudyRunner(new Fake(0), 1)
                .run(scenario, List.of(), 3, StudyListener.none())
                .digest();
        long many = new StudyRunner(new Fake(5), 16)
                .run(scenario, List.of(), 3, StudyListener.none())
                .digest();

        assertThat(many).isEqualTo(one);
    }

    @Test
    void shouldBoundTheRunsUnderWay() {
        Fake fake = new Fake(5);
        // 20,000 viewers are two cells: five threads have room for two runs.
        new StudyRunner(fake, 5).run(scenario, List.of("cdn"), 9, StudyListener.none());

        assertThat(fake.most.get()).isEqualTo(2);
    }

    @Test
    void shouldReportProgressUpToTheEnd() {
        List<StudyListener.Progress> heard = Collections.synchronizedList(new ArrayList<>());

        new StudyRunner(new Fake(1), 8).run(scenario, List.of("cdn", "p2p"), 2, heard::add);

        assertThat(heard).extracting(StudyListener.Progress::fraction).isSorted();
        StudyListener.Progress last = heard.get(heard.size() - 1);
        assertThat(last.fraction()).isEqualTo(1);
        assertThat(last.finishedRuns()).isEqualTo(4);
        assertThat(last.plannedRuns()).isEqualTo(4);
    }

    @Test
    void shouldKeepWhatWasFinishedWhenCancelled() {
        StudyRunner[] runner = new StudyRunner[1];
        runner[0] = new StudyRunner(new Fake(1), 1);

        StudyResult result = runner[0].run(scenario, List.of("cdn", "p2p"), 5, progress -> {
            if (progress.finishedRuns() == 3) {
                runner[0].cancel();
            }
        });

        assertThat(result.partial()).isTrue();
        assertThat(result.plannedReplications()).isEqualTo(5);
        assertThat(result.deliveries().get(0).runs()).hasSize(2);
        assertThat(result.deliveries().get(1).runs()).hasSize(1);
    }

    @Test
    void shouldTakeAnInterruptAsCancellation() {
        Thread caller = Thread.currentThread();
        StudyResult result = new StudyRunner(new Fake(20), 1).run(scenario, List.of("cdn"), 50, progress -> {
            if (progress.finishedRuns() == 2) {
                caller.interrupt();
            }
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.partial()).isTrue();
        assertThat(result.deliveries().get(0).runs()).hasSizeBetween(2, 4);
    }

    @Test
    void shouldPassOnTheCauseOfAFailure() {
        Simulator broken = (spec, listener, cancellation) ->
                CompletableFuture.failedFuture(new IllegalStateException("bytes are missing"));

        assertThatThrownBy(() -> new StudyRunner(broken, 4).run(scenario, List.of(), 2, StudyListener.none()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bytes are missing");
    }

    /** Others under way are waited for, so that nothing of this study is left on an engine that goes on. */
    @Test
    void shouldWaitForOthersWhenASpecIsNotTaken() {
        Fake fake = new Fake(50);
        Simulator choosy = (spec, listener, cancellation) -> {
            if (spec.deliveryName().equals("p2p")) {
                throw new IllegalArgumentException("too large");
            }
            return fake.run(spec, listener, cancellation);
        };

        assertThatThrownBy(
                        () -> new StudyRunner(choosy, 4).run(scenario, List.of("cdn", "p2p"), 2, StudyListener.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("too large");
        assertThat(fake.underWay.get()).isZero();
        assertThat(fake.begun.get()).isEqualTo(1);
    }

    /** The swarm of a file is one cell, whatever its size. */
    @Test
    void shouldCountTheCellsOfEachRun() {
        Scenario file = ScenarioReader.read("file-release", List.of(), List.of("audience.viewers=50k"));
        Fake swarm = new Fake(20);
        new StudyRunner(swarm, 6).run(file, List.of("p2p"), 9, StudyListener.none());
        Fake fiveCells = new Fake(5);
        new StudyRunner(fiveCells, 6).run(file, List.of("cdn"), 3, StudyListener.none());

        assertThat(swarm.most.get()).isEqualTo(6);
        assertThat(fiveCells.most.get()).isEqualTo(1);
    }

    @Test
    void shouldCarryTheScenarioAndItsBounds() {
        StudyResult result = new StudyRunner(new Fake(0), 1).run(scenario, List.of("p2p"), 1, StudyListener.none());

        assertThat(result.effectiveScenario()).isEqualTo(scenario.effectiveYaml());
        assertThat(result.deliveries().get(0).bounds())
                .extracting(StudyResult.Bound::metric)
                .startsWith(
                        "concurrent-viewers", "peak-demand-bps", "seed-bps.peak10s", "offload", "greatest-rate-bps");
    }

    /** Finishes runs on a pool after a while; gives partial results once cancelled. */
    private final class Fake implements Simulator {
        private final long millis;
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger begun = new AtomicInteger();

        Fake(long millis) {
            this.millis = millis;
        }

        @Override
        public CompletionStage<RunResult> run(
                ModelSpec spec, SimulationEngine.ProgressListener listener, Cancellation cancellation) {
            begun.incrementAndGet();
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            return CompletableFuture.supplyAsync(
                    () -> {
                        listener.onProgress(spec, spec.endMicros() / 2, 0.5, 100);
                        pause();
                        underWay.decrementAndGet();
                        return Runs.of(spec, cancellation.requested());
                    },
                    pool);
        }

        private void pause() {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
