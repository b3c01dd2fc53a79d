package org.swarmload.jmh.swarm;

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
import org.swarmload.sim.swarm.Holdings;
import org.swarmload.sim.swarm.Look;

/**
 * One operation is one look of a viewer at all its neighbours: which of the pieces that it lacks does anybody show?
 * Viewers take turns, so that neighbours are where they are in a run, mostly not in the first cache. Every decision of a
 * client begins with a look.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LookBenchmark {
    private static final double FILLED = 0.5;

    @Param({"10", "40", "80"})
    public int neighbours;

    private Crowd crowd;
    private Holdings holdings;
    private Look look;
    private int turn;

    @Setup
    public void fill() {
        crowd = new Crowd(neighbours, FILLED);
        holdings = crowd.holdings();
        look = holdings.newLook(neighbours);
    }

    @Benchmark
    public long look() {
        int v = turn;
        turn = v + 1 == Crowd.VIEWERS ? 0 : v + 1;
        long wanted = crowd.wanted(v);
        look.begin(crowd.neighbours(), v, holdings.front(v), crowd.rendition(v), wanted);
        return look.shown(wanted) ^ look.offered();
    }
}
