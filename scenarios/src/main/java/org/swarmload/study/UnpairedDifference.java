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
        double a = squaredError(first);
        double b = squaredError(second);
        double half = 0;
        if (a + b > 0) {
            // Welch and Satterthwaite's degrees of freedom.
            double degrees = (a + b) * (a + b) / (a * a / (first.length - 1) + b * b / (second.length - 1));
            half = StudentT.withDegrees(0.95, degrees) * Math.sqrt(a + b);
        }
        return new UnpairedDifference(mean(first), mean(second), half);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Square of the standard error of the mean. */
    private static double squaredError(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1) / values.length;
    }
}
