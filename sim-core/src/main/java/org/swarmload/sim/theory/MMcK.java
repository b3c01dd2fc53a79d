package org.swarmload.sim.theory;

/**
 * M/M/c/K: Poisson arrivals, c exponential servers, room for K customers including those in service, the rest is lost.
 * D. G. Kendall's notation; the formulas as in L. Kleinrock, "Queueing Systems", volume 1, 1975, chapter 3.
 *
 * @param offeredErlangs offered load a: arrivals per mean service time
 * @param servers number of servers c
 * @param capacity greatest number of customers present K
 * @param blocking share of arrivals that is lost
 * @param meanPresent mean number of customers present L
 * @param meanWaiting mean number of customers that wait Lq
 */
public record MMcK(
        double offeredErlangs, int servers, int capacity, double blocking, double meanPresent, double meanWaiting) {
    /**
     * Stationary values of M/M/c/K (Kleinrock 1975). Weights are scaled while they are multiplied, so thousands of
     * servers neither overflow nor lose digits.
     *
     * @param offeredErlangs offered load a above 0: arrivals per mean service time
     * @param servers number of servers c, 1 or more
     * @param capacity greatest number of customers present K, from c to 100 million
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static MMcK of(double offeredErlangs, int servers, int capacity) {
        Require.positive("The offered load", offeredErlangs);
        Require.atLeast("The number of servers", servers, 1);
        Require.between("The room", capacity, servers, BirthDeath.MOST);
        double[] present = BirthDeath.stationary(capacity, n -> offeredErlangs / Math.min(n, servers));
        double waiting = 0;
        for (int n = capacity; n > servers; n--) {
            waiting += (n - servers) * present[n];
        }
        return new MMcK(offeredErlangs, servers, capacity, present[capacity], BirthDeath.mean(present), waiting);
    }

    /** Mean number of busy servers a (1 - P(blocked)), by Little's law (Kleinrock 1975). */
    public double meanBusy() {
        return offeredErlangs * (1 - blocking);
    }

    /** Mean time that an accepted customer is present, in mean service times, by Little's law (Kleinrock 1975). */
    public double meanServiceTimesPresent() {
        return meanPresent / meanBusy();
    }
}
