package org.swarmload.jmh.net;

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
import org.swarmload.sim.net.ServerPort;
import org.swarmload.sim.net.Transfers;

/**
 * One operation is one flow that ends at a server's port and another one that starts in its place: the number of flows
 * stays. Slow flows run at their caps, the others at the fair rate. Each piece from a server passes this, and its cost should grow
 * with the logarithm of the flows.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ServerPortBenchmark {
    private static final int DRAWS = 1 << 16;
    /** 10 Gbit/s, in bytes per microsecond. */
    private static final double CAPACITY = 1250;

    private static final double MEAN_BYTES = 3e6;
    /** Caps as multiples of an equal part of the port; slow flows stay longer, so most caps have to be greater. */
    private static final double LEAST_CAP = 0.5;

    private static final double GREATEST_CAP = 8;
    /** How often all flows are replaced before the measurement begins. */
    private static final int TURNOVERS = 5;

    @Param({"100", "10000"})
    public int flows;

    private final double[] caps = new double[DRAWS];
    private final long[] sizes = new long[DRAWS];
    private int next;
    private Transfers transfers;
    private ServerPort port;
    private long now;

    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(10);
        for (int i = 0; i < DRAWS; i++) {
            caps[i] = CAPACITY / flows * LEAST_CAP * Math.pow(GREATEST_CAP / LEAST_CAP, random.nextDouble());
            sizes[i] = 1 + Math.round(MEAN_BYTES * 2 * random.nextDouble());
        }
        transfers = new Transfers((draw, piece, rendition) -> sizes[draw]);
        port = new ServerPort(transfers, CAPACITY);
        for (int i = 0; i < flows; i++) {
            start();
        }
        for (int i = 0; i < TURNOVERS * flows; i++) {
            endAndStart();
        }
    }

    @Benchmark
    public long endAndStart() {
        int t = Transfers.NONE;
        while (t == Transfers.NONE) {
            now = port.nextFinish(now);
            t = port.pollFinished(now);
        }
        transfers.release(t);
        start();
        return now;
    }

    private void start() {
        int draw = next++ & (DRAWS - 1);
        int t = transfers.create(-1, draw, 0, 0);
        port.start(t, caps[draw], now);
    }
}
