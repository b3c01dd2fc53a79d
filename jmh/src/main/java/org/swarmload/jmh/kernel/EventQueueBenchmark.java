package org.swarmload.jmh.kernel;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.swarmload.sim.kernel.EventQueue;

/**
 * The hold model: take the next event, file it again a random time later, so that the number of pending events stays.
 * One operation is one event. Waits are exponential, as those of a crowd are, with the given mean.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EventQueueBenchmark {
    private static final int WAITS = 1 << 16;

    /** Events in the queue at any time: a cell of ten thousand viewers, a whole city and a country on one timeline. */
    @Param({"10000", "1000000", "10000000"})
    public int pending;

    /** A segment's length, and a session's, which goes by the coarse ring. */
    @Param({"4", "1500"})
    public int meanSeconds;

    private final long[] waits = new long[WAITS];
    private int next;
    private EventQueue queue;

    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(2017);
        for (int i = 0; i < WAITS; i++) {
            waits[i] = Math.round(-Math.log(1 - random.nextDouble()) * meanSeconds * 1e6);
        }
        queue = new EventQueue();
        for (int i = 0; i < pending; i++) {
            queue.push(wait(i), i & (EventQueue.KIND_LIMIT - 1), i % EventQueue.ID_LIMIT, i / EventQueue.ID_LIMIT);
        }
        for (int i = 0; i < pending; i++) {
            hold();
        }
    }

    @Benchmark
    public long hold() {
        if (!queue.popBefore(Long.MAX_VALUE)) {
            throw new IllegalStateException("The queue ran empty.");
        }
        long time = queue.time();
        queue.push(time + wait(next++), queue.kind(), queue.id(), queue.aux());
        return time;
    }

    private long wait(int i) {
        return waits[i & (WAITS - 1)];
    }
}
