package org.swarmload.limits;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.sim.result.RunResult.Outcomes;
import org.swarmload.study.HarmByCause;

/**
 * The harm done to an audience, as totals that the metrics are made of and as parts charged to causes; means over runs.
 * The parts of a kind add up to its total.
 *
 * @param viewers people who pressed play
 * @param playedSeconds of all of them
 * @param parts by kind of harm and by cause, in the order of services and then of causes; what is nothing is left out
 */
public record Blame(
        double viewers, double playedSeconds, Map<Harm, Double> totals, Map<Harm, Map<String, Double>> parts) {
    public Blame {
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    static Blame of(RunResult run) {
        Outcomes outcomes = run.outcomes();
        Map<Harm, Double> totals = new LinkedHashMap<>();
        totals.put(Harm.START_FAILURE, (double) outcomes.startFailures());
        totals.put(Harm.EXIT_BEFORE_START, (double) outcomes.exitsBeforeStart());
        totals.put(Harm.STALL_SECONDS, outcomes.stalledSeconds());
        return new Blame(outcomes.viewers(), outcomes.playedSeconds(), totals, HarmByCause.of(run.causes()));
    }

    /** Over runs; causes in the order in which they first appear. */
    static Blame mean(List<Blame> runs) {
        double share = 1.0 / runs.size();
        double viewers = 0;
        double played = 0;
        Map<Harm, Double> totals = new LinkedHashMap<>();
        for (Blame run : runs) {
            viewers += share * run.viewers;
            played += share * run.playedSeconds;
            run.totals.forEach((harm, value) -> totals.merge(harm, share * value, Double::sum));
        }
        return new Blame(
                viewers,
                played,
                totals,
                HarmByCause.mean(runs.stream().map(Blame::parts).toList()));
    }

    public double total(Harm harm) {
        return totals.getOrDefault(harm, 0.0);
    }

    public Map<String, Double> parts(Harm harm) {
        return parts.getOrDefault(harm, Map.of());
    }

    /** Viewers who left without a frame, whether after an error or while waiting, by cause. */
    public Map<String, Double> lostStarts() {
        Map<String, Double> lost = new LinkedHashMap<>(parts(Harm.START_FAILURE));
        parts(Harm.EXIT_BEFORE_START).forEach((cause, value) -> lost.merge(cause, value, Double::sum));
        return lost;
    }
}
