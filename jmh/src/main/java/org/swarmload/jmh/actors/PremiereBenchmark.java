package org.swarmload.jmh.actors;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.yaml.ScenarioReader;

/**
 * One operation is a whole small premiere, from the dealing of the viewers to the merged result, on one thread: the
 * evening of premiere-night with its failure of the central servers. The figure {@code viewerMinutes} is the time for each
 * minute that somebody watched or stalled, {@code events} for each event: what a run costs when all inner parts come
 * together, on which the time of a large run is estimated.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PremiereBenchmark {
    private static final double SECONDS_PER_MINUTE = 60;

    /** A delivery of the scenario. */
    @Param("hybrid")
    public String delivery;

    @Param("2000")
    public int viewers;

    private SimulationEngine engine;
    private ModelSpec model;

    /** What the runs did. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Count {
        public double viewerMinutes;
        public long events;
    }

    @Setup
    public void start() {
        model = ScenarioCompiler.compile(
                ScenarioReader.read("premiere-night", List.of(), List.of("audience.viewers=" + viewers)), delivery, 0);
        engine = SimulationEngine.start(1);
    }

    @TearDown
    public void stop() {
        engine.close();
    }

    @Benchmark
    public long run(Count count) {
        RunResult result = engine.run(model, (spec, now, share, present) -> {})
                .toCompletableFuture()
                .join();
        RunResult.Outcomes outcomes = result.outcomes();
        count.viewerMinutes += (outcomes.playedSeconds() + outcomes.stalledSeconds()) / SECONDS_PER_MINUTE;
        count.events += result.engine().events();
        return result.digest();
    }
}
