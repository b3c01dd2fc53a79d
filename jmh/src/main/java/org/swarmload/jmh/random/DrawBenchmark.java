package org.swarmload.jmh.random;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.random.CounterRandom;
import org.swarmload.sim.random.Poisson;
import org.swarmload.sim.random.Purpose;

/**
 * One operation is one random number, by the ways in which the simulator draws them: a pure function of a viewer and a
 * purpose (three mixing steps), the next number of a cell's stream (one), and a Poisson number of mean 10. Every attribute
 * of every viewer and every choice in a swarm is a draw.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DrawBenchmark {
    private static final double POISSON_MEAN = 10;

    private final long key = CounterRandom.key(2017, 0);
    private final CellStream stream = new CellStream(2017, 0, 0);
    private int viewer;

    @Benchmark
    public double ofViewer() {
        return CounterRandom.uniform(key, viewer++, Purpose.DOWN, 0);
    }

    @Benchmark
    public int ofCell() {
        return stream.nextInt(40);
    }

    @Benchmark
    public long poisson() {
        return Poisson.draw(key, viewer++, Purpose.DOWN, POISSON_MEAN);
    }
}
