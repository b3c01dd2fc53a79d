package org.swarmload.sim.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.swarmload.sim.Premiere;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;

/** What ends one run early ends no other one of the same engine. */
@Timeout(60)
class CancellationTest {
    private static final ModelSpec SPEC = Premiere.of("cdn", 50).withLength(60).spec();

    @AutoClose
    private final SimulationEngine engine = SimulationEngine.start(2);

    private CompletableFuture<RunResult> begin(SimulationEngine.ProgressListener listener, Cancellation cancellation) {
        return engine.run(SPEC, listener, cancellation).toCompletableFuture();
    }

    private RunResult whole() {
        return begin((s, now, share, present) -> {}, new Cancellation()).join();
    }

    @Test
    void shouldEndTheRunsThatWereBegunWithItAndNoOthers() {
        Cancellation cancellation = new Cancellation();
        CountDownLatch bothUnderWay = new CountDownLatch(2);
        SimulationEngine.ProgressListener together = (s, now, share, present) -> {
            bothUnderWay.countDown();
            await(bothUnderWay);
        };
        CompletableFuture<RunResult> other = begin(together, new Cancellation());
        CompletableFuture<RunResult> cancelled = begin(
                (s, now, share, present) -> {
                    together.onProgress(s, now, share, present);
                    cancellation.cancel();
                },
                cancellation);

        assertThat(cancelled.join().partial()).isTrue();
        assertThat(cancelled.join().engine().rounds()).isEqualTo(1);
        assertThat(other.join().partial()).isFalse();
        assertThat(whole())
                .usingRecursiveComparison()
                .ignoringFields("engine.threadsUsed", "engine.wallTime")
                .isEqualTo(other.join());
        assertThat(begin((s, now, share, present) -> {}, cancellation).join().partial())
                .isTrue();
    }

    @Test
    void shouldGoOnAfterARunThatFailed() {
        CompletableFuture<RunResult> failed = begin(
                (s, now, share, present) -> {
                    throw new IllegalStateException("made up");
                },
                new Cancellation());

        assertThatThrownBy(failed::join).hasRootCauseMessage("made up");
        assertThat(whole().partial()).isFalse();
    }

    /** A run that is over when it is cancelled is whole. */
    @Test
    void shouldNotCallAWholeRunPartial() {
        RunResult whole = whole();
        Cancellation cancellation = new Cancellation();
        long[] rounds = new long[1];
        RunResult result = begin(
                        (s, now, share, present) -> {
                            if (++rounds[0] == whole.engine().rounds()) {
                                cancellation.cancel();
                            }
                        },
                        cancellation)
                .join();

        assertThat(result.partial()).isFalse();
        assertThat(result.digest()).isEqualTo(whole.digest());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
