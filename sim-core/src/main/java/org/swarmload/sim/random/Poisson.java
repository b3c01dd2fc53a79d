package org.swarmload.sim.random;

/**
 * Poisson numbers as pure functions of (key, entity, purpose). The law is exact for every mean: a Poisson number is the
 * sum of independent ones whose means add up to its own, each small enough to be found by inversion of one uniform draw.
 * The time that it takes grows with the mean.
 */
public final class Poisson {
    private static final double GREATEST_PART = 16;

    private Poisson() {}

    /** A Poisson number of that mean, which is not negative; part i is made of the draw k = i. */
    public static long draw(long key, long entity, Purpose purpose, double mean) {
        long parts = (long) StrictMath.ceil(mean / GREATEST_PART);
        long sum = 0;
        for (long part = 0; part < parts; part++) {
            sum += inverse(mean / parts, CounterRandom.uniform(key, entity, purpose, part));
        }
        return sum;
    }

    /** The least number at which the distribution function is above u. */
    private static int inverse(double mean, double u) {
        int number = 0;
        double probability = StrictMath.exp(-mean);
        double below = probability;
        // Rounding may keep the sum below the greatest draws; what is beyond the last probability is never drawn.
        while (u >= below && probability > 0) {
            number++;
            probability *= mean / number;
            below += probability;
        }
        return number;
    }
}
