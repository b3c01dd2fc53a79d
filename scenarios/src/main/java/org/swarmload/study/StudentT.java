package org.swarmload.study;

import org.apache.commons.math3.distribution.TDistribution;

/** How far a mean of few values may be off: the one place that knows Student's distribution. */
final class StudentT {
    private StudentT() {}

    /**
     * Half of the interval that holds the mean with this confidence, in standard errors.
     *
     * @param confidence such as 0.95, both ends together
     * @param values number of values, at least two
     */
    static double standardErrors(double confidence, int values) {
        return withDegrees(confidence, values - 1);
    }

    /** The same of a spread that is known with so many degrees of freedom, which need not be whole. */
    static double withDegrees(double confidence, double degrees) {
        return new TDistribution(null, degrees).inverseCumulativeProbability((1 + confidence) / 2);
    }
}
