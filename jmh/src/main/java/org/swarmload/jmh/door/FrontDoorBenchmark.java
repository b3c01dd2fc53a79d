package org.swarmload.jmh.door;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.door.FrontDoor;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.yaml.ScenarioReader;

/**
 * One operation is a premiere's whole crowd of twenty thousand going through login, licence and manifest, in rounds of a
 * second; the figure {@code calls} is the time for each call that came to a service, {@code events} for each
 * event (time-outs and patience are some of them). The door is the part of a run that no
 * second thread can share, so its cost bounds how much threads help.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FrontDoorBenchmark {
    private static final long ROUND_MICROS = 1_000_000;

    /** Scenarios of the library: a door that takes all, and one with time-outs, retries and reloads. */
    @Param({"premiere-night", "premiere-night-scarce-door"})
    public String scenario;

    private ModelSpec model;
    private Audience audience;
    private FrontDoor door;

    /** What the door did. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Count {
        public long calls;
        public long events;
    }

    @Setup
    public void read() {
        model = ScenarioCompiler.compile(ScenarioReader.read(scenario, List.of(), List.of()), "cdn", 0);
        audience = new Audience(model);
    }

    @Setup(Level.Invocation)
    public void open() {
        door = new FrontDoor(model, audience);
    }

    @Benchmark
    public long crowd(Count count) {
        long now = 0;
        while (now < model.endMicros() && !(door.allPressed() && door.waiting() == 0)) {
            now += ROUND_MICROS;
            door.advance(now);
        }
        count.calls += door.facts().attempts();
        count.events += door.events();
        return door.digest();
    }
}
