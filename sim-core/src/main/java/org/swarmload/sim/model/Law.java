package org.swarmload.sim.model;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;

/**
 * A probability law given by its quantile function, so that one uniform draw yields one value and a larger draw never
 * a smaller value: two runs that share their draws stay comparable (common random numbers).
 *
 * <p>Only {@code + - * /}, {@code sqrt} and {@link StrictMath} are used (and the polynomial of Commons Math's
 * {@code erfInv}), so values are equal on every JDK.
 */
public sealed interface Law {
    /** The value below which a share {@code u} of the draws falls; {@code u} in (0, 1). */
    double quantile(double u);

    /** Expected value, in the unit of the law. */
    double mean();

    static Law constant(double value) {
        return new Constant(value);
    }

    /** A law whose values are that many times as great. */
    static Law times(Law law, double factor) {
        if (law instanceof Constant one) {
            return constant(one.value() * factor);
        }
        return law instanceof Exponential one ? new Exponential(one.mean() * factor) : new Scaled(law, factor);
    }

    record Constant(double value) implements Law {
        @Override
        public double quantile(double u) {
            return value;
        }

        @Override
        public double mean() {
            return value;
        }
    }

    record Uniform(double low, double high) implements Law {
        @Override
        public double quantile(double u) {
            return low + u * (high - low);
        }

        @Override
        public double mean() {
            return (low + high) / 2;
        }
    }

    /** Exponential with the given mean. */
    record Exponential(double mean) implements Law {
        @Override
        public double quantile(double u) {
            return -mean * StrictMath.log1p(-u);
        }
    }

    /** Lognormal: the logarithm is normal with mean {@code mu} and standard deviation {@code sigma}. */
    record Lognormal(double mu, double sigma) implements Law {
        /** z-value of the 90th percentile of a standard normal. */
        private static final double Z90 = 1.2815515655446004;

        public static Lognormal ofMedian(double median, double sigma) {
            return new Lognormal(StrictMath.log(median), sigma);
        }

        /** The lognormal with these 10th and 90th percentiles. */
        public static Lognormal ofP10P90(double p10, double p90) {
            double logLow = StrictMath.log(p10);
            double logHigh = StrictMath.log(p90);
            return new Lognormal((logLow + logHigh) / 2, (logHigh - logLow) / (2 * Z90));
        }

        /** Median and p90/p10 spread, as access-speed tables give them: mu = ln p50, sigma = ln(p90/p10) / 2.563. */
        public static Lognormal ofP10P50P90(double p10, double p50, double p90) {
            return new Lognormal(StrictMath.log(p50), StrictMath.log(p90 / p10) / (2 * Z90));
        }

        @Override
        public double quantile(double u) {
            return StrictMath.exp(mu + sigma * StrictMath.sqrt(2) * Erf.erfInv(2 * u - 1));
        }

        @Override
        public double mean() {
            return StrictMath.exp(mu + sigma * sigma / 2);
        }
    }

    /** Another law's values, all later or greater by the same amount. */
    record Shifted(double shift, Law law) implements Law {
        @Override
        public double quantile(double u) {
            return shift + law.quantile(u);
        }

        @Override
        public double mean() {
            return shift + law.mean();
        }
    }

    /** Another law's values, all multiplied by the same factor above 0. */
    record Scaled(Law law, double factor) implements Law {
        @Override
        public double quantile(double u) {
            return factor * law.quantile(u);
        }

        @Override
        public double mean() {
            return factor * law.mean();
        }
    }

    /**
     * Between 0 and {@code length}, with a density that goes in a straight line from one proportional to {@code first}
     * to one proportional to {@code last}. The two are not negative and not both 0.
     */
    record Ramp(double first, double last, double length) implements Law {
        @Override
        public double quantile(double u) {
            // The area below the density up to x is first x + (last - first) x^2 / (2 length); this root of it never
            // takes the difference of two numbers that are nearly equal.
            double area = u * length * (first + last) / 2;
            double root = StrictMath.sqrt(Math.max(0, first * first + 2 * (last - first) / length * area));
            return area == 0 ? 0 : Math.min(length, 2 * area / (first + root));
        }

        @Override
        public double mean() {
            return length * (first + 2 * last) / (3 * (first + last));
        }
    }

    /** An exponential law of mean {@code scale}, given that its value is below {@code length}. */
    record CutExponential(double scale, double length) implements Law {
        @Override
        public double quantile(double u) {
            return Math.min(length, -scale * StrictMath.log1p(u * StrictMath.expm1(-length / scale)));
        }

        @Override
        public double mean() {
            return scale - length / StrictMath.expm1(length / scale);
        }
    }

    /** {@code count} values at equal distances, each as likely: first, first + 1 / perUnit, first + 2 / perUnit, ... */
    record Steps(double first, double perUnit, int count) implements Law {
        @Override
        public double quantile(double u) {
            return first + StrictMath.floor(u * count) / perUnit;
        }

        @Override
        public double mean() {
            return first + (count - 1) / (2 * perUnit);
        }
    }

    /** The values of a list in ascending order, each as likely. */
    record Listed(double[] values) implements Law {
        @Override
        public double quantile(double u) {
            return values[Math.min(values.length - 1, (int) (u * values.length))];
        }

        @Override
        public double mean() {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum / values.length;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Listed listed && Arrays.equals(values, listed.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    record Triangular(double low, double mode, double high) implements Law {
        @Override
        public double quantile(double u) {
            double split = (mode - low) / (high - low);
            return u < split
                    ? low + StrictMath.sqrt(u * (high - low) * (mode - low))
                    : high - StrictMath.sqrt((1 - u) * (high - low) * (high - mode));
        }

        @Override
        public double mean() {
            return (low + mode + high) / 3;
        }
    }

    /** Finitely many values, sorted ascending, with their shares (sum 1). */
    record Choice(double[] values, double[] shares) implements Law {
        @Override
        public double quantile(double u) {
            double sum = 0;
            for (int i = 0; i < values.length - 1; i++) {
                sum += shares[i];
                if (u < sum) {
                    return values[i];
                }
            }
            return values[values.length - 1];
        }

        @Override
        public double mean() {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[i] * shares[i];
            }
            return sum;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Choice c && Arrays.equals(values, c.values) && Arrays.equals(shares, c.shares);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(values) + Arrays.hashCode(shares);
        }
    }
}
