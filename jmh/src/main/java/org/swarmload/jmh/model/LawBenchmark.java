package org.swarmload.jmh.model;

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
import org.swarmload.sim.model.Law;
import org.swarmload.sim.random.CounterRandom;
import org.swarmload.sim.random.Purpose;

/**
 * One operation is one value of a law: a draw of a viewer and its quantile. Lines, patience and work at services are
 * drawn so; StrictMath, which makes them equal on every machine, has its price here.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LawBenchmark {
    @Param({"uniform", "exponential", "lognormal", "cut-exponential", "choice"})
    public String law;

    private final long key = CounterRandom.key(2017, 0);
    private Law chosen;
    private int viewer;

    @Setup
    public void choose() {
        chosen = switch (law) {
            case "uniform" -> new Law.Uniform(0, 60);
            case "exponential" -> new Law.Exponential(1500);
            case "lognormal" -> Law.Lognormal.ofP10P50P90(15e6, 55e6, 130e6);
            case "cut-exponential" -> new Law.CutExponential(1500, 3600);
            case "choice" -> new Law.Choice(new double[] {1, 2, 3, 4}, new double[] {0.4, 0.3, 0.2, 0.1});
            default -> throw new IllegalArgumentException("No law '" + law + "' here.");
        };
    }

    @Benchmark
    public double value() {
        return chosen.quantile(CounterRandom.uniform(key, viewer++, Purpose.DOWN, 0));
    }
}
