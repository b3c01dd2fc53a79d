package org.swarmload.limits;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.TimeSeries;

/**
 * How full one run made a resource, after the warm-up.
 *
 * @param fullAtMicros the first 10 seconds in which it was full; null if it never was
 * @param greatestUse the greatest part of it that was used over 10 seconds
 * @param refused whom it answered 503
 */
public record Fullness(Resource resource, Long fullAtMicros, double greatestUse, long refused) {
    /** A resource is full when it does this part of what it could for whole 10 seconds. */
    public static final double FULL = 0.99;

    /**
     * Of the uplinks of viewers only those times count in which at least this part of the most viewers are present: two
     * who are left at the end of a night and serve each other are no shortage.
     */
    public static final double CROWD = 0.1;

    /** The definition in a sentence for people. */
    public static final String MEANING =
            "A resource is full at the first audience at which, over some whole 10 seconds after the warm-up, it does at "
                    + "least 99 % of what it could (what faults and other traffic leave of it), or at which it turns "
                    + "somebody away with a 503.";

    /** Of every resource that the delivery has, in the order of the time series. */
    static List<Fullness> of(RunResult run, long warmupMicros) {
        TimeSeries series = run.series();
        List<Fullness> all = new ArrayList<>();
        for (TimeSeries.Column column : series.columns()) {
            Resource.ofColumn(column.name()).ifPresent(found -> all.add(of(found, series, warmupMicros)));
        }
        return all;
    }

    private static Fullness of(Resource resource, TimeSeries series, long warmupMicros) {
        double[] use = series.values(resource.useColumn());
        double[] refused =
                series.has(resource.refusedColumn()) ? series.values(resource.refusedColumn()) : new double[use.length];
        boolean[] counts = counts(resource, series, warmupMicros);
        Long fullAt = null;
        double greatest = 0;
        long turnedAway = 0;
        for (int bin = 0; bin < use.length; bin++) {
            if (counts[bin]) {
                boolean full = use[bin] >= FULL || refused[bin] > 0;
                fullAt = fullAt == null && full ? (Long) (bin * series.binMicros()) : fullAt;
                greatest = Math.max(greatest, use[bin]);
                turnedAway += (long) refused[bin];
            }
        }
        return new Fullness(resource, fullAt, greatest, turnedAway);
    }

    private static boolean[] counts(Resource resource, TimeSeries series, long warmupMicros) {
        boolean[] counts = new boolean[series.bins()];
        boolean swarm = resource.kind() == Resource.Kind.UPLINKS;
        double[] present = series.values("concurrent-viewers");
        double[] downloading = series.has("leechers") ? series.values("leechers") : new double[counts.length];
        double most = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            most = Math.max(most, present[bin] + downloading[bin]);
        }
        for (int bin = 0; bin < counts.length; bin++) {
            boolean crowd = present[bin] + downloading[bin] >= CROWD * most;
            counts[bin] = bin * series.binMicros() >= warmupMicros && (crowd || !swarm);
        }
        return counts;
    }
}
