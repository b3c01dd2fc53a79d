package org.swarmload.study;

/**
 * One value per replication, summed up.
 *
 * @param halfWidth95 half-width of the 95 % confidence interval of the mean by Student's t; null with one value
 */
record Sample(double mean, Double halfWidth95) {
    static Sample of(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        if (values.length < 2) {
            return new Sample(mean, null);
        }
        double t = StudentT.standardErrors(0.95, values.length);
        return new Sample(mean, t * Math.sqrt(variance(mean, values)) / Math.sqrt(values.length));
    }

    /** Of at least two values, about their mean. */
    static double variance(double mean, double... values) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }
}
