package org.swarmload.sim.result;

/**
 * A distribution over viewers: count, sum, least and greatest value exactly, quantiles by nearest rank, exactly.
 *
 * @param quantiles value at 0, 0.1 %, 0.2 % … 100 %: {@value #POINTS} points; all 0 when empty
 */
public record Distribution(long count, double sum, double min, double max, double[] quantiles) {
    public static final int POINTS = 1001;

    public static Distribution empty() {
        return new Distribution(0, 0, 0, 0, new double[POINTS]);
    }

    public double mean() {
        return count == 0 ? 0 : sum / count;
    }

    /** Value at the quantile q in [0, 1], to a tenth of a percent. */
    public double quantile(double q) {
        return quantiles[(int) Math.round(q * (POINTS - 1))];
    }
}
