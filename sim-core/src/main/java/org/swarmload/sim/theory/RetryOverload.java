package org.swarmload.sim.theory;

import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * A door with c places and no queue whose rejected clients try again a few times at most. Retries are taken to see the
 * same share of rejections as everybody (B. S. Greenberg and R. W. Wolff, "An upper bound on the performance of queues
 * with returning customers", Journal of Applied Probability 24, 1987); that holds when they come back after a time that
 * is long against the service.
 *
 * @param blocking share p of all attempts that is rejected
 * @param attemptsPerSecond fresh arrivals and retries
 * @param servedPerSecond attempts that are admitted
 * @param lostShare share of clients who are rejected every time, p^(R+1)
 */
public record RetryOverload(double blocking, double attemptsPerSecond, double servedPerSecond, double lostShare) {
    /**
     * Fixed point p = ErlangB(lam (1 + p + ... + p^R) s, c) (Greenberg and Wolff 1987). There is exactly one: the carried
     * load rises with p and the share of clients served falls. Right to 1e-14, absolute.
     *
     * @param arrivalsPerSecond fresh arrivals lam
     * @param serviceSeconds mean service time s, of any law
     * @param servers number of places c, 1 or more
     * @param retries greatest number of retries R of one client, 0 or more
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static RetryOverload of(double arrivalsPerSecond, double serviceSeconds, int servers, int retries) {
        Require.positive("The arrival rate", arrivalsPerSecond);
        Require.positive("The service time", serviceSeconds);
        Require.atLeast("The number of servers", servers, 1);
        Require.atLeast("The number of retries", retries, 0);
        double offered = arrivalsPerSecond * serviceSeconds;
        double blocking = new BrentSolver(1e-14, 1e-15)
                .solve(10_000, p -> Erlang.blocking(offered * attemptsPerClient(p, retries), servers) - p, 0, 1);
        double attempts = arrivalsPerSecond * attemptsPerClient(blocking, retries);
        double lost = StrictMath.pow(blocking, retries + 1.0);
        return new RetryOverload(blocking, attempts, attempts * (1 - blocking), lost);
    }

    /**
     * Attempts per unit of capacity in the limit of a large door: lam (1 - p^(R+1)) = C gives 1 / (1 - p) above
     * capacity and the overload itself below (fluid limit of the fixed point of Greenberg and Wolff 1987).
     *
     * @param overload fresh arrivals over capacity, above 0
     * @param retries greatest number of retries of one client, 0 or more
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double amplification(double overload, int retries) {
        Require.positive("The overload", overload);
        Require.atLeast("The number of retries", retries, 0);
        return overload <= 1 ? overload : -1 / StrictMath.expm1(StrictMath.log1p(-1 / overload) / (retries + 1.0));
    }

    /**
     * Calls that reach the last of several layers for one call at the first, when every layer tries so often and all
     * fail: attempts^layers (B. Beyer and others, "Site Reliability Engineering", 2016, chapter 22).
     *
     * @param layers number of layers that retry, 0 or more
     * @param attempts attempts of each layer, 1 or more
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double layeredCalls(int layers, int attempts) {
        Require.atLeast("The number of layers", layers, 0);
        Require.atLeast("The number of attempts", attempts, 1);
        return StrictMath.pow(attempts, layers);
    }

    /** 1 + p + ... + p^R without loss of digits next to 1. */
    private static double attemptsPerClient(double p, int retries) {
        return p == 1 ? retries + 1.0 : StrictMath.expm1((retries + 1.0) * StrictMath.log(p)) / (p - 1);
    }
}
