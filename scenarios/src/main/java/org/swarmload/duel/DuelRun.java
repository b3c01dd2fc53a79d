package org.swarmload.duel;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.swarmload.sim.result.Distribution;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.Outcomes;
import org.swarmload.sim.result.RunResult.Traffic;

/**
 * What is kept of one run of one picker.
 *
 * @param values what has one: a share of nobody is left out
 * @param waits over viewers: start-up times of a stream, completion times of a file
 * @param peerBytes by bins of 10 s
 */
public record DuelRun(
        String picker,
        int replication,
        long digest,
        Map<DuelMetric, Double> values,
        Distribution waits,
        double[] peerBytes,
        SwarmHistory history,
        double engineSeconds) {
    private static final double NANOS = 1e9;

    public DuelRun {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** @param live of a broadcast nobody begins at the beginning, so order says nothing */
    static DuelRun of(String picker, boolean file, boolean live, RunResult run, SwarmHistory history) {
        Map<DuelMetric, Double> values = new EnumMap<>(DuelMetric.class);
        Outcomes o = run.outcomes();
        Traffic t = run.traffic();
        Distribution waits = file ? run.completionSeconds() : run.startupSeconds();
        if (waits.count() > 0) {
            values.put(file ? DuelMetric.COMPLETION : DuelMetric.STARTUP, file ? completion(run) : waits.mean());
        }
        if (!file) {
            values.put(DuelMetric.REBUFFERING, o.rebufferingRatio());
        }
        if (o.viewers() > 0) {
            values.put(DuelMetric.UNSERVED, (double) unserved(o) / o.viewers());
        }
        values.put(DuelMetric.OFFLOAD, t.offload());
        values.put(DuelMetric.SERVER_BYTES, (double) t.originBytes() + t.edgeBytes() + t.seedBytes());
        put(
                values,
                DuelMetric.FAIRNESS,
                Fairness.jain(run.viewers().values("access"), run.viewers().values(file ? "completion" : "startup")));
        if (!live) {
            put(values, DuelMetric.IN_ORDER, history.inOrderShare());
        }
        double[] peerBytes = run.series().values("peer-bytes");
        return new DuelRun(
                picker,
                run.replication(),
                run.digest(),
                values,
                waits,
                peerBytes,
                history,
                run.engine().wallTime().nanos() / NANOS);
    }

    /**
     * Mean completion time, in which who never got the file counts with the length of the run: else a picker that leaves
     * the slow ones behind would look fast.
     */
    private static double completion(RunResult run) {
        Distribution done = run.completionSeconds();
        long never = unserved(run.outcomes());
        return (done.sum() + never * run.frontDoor().seconds()) / (done.count() + never);
    }

    private static long unserved(Outcomes o) {
        return o.startFailures() + o.exitsBeforeStart() + o.stillWaiting();
    }

    private static void put(Map<DuelMetric, Double> values, DuelMetric metric, double value) {
        if (!Double.isNaN(value)) {
            values.put(metric, value);
        }
    }
}
