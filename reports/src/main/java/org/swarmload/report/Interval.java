package org.swarmload.report;

/**
 * The 95 % interval of a mean, as far as a metric can go: no time is negative and no share more than all, though half of
 * an interval from two replications may be longer than the mean.
 */
record Interval(double least, double most) {
    /** Null without a half-width, which is with one replication. */
    static Interval of(double mean, Double half, boolean share) {
        if (half == null) {
            return null;
        }
        double least = mean < 0 ? mean - half : Math.max(0, mean - half);
        double most = share && mean <= 1 ? Math.min(1, mean + half) : mean + half;
        return new Interval(least, most);
    }
}
