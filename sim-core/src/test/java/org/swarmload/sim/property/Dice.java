package org.swarmload.sim.property;

import java.util.List;
import java.util.SplittableRandom;
import org.swarmload.sim.model.Law;

/** Random choices from a seed. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Between two whole numbers, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** Small numbers as likely as large ones. */
    double scale(double least, double most) {
        return least * StrictMath.pow(most / least, random.nextDouble());
    }

    /** Seconds as whole microseconds. */
    long micros(double least, double most) {
        return Math.round(scale(least, most) * 1e6);
    }

    <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** A number around a mean, or just the mean. */
    Law law(double mean) {
        return switch (between(0, 7)) {
            case 0 -> new Law.Uniform(mean / 2, mean * 3 / 2);
            case 1 -> new Law.Exponential(mean);
            case 2 -> Law.Lognormal.ofMedian(mean, 0.6);
            case 3 -> new Law.Triangular(mean / 2, mean * 0.9, mean * 2);
            case 4 -> new Law.Choice(new double[] {mean / 2, mean * 3}, new double[] {0.7, 0.3});
            default -> Law.constant(mean);
        };
    }

    /** Shares that sum to 1. */
    double[] shares(int count) {
        double[] shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            shares[i] = between(1, 5);
            sum += shares[i];
        }
        for (int i = 0; i < count; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** Counts that sum to the whole; some may be 0. */
    int[] counts(int count, int whole) {
        int[] counts = new int[count];
        for (int i = 0; i < whole; i++) {
            counts[between(0, count - 1)]++;
        }
        return counts;
    }
}
