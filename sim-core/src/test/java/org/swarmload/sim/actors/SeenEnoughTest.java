package org.swarmload.sim.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.sim.Premiere;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.watch.Watch;

/** What a watch is told of viewers, and runs that end because it has seen enough. */
class SeenEnoughTest {
    private static final ModelSpec SPEC = Premiere.of("hybrid", 400)
            .withLength(180)
            .withCapacity(0.6)
            .withCells(8)
            .withFault()
            .spec();

    /** Counts what it is told until so many have started. */
    private static final class Counter implements Watch {
        private final long enough;
        private final LongAdder starts = new LongAdder();
        private final LongAdder startupMicros = new LongAdder();
        private final LongAdder stalledMicros = new LongAdder();

        private Counter(long enough) {
            this.enough = enough;
        }

        @Override
        public void started(long micros) {
            starts.increment();
            startupMicros.add(micros);
        }

        @Override
        public void stalled(long micros) {
            stalledMicros.add(micros);
        }

        @Override
        public boolean hasSeenEnough() {
            return starts.sum() >= enough;
        }
    }

    private static RunResult run(int threads, Watch watch) {
        try (SimulationEngine engine = SimulationEngine.start(threads)) {
            return engine.run(SPEC, (s, now, share, present) -> {}, new Cancellation(), watch)
                    .toCompletableFuture()
                    .join();
        }
    }

    @Test
    void shouldTellOfEveryStartAndEveryStall() {
        Counter counter = new Counter(Long.MAX_VALUE);
        RunResult result = run(2, counter);
        assertThat(result.partial()).isFalse();
        assertThat(counter.starts.sum())
                .isPositive()
                .isEqualTo(result.startupSeconds().count());
        assertThat(counter.startupMicros.sum() / 1e6)
                .isCloseTo(result.startupSeconds().sum(), within(1e-6));
        assertThat(counter.stalledMicros.sum() / 1e6)
                .isPositive()
                .isCloseTo(result.outcomes().stalledSeconds(), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void shouldEndWithTheSameRoundOnAnyThreads(int threads) {
        RunResult one = run(1, new Counter(100));
        RunResult other = run(threads, new Counter(100));
        assertThat(one.partial()).isTrue();
        assertThat(one.startupSeconds().count()).isBetween(100L, 300L);
        assertThat(other.digest()).isEqualTo(one.digest());
        assertThat(other.engine().rounds()).isEqualTo(one.engine().rounds());
    }
}
