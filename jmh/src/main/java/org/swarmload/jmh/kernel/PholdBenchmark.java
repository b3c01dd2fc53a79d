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
 * PHOLD (Fujimoto 1990), the usual test of parallel discrete-event simulation: each event makes one new event at a
 * logical process drawn at random, a lookahead and an exponential time later. Processes advance in rounds as long as the
 * lookahead, so that what is sent in a round is due after it and is filed between rounds, as messages between cells are.
 *
 * <p>One operation is one event, taken, sent and filed. One thread runs all processes: this measures what queues and
 * exchange cost, not how they spread over processors.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PholdBenchmark {
    private static final int DRAWS = 1 << 16;
    private static final int PENDING = 10_000;
    private static final long LOOKAHEAD_MICROS = 1_000_000;
    private static final double MEAN_MICROS = 4e6;

    /** Logical processes, each with ten thousand events on average: a few cells, and a city in cells. */
    @Param({"4", "64"})
    public int processes;

    private final long[] waits = new long[DRAWS];
    private final int[] targets = new int[DRAWS];
    private int next;
    private EventQueue[] queues;
    private Inbox[] inboxes;
    private int process;
    private long roundEnd;

    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(1990);
        for (int i = 0; i < DRAWS; i++) {
            waits[i] = Math.round(-Math.log(1 - random.nextDouble()) * MEAN_MICROS);
            targets[i] = random.nextInt(processes);
        }
        queues = new EventQueue[processes];
        inboxes = new Inbox[processes];
        for (int p = 0; p < processes; p++) {
            queues[p] = new EventQueue();
            inboxes[p] = new Inbox();
            for (int i = 0; i < PENDING; i++) {
                queues[p].push(waits[random.nextInt(DRAWS)], 0, p * PENDING + i, 0);
            }
        }
        roundEnd = LOOKAHEAD_MICROS;
        for (int i = 0; i < processes * PENDING; i++) {
            event();
        }
    }

    @Benchmark
    public long event() {
        while (!queues[process].popBefore(roundEnd)) {
            if (++process == processes) {
                exchange();
            }
        }
        EventQueue queue = queues[process];
        int draw = next++ & (DRAWS - 1);
        long time = queue.time();
        inboxes[targets[draw]].add(time + LOOKAHEAD_MICROS + waits[draw], queue.id());
        return time;
    }

    private void exchange() {
        for (int p = 0; p < processes; p++) {
            inboxes[p].empty(queues[p]);
        }
        process = 0;
        roundEnd += LOOKAHEAD_MICROS;
    }
}
