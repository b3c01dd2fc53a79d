package org.swarmload.sim.theory;

import java.util.function.DoubleUnaryOperator;

/**
 * Mean number of viewers present when nobody is turned away. S. G. Eick, W. A. Massey and W. Whitt, "The Physics of the
 * M_t/G/infinity Queue", Operations Research 41, 1993: m(t) = integral of lam(s) P(S > t - s) ds. With Poisson arrivals
 * the number present is Poisson, so its standard deviation is sqrt(m).
 */
public final class Concurrency {
    private Concurrency() {}

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
}
