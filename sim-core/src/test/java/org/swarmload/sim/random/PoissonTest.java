package org.swarmload.sim.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTest {
    private static final long KEY = CounterRandom.key(5, 0);

    /** Mean and variance of many numbers, to four standard errors; means on both sides of one part. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 4, 15.9, 16.1, 100, 1_000})
    void shouldHaveEqualMeanAndVariance(double mean) {
        int many = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < many; i++) {
            double x = Poisson.draw(KEY, i, Purpose.ARRIVAL_NUMBER, mean) - mean;
            sum += x;
            squares += x * x;
        }
        assertThat(sum / many).isCloseTo(0, within(4 * Math.sqrt(mean / many)));
        double variance = squares / many;
        assertThat(variance).isCloseTo(mean, within(4 * Math.sqrt((2 * mean * mean + mean) / many)));
    }

    /** Chi-square against the probabilities of the law, 12 classes: 99.9 % of samples are below 31.3. */
    @Test
    void shouldHaveThePoissonLaw() {
        double mean = 20;
        int many = 50_000;
        int[] seen = new int[12];
        for (int i = 0; i < many; i++) {
            seen[category(Poisson.draw(KEY, i, Purpose.ARRIVAL_NUMBER, mean))]++;
        }
        double[] expected = new double[12];
        double p = Math.exp(-mean);
        for (int n = 0; n < 200; n++) {
            expected[category(n)] += many * p;
            p *= mean / (n + 1);
        }
        double chiSquare = 0;
        for (int c = 0; c < 12; c++) {
            chiSquare += (seen[c] - expected[c]) * (seen[c] - expected[c]) / expected[c];
        }
        assertThat(chiSquare).isLessThan(31.3);
    }

    private static int category(long n) {
        return (int) Math.max(0, Math.min(11, (n - 9) / 2));
    }

    @Test
    void shouldDrawForMillions() {
        assertThat(Poisson.draw(KEY, 0, Purpose.ARRIVAL_NUMBER, 4e6)).isBetween(3_992_000L, 4_008_000L);
        assertThat(Poisson.draw(KEY, 0, Purpose.ARRIVAL_NUMBER, 0)).isZero();
    }

    @Test
    void shouldDependOnNothingButItsArguments() {
        long one = Poisson.draw(KEY, 1, Purpose.ARRIVAL_NUMBER, 1e4);
        assertThat(Poisson.draw(KEY, 1, Purpose.ARRIVAL_NUMBER, 1e4)).isEqualTo(one);
        assertThat(Poisson.draw(KEY, 2, Purpose.ARRIVAL_NUMBER, 1e4)).isNotEqualTo(one);
    }
}
