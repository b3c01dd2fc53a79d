package org.swarmload.sim.theory;

import java.util.function.IntToDoubleFunction;

/** Stationary law of a birth-death chain on 0..last (Kleinrock, "Queueing Systems", volume 1, 1975, chapter 3). */
final class BirthDeath {
    static final int MOST = 100_000_000;

    private static final double HUGE = 1e200;

    private BirthDeath() {}

    /**
     * Probabilities of 0..last; {@code ratio} of n is the birth rate in n - 1 over the death rate in n. The ratios must
     * not rise, so that the law has one hump and what underflows is negligible.
     */
    static double[] stationary(int last, IntToDoubleFunction ratio) {
        double[] weights = new double[last + 1];
        weights[0] = 1;
        for (int n = 1; n <= last; n++) {
            weights[n] = weights[n - 1] * ratio.applyAsDouble(n);
            if (weights[n] > HUGE) {
                scale(weights, n, 1 / HUGE);
            }
        }
        normalise(weights);
        return weights;
    }

    /** Divides by the sum. */
    static void normalise(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int n = 0; n < weights.length; n++) {
            weights[n] /= sum;
        }
    }

    static void scale(double[] weights, int last, double factor) {
        for (int n = 0; n <= last; n++) {
            weights[n] *= factor;
        }
    }

    static double mean(double[] probabilities) {
        double mean = 0;
        for (int n = 1; n < probabilities.length; n++) {
            mean += n * probabilities[n];
        }
        return mean;
    }
}
