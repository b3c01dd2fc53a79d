package org.swarmload.sim.theory;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
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
     * The least whole number of servers with an Erlang B blocking (1917) of at most the given one.
     *
     * @param offeredErlangs offered load a: arrivals per mean holding time
     * @param blocking greatest share of arrivals that may be lost, above 0
     * @throws IllegalArgumentException if the load is negative or the blocking not above 0
     */
    public static int servers(double offeredErlangs, double blocking) {
        Require.notNegative("The offered load", offeredErlangs);
        Require.positive("The blocking", blocking);
        int servers = 0;
        double reached = 1;
        while (reached > blocking) {
            servers++;
            Require.that(servers < MOST_SERVERS, "More than " + MOST_SERVERS + " servers are needed.");
            reached = next(offeredErlangs, reached, servers);
        }
        return servers;
    }

    /**
     * The offered load in Erlang at which Erlang B (1917) gives the blocking; right to about 1e-11 of itself.
     *
     * @param servers number of servers, a real number, 1 or more
     * @param blocking share of arrivals that is lost, between 0 and 1
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double offeredLoad(double servers, double blocking) {
        Require.positive("The number of servers", servers);
        Require.that(servers >= 1, "The number of servers must be 1 or more, not " + servers + ".");
        Require.share("The blocking", blocking);
        // B(a, c) is at most B(a, 1) < a, and what is carried, a (1 - B), is less than c
        double logLoad = new BrentSolver(1e-14, 1e-12, 1e-14)
                .solve(
                        10_000,
                        log -> blocking(StrictMath.exp(log), servers) / blocking - 1,
                        StrictMath.log(blocking) - 1,
                        StrictMath.log(servers / (1 - blocking)) + 1);
        return StrictMath.exp(logLoad);
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

    /**
     * Share of arrivals that wait longer than a time in M/M/c, first come first served: C exp(-(c - a) t / s) (Erlang
     * 1917).
     *
     * @param offeredErlangs offered load a: arrivals per mean service time
     * @param servers number of servers c, above the load
     * @param serviceSeconds mean service time s
     * @param waitSeconds the time t, 0 or more
     * @return from 0 to 1
     * @throws IllegalArgumentException if the load is not below the number of servers or a time outside its range
     */
    public static double waitExceeds(double offeredErlangs, double servers, double serviceSeconds, double waitSeconds) {
        Require.positive("The service time", serviceSeconds);
        Require.notNegative("The wait", waitSeconds);
        double waiting = waiting(offeredErlangs, servers);
        return waiting * StrictMath.exp(-(servers - offeredErlangs) * waitSeconds / serviceSeconds);
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
