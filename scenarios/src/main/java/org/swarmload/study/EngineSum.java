package org.swarmload.study;

import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import org.swarmload.sim.result.EngineFacts;
import org.swarmload.sim.result.RunResult;

/** What several runs did and took together. */
public final class EngineSum {
    private static final double MICROS = 1e6;
    private static final double NANOS = 1e9;

    private final List<EngineFacts> runs;

    private EngineSum(List<EngineFacts> runs) {
        this.runs = runs;
    }

    public static EngineSum of(Collection<RunResult> runs) {
        return new EngineSum(runs.stream().map(RunResult::engine).toList());
    }

    public int runs() {
        return runs.size();
    }

    /** Of the run that has most. */
    public long cells() {
        return most(EngineFacts::cells);
    }

    /** Of the run that has most. */
    public long viewers() {
        return most(EngineFacts::viewers);
    }

    /** Wall time of each run, added up, also where runs were under way at the same time. */
    public double seconds() {
        return total(facts -> facts.wallTime().nanos()) / NANOS;
    }

    /** Part of {@link #seconds} in which no cell of the run was at work; 0 of no time. */
    public double serialShare() {
        double nanos = total(facts -> facts.wallTime().nanos());
        return nanos == 0 ? 0 : total(facts -> facts.wallTime().serialNanos()) / nanos;
    }

    /** State of the run with most of it for each viewer. */
    public double stateBytesPerViewer() {
        return runs.stream()
                .filter(facts -> facts.viewers() > 0)
                .mapToDouble(facts -> (double) facts.stateBytes() / facts.viewers())
                .max()
                .orElse(0);
    }

    public long rounds() {
        return total(EngineFacts::rounds);
    }

    /** Null without rounds. */
    public Double shortestRoundSeconds() {
        return rounds() == 0
                ? null
                : runs.stream()
                                .mapToLong(f -> f.roundLengths().shortestMicros())
                                .min()
                                .orElse(0)
                        / MICROS;
    }

    /** Null without rounds. */
    public Double meanRoundSeconds() {
        return rounds() == 0 ? null : total(facts -> facts.roundLengths().totalMicros()) / (MICROS * rounds());
    }

    /** Null without rounds. */
    public Double longestRoundSeconds() {
        return rounds() == 0 ? null : most(facts -> facts.roundLengths().longestMicros()) / MICROS;
    }

    public long total(ToLongFunction<EngineFacts> count) {
        return runs.stream().mapToLong(count).sum();
    }

    private long most(ToLongFunction<EngineFacts> count) {
        return runs.stream().mapToLong(count).max().orElse(0);
    }
}
