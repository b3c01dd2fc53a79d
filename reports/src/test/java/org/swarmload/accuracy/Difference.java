package org.swarmload.accuracy;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * A quantity in the large mode less the same in the exact one, paired by replication: the draws that both modes share,
 * which are those of the audience, cancel.
 *
 * @param exact mean of the exact mode
 * @param mean of the differences
 * @param half of the 90 % interval of that mean, by Student's t
 * @param tolerance 1 % of the exact mean, or the floor if that is more
 * @param byFloor whether the floor rules
 * @param same whether the modes gave the same in each replication
 */
record Difference(double exact, double mean, double half, double tolerance, boolean byFloor, boolean same) {
    private static final double SHARE = 0.01;

    /** Upper end of a two-sided interval that holds 90 %. */
    private static final double QUANTILE = 0.95;

    /** What the interval says about the tolerance. */
    enum Verdict {
        /** The whole interval keeps it. */
        WITHIN,
        /** No point of the interval keeps it. */
        OUTSIDE,
        /** More replications would tell. */
        UNDECIDED
    }

    /**
     * @param exact one value for each replication
     * @param large the same replications in the other mode
     */
    static Difference of(double[] exact, double[] large, double floor) {
        if (exact.length != large.length || exact.length < 2) {
            throw new IllegalArgumentException(
                    "Pairs of at least two replications, not " + exact.length + " and " + large.length);
        }
        int n = exact.length;
        double sumExact = 0;
        double sum = 0;
        boolean same = true;
        for (int i = 0; i < n; i++) {
            sumExact += exact[i];
            sum += large[i] - exact[i];
            same &= large[i] == exact[i];
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double off = large[i] - exact[i] - mean;
            squares += off * off;
        }
        double t = new TDistribution(null, n - 1).inverseCumulativeProbability(QUANTILE);
        double half = t * Math.sqrt(squares / (n - 1) / n);
        double relative = SHARE * Math.abs(sumExact / n);
        return new Difference(sumExact / n, mean, half, Math.max(relative, floor), floor > relative, same);
    }

    Verdict verdict() {
        double size = Math.abs(mean);
        if (size + half <= tolerance) {
            return Verdict.WITHIN;
        }
        return size - half > tolerance ? Verdict.OUTSIDE : Verdict.UNDECIDED;
    }

    /** Neither mode had any of it. */
    boolean isNothing() {
        return same && exact == 0;
    }
}
