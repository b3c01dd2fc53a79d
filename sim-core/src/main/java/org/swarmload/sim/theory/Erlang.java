package org.swarmload.sim.theory;

import org.apache.commons.math3.special.Gamma;

/**
 * Erlang's loss and delay formulas. Loss: A. K. Erlang, "Solution of some problems in the theory of probabilities of
 * significance in automatic telephone exchanges", 1917; for a number of servers that is no integer, D. L. Jagerman,
 * "Some properties of the Erlang loss function", Bell System Technical Journal 53, 1974. The loss formula holds for any
 * law of the holding time, the delay formula for exponential ones.
 */
public final class Erlang {
    private static final double SERIES_FROM = 50;
    private static final int MOST_SERVERS = 1_000_000_000;

    private Erlang() {}

    /**
     * Erlang B (1917): the share of Poisson arrivals that find all servers busy and are lost. Recursion
     * B_k = a B_{k-1} / (k + a B_{k-1}), upwards, which adds and divides positive numbers alone: rounding stays at a few
     * units of the last place for any size, and time grows with the number of servers. Starts at the fractional part
     * with B = a^c e^{-a} / Gamma(c + 1, a) (Jagerman 1974).
     *
     * @param offeredErlangs offered load a: arrivals per mean holding time
     * @param servers number of servers c, a real number
     * @return from 0 to 1
     * @throws IllegalArgumentException if one is negative or not finite, or the servers are above 1e9
     */
    public static double blocking(double offeredErlangs, double servers) {
        Require.notNegative("The offered load", offeredErlangs);
        Require.notNegative("The number of servers", servers);
        Require.that(servers <= MOST_SERVERS, "The number of servers must be " + MOST_SERVERS + " at most.");
        int whole = (int) servers;
        double fraction = servers - whole;
        double blocking = fraction == 0 ? 1 : fractional(offeredErlangs, fraction);
        for (int k = 1; k <= whole; k++) {
            blocking = next(offeredErlangs, blocking, fraction + k);
        }
        return blocking;
    }

    /**
     * Erlang C (1917): the share of Poisson arrivals that must wait for one of c exponential servers,
     * C = c B / (c - a (1 - B)).
     *
     * @param offeredErlangs offered load a: arrivals per mean service time
     * @param servers number of servers c, a real number above the load
     * @return from 0 to 1
     * @throws IllegalArgumentException if the load is negative or not below the number of servers
     */
    public static double waiting(double offeredErlangs, double servers) {
        double blocking = blocking(offeredErlangs, servers);
        Require.positive("The number of servers", servers);
        Require.stable(offeredErlangs / servers);
        return servers * blocking / (servers - offeredErlangs * (1 - blocking));
    }

    /**
     * Mean wait in M/M/c over all arrivals, those who need not wait counted as 0: C s / (c - a) (Erlang 1917).
     *
     * @param offeredErlangs offered load a: arrivals per mean service time
     * @param servers number of servers c, above the load
     * @param serviceSeconds mean service time s; with 1 the result is in service times
     * @return seconds
     * @throws IllegalArgumentException if the load is not below the number of servers or the time not above 0
     */
    public static double meanWaitSeconds(double offeredErlangs, double servers, double serviceSeconds) {
        Require.positive("The service time", serviceSeconds);
        return waiting(offeredErlangs, servers) * serviceSeconds / (servers - offeredErlangs);
    }

    private static double next(double offeredErlangs, double blocking, double servers) {
        return offeredErlangs * blocking / (servers + offeredErlangs * blocking);
    }

    /** Between 0 and 1 servers. For large loads 1/B by its asymptotic series, whose terms vanish long before they grow. */
    private static double fractional(double offeredErlangs, double servers) {
        if (offeredErlangs < SERIES_FROM) {
            double tail = Gamma.regularizedGammaQ(servers + 1, offeredErlangs) * Gamma.gamma(servers + 1);
            return StrictMath.pow(offeredErlangs, servers) * StrictMath.exp(-offeredErlangs) / tail;
        }
        double sum = 1;
        double term = 1;
        for (int k = 0; StrictMath.abs(term) > 1e-18; k++) {
            term *= (servers - k) / offeredErlangs;
            sum += term;
        }
        return 1 / sum;
    }
}
