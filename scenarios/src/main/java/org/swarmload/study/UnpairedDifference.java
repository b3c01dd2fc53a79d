package org.swarmload.study;

/**
 * A quantity in one variant less the same in another that shares no random numbers with it: Welch's comparison of two
 * means, whose spreads and numbers of replications may differ.
 *
 * @param first mean of the first variant
 * @param second mean of the second
 * @param half of the 95 % interval of the difference
 */
public record UnpairedDifference(double first, double second, double half) {
    /** @param first one value for each replication, at least two; likewise the second */
    public static UnpairedDifference of(double[] first, double[] second) {
        if (first.length < 2 || second.length < 2) {
            throw new IllegalArgumentException(
                    "At least two replications of each, not " + first.length + " and " + second.length);
        }
        double meanFirst = Sample.of(first).mean();
        double meanSecond = Sample.of(second).mean();
        // Squares of the standard errors of the means.
        double a = Sample.variance(meanFirst, first) / first.length;
        double b = Sample.variance(meanSecond, second) / second.length;
        double half = 0;
        if (a + b > 0) {
            // Welch and Satterthwaite's degrees of freedom.
            double degrees = (a + b) * (a + b) / (a * a / (first.length - 1) + b * b / (second.length - 1));
            half = StudentT.withDegrees(0.95, degrees) * Math.sqrt(a + b);
        }
        return new UnpairedDifference(meanFirst, meanSecond, half);
    }
}
