package org.swarmload.accuracy;

import org.swarmload.study.PairedDifference;

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

    private static final double CONFIDENCE = 0.9;

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
        PairedDifference pair = PairedDifference.of(large, exact);
        double relative = SHARE * Math.abs(pair.second());
        return new Difference(
                pair.second(),
                pair.mean(),
                pair.half(CONFIDENCE),
                Math.max(relative, floor),
                floor > relative,
                pair.same());
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
