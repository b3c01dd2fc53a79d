package org.swarmload.jmh.policy;

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
import org.swarmload.jmh.swarm.Crowd;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.policy.Pickers;

/**
 * One operation is one decision: a viewer looks at its neighbours and the picker chooses a piece of the window. Viewers
 * take turns. Decisions are a good part of a swarm's run time; what a picker costs beside its look is the difference from
 * {@link org.swarmload.jmh.swarm.LookBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PickBenchmark {
    @Param({"window", "rarest-first", "random", "sequential", "mixed"})
    public String picker;

    @Param({"10", "40", "80"})
    public int neighbours;

    /** Share of its window that each viewer holds: a young swarm, and one whose buffers are nearly full. */
    @Param({"0.5", "0.9"})
    public double filled;

    private PiecePicker chosen;
    private WindowView view;
    private int turn;

    @Setup
    public void fill() {
        chosen = Pickers.create(picker);
        view = new WindowView(new Crowd(neighbours, filled), neighbours);
    }

    @Benchmark
    public int pick() {
        int v = turn;
        turn = v + 1 == Crowd.VIEWERS ? 0 : v + 1;
        view.aim(v);
        return view.offered(0) == 0 ? PiecePicker.NONE : chosen.pick(view);
    }
}
