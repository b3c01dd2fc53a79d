package org.swarmload.duel;

import org.swarmload.study.PairedDifference;

/**
 * Two pickers by one metric.
 *
 * @param difference first - second, paired by replication
 * @param half of the interval of the difference; with it all pairs of the metric, at all looks, hold together with 95 %
 * @param half95 of the interval of this pair alone
 * @param margin a difference within it is nobody's concern
 */
public record PairOutcome(
        DuelMetric metric,
        String first,
        String second,
        PairedDifference difference,
        double half,
        double half95,
        double margin) {
    /** What the interval says. */
    public enum Call {
        /** No point of the interval is zero, and it is not within the margin. */
        FIRST_BETTER,
        SECOND_BETTER,
        /** The whole interval is within the margin: a tie that no further replication changes. */
        SAME,
        /** The interval holds zero and reaches beyond the margin: a tie as far as these replications can tell. */
        OPEN
    }

    public double low() {
        return difference.mean() - half;
    }

    public double high() {
        return difference.mean() + half;
    }

    public Call call() {
        if (low() >= -margin && high() <= margin) {
            return Call.SAME;
        }
        if (low() <= 0 && high() >= 0) {
            return Call.OPEN;
        }
        return low() > 0 == metric.moreIsBetter() ? Call.FIRST_BETTER : Call.SECOND_BETTER;
    }

    public boolean tie() {
        return call() == Call.SAME || call() == Call.OPEN;
    }

    public boolean decided() {
        return call() != Call.OPEN;
    }

    /** The same seen from the other side. */
    PairOutcome turned() {
        PairedDifference turned = new PairedDifference(
                difference.second(),
                difference.first(),
                -difference.mean(),
                difference.standardError(),
                difference.replications(),
                difference.same());
        return new PairOutcome(metric, second, first, turned, half, half95, margin);
    }
}
