package org.swarmload.sim.theory;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Arrivals that rise in a straight line to a peak and then decay exponentially, and who is present when all stay equally
 * long: M_t/D/infinity in closed form, after S. G. Eick, W. A. Massey and W. Whitt, "The Physics of the M_t/G/infinity
 * Queue", Operations Research 41, 1993.
 *
 * @param peakPerSecond greatest arrival rate, reached at the end of the rise
 * @param riseSeconds length of the rise
 * @param decaySeconds time in which the rate falls to 1/e afterwards
 */
public record PremiereArrivals(double peakPerSecond, double riseSeconds, double decaySeconds) {
    /** @throws IllegalArgumentException if a value is not above 0 */
    public PremiereArrivals {
        Require.positive("The greatest arrival rate", peakPerSecond);
        Require.positive("The rise", riseSeconds);
        Require.positive("The decay", decaySeconds);
    }

    /** Arrival rate per second at a time in seconds, 0 before 0 (Eick, Massey and Whitt 1993). */
    public double perSecond(double atSeconds) {
        if (atSeconds < riseSeconds) {
            return peakPerSecond * Math.max(0, atSeconds) / riseSeconds;
        }
        return peakPerSecond * StrictMath.exp(-(atSeconds - riseSeconds) / decaySeconds);
    }

    /** Mean number of arrivals until a time in seconds (Eick, Massey and Whitt 1993). */
    public double until(double atSeconds) {
        if (atSeconds < riseSeconds) {
            double since = Math.max(0, atSeconds);
            return peakPerSecond * since * since / (2 * riseSeconds);
        }
        double decayed = -StrictMath.expm1(-(atSeconds - riseSeconds) / decaySeconds);
        return peakPerSecond * (riseSeconds / 2 + decaySeconds * decayed);
    }

    /** Mean number of arrivals altogether (Eick, Massey and Whitt 1993). */
    public double total() {
        return peakPerSecond * (riseSeconds / 2 + decaySeconds);
    }

    /**
     * Mean number present at a time, exact (Eick, Massey and Whitt 1993).
     *
     * @param staySeconds how long everybody stays, above 0
     * @param atSeconds the time, 0 or more
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public double present(double staySeconds, double atSeconds) {
        return Concurrency.constantStay(this::until, staySeconds, atSeconds);
    }

    /**
     * When most are present: as many arrive as leave, lam(t) = lam(t - stay); right to a microsecond (Eick, Massey and
     * Whitt 1993).
     *
     * @param staySeconds how long everybody stays, above 0
     * @return seconds
     * @throws IllegalArgumentException if the stay is not above 0
     */
    public double peakSeconds(double staySeconds) {
        Require.positive("The stay", staySeconds);
        return new BrentSolver(1e-7)
                .solve(
                        1_000,
                        t -> (t - staySeconds) / riseSeconds - StrictMath.exp(-(t - riseSeconds) / decaySeconds),
                        Math.max(riseSeconds, staySeconds),
                        riseSeconds + staySeconds);
    }
}
