package org.swarmload.sim.theory;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Mean number of viewers present when nobody is turned away. S. G. Eick, W. A. Massey and W. Whitt, "The Physics of the
 * M_t/G/infinity Queue", Operations Research 41, 1993: m(t) = integral of lam(s) P(S > t - s) ds. With Poisson arrivals
 * the number present is Poisson, so its standard deviation is sqrt(m).
 */
public final class Concurrency {
    private static final int PANELS = 200;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(10);

    private Concurrency() {}

    /**
     * Mean number present at a time, for arrivals from 0 on and any law of the stay (Eick, Massey and Whitt 1993).
     * Integrated by Gauss's rule of 10 points on 200 panels between breaks: to rounding where the functions are smooth
     * there. A jump that is not among the breaks costs a panel's width times its height at most.
     *
     * @param arrivalsPerSecond rate lam at a time in seconds
     * @param survival share of viewers who stay longer than a time in seconds, from 1 down to 0
     * @param atSeconds the time, 0 or more
     * @param breakSeconds times where the rate, or the survival of who arrived then, has a kink or a jump; others are
     *     ignored
     * @throws IllegalArgumentException if the time is negative or a function's value negative or not a number
     */
    public static double mean(
            DoubleUnaryOperator arrivalsPerSecond,
            DoubleUnaryOperator survival,
            double atSeconds,
            double... breakSeconds) {
        Require.notNegative("The time", atSeconds);
        DoubleUnaryOperator present = s -> Require.notNegative("The arrival rate", arrivalsPerSecond.applyAsDouble(s))
                * Require.notNegative("The survival of the stay", survival.applyAsDouble(atSeconds - s));
        double[] breaks = Arrays.stream(breakSeconds)
                .filter(s -> s > 0 && s < atSeconds)
                .sorted()
                .toArray();
        double mean = 0;
        double from = 0;
        for (double to : breaks) {
            mean += integral(present, from, to);
            from = to;
        }
        return mean + integral(present, from, atSeconds);
    }

    /**
     * Mean number present when all stay equally long: those who arrived in the last so many seconds,
     * A(t) - A(t - stay), exact (Eick, Massey and Whitt 1993).
     *
     * @param arrivals mean number of arrivals A until a time in seconds, 0 until 0
     * @param staySeconds the stay, above 0
     * @param atSeconds the time, 0 or more
     * @throws IllegalArgumentException if the stay is not above 0 or the time negative
     */
    public static double constantStay(DoubleUnaryOperator arrivals, double staySeconds, double atSeconds) {
        Require.positive("The stay", staySeconds);
        Require.notNegative("The time", atSeconds);
        double gone = atSeconds > staySeconds ? arrivals.applyAsDouble(atSeconds - staySeconds) : 0;
        return arrivals.applyAsDouble(atSeconds) - gone;
    }

    /**
     * Mean number present of a constant arrival rate that began at 0, with exponential stays:
     * lam s (1 - exp(-t / s)) (Eick, Massey and Whitt 1993).
     *
     * @param arrivalsPerSecond the rate lam, 0 or more
     * @param meanStaySeconds the mean stay s, above 0
     * @param atSeconds the time, 0 or more
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double exponentialStay(double arrivalsPerSecond, double meanStaySeconds, double atSeconds) {
        Require.notNegative("The arrival rate", arrivalsPerSecond);
        Require.positive("The mean stay", meanStaySeconds);
        Require.notNegative("The time", atSeconds);
        return -arrivalsPerSecond * meanStaySeconds * StrictMath.expm1(-atSeconds / meanStaySeconds);
    }

    private static double integral(DoubleUnaryOperator function, double from, double to) {
        double sum = 0;
        for (int i = 0; i < PANELS; i++) {
            double low = from + (to - from) * i / PANELS;
            double high = from + (to - from) * (i + 1) / PANELS;
            sum += panel(function, low, high);
        }
        return sum;
    }

    private static double panel(DoubleUnaryOperator function, double low, double high) {
        if (!(high > low)) {
            return 0;
        }
        double half = (high - low) / 2;
        return half * RULE.integrate(x -> function.applyAsDouble(low + half * (1 + x)));
    }
}
