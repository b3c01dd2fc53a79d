package org.swarmload.sim.theory;

/**
 * Poisson arrivals at c exponential servers without a queue; who finds all busy comes back after an exponential time, as
 * often as it takes. G. I. Falin, "A survey of retrial queues", Queueing Systems 7, 1990; G. I. Falin and J. G. C.
 * Templeton, "Retrial Queues", 1997.
 *
 * @param meanOrbit mean number of those who mean to come back
 * @param blocking probability that all servers are busy, which is what fresh arrivals see
 * @param attemptsPerSecond fresh arrivals and retries
 * @param blockedShareOfAttempts share of all attempts that find all servers busy
 */
public record Retrial(double meanOrbit, double blocking, double attemptsPerSecond, double blockedShareOfAttempts) {
    private static final double HUGE = 1e200;
    private static final long MOST_STATES = 100_000_000L;

    /**
     * One server, closed form: orbit rho (lam + rho theta) / ((1 - rho) theta), blocking rho (Falin 1990).
     *
     * @param arrivalsPerSecond Poisson rate lam of fresh arrivals
     * @param servicesPerSecond 1 / mean service time
     * @param retriesPerSecond theta: 1 / mean time until somebody comes back
     * @throws IllegalArgumentException if a rate is not above 0 or the load not below 1
     */
    public static Retrial singleServer(double arrivalsPerSecond, double servicesPerSecond, double retriesPerSecond) {
        double load = load(arrivalsPerSecond, servicesPerSecond, retriesPerSecond, 1);
        double orbit = load * (arrivalsPerSecond + load * retriesPerSecond) / ((1 - load) * retriesPerSecond);
        return of(arrivalsPerSecond, retriesPerSecond, orbit, load);
    }

    /**
     * c servers, M/M/c retrial (Falin and Templeton 1997, chapter 2): the chain of busy servers and orbit, cut off at
     * an orbit so large that the rest weighs less than 1e-12, solved from the largest orbit downwards. Every step adds,
     * multiplies and divides positive numbers, so rounding does not build up; the mean orbit is right to about 1e-8 of
     * itself.
     *
     * @param arrivalsPerSecond Poisson rate of fresh arrivals
     * @param servicesPerSecond 1 / mean service time
     * @param retriesPerSecond 1 / mean time until somebody comes back
     * @param servers number of servers c
     * @throws IllegalArgumentException if an argument is not above 0, the load not below 1 or so near that more than
     *     1e8 states would be needed
     */
    public static Retrial servers(
            double arrivalsPerSecond, double servicesPerSecond, double retriesPerSecond, int servers) {
        Require.atLeast("The number of servers", servers, 1);
        double load = load(arrivalsPerSecond, servicesPerSecond, retriesPerSecond, servers);
        Chain chain = new Chain(arrivalsPerSecond, servicesPerSecond, retriesPerSecond, servers);
        for (long largest = 64; largest * (servers + 1L) <= MOST_STATES; largest *= 2) {
            Sums sums = chain.solve((int) largest);
            if (sums.atLargest * largest <= 1e-12 * (sums.all + sums.orbit)) {
                return of(arrivalsPerSecond, retriesPerSecond, sums.orbit / sums.all, sums.busy / sums.all);
            }
        }
        throw new IllegalArgumentException("The load " + load + " is too near to 1 for retries at the rate of "
                + retriesPerSecond + "/s: more than " + MOST_STATES + " states.");
    }

    private static double load(double arrivals, double services, double retries, int servers) {
        Require.positive("The arrival rate", arrivals);
        Require.positive("The service rate", services);
        Require.positive("The retry rate", retries);
        return Require.stable(arrivals / services / servers);
    }

    private static Retrial of(double arrivals, double retries, double orbit, double blocking) {
        double attempts = arrivals + retries * orbit;
        return new Retrial(orbit, blocking, attempts, retries * orbit / attempts);
    }

    /** Sums of weights: of all states, weighted by the orbit, of those with all busy, of the largest orbit. */
    private record Sums(double all, double orbit, double busy, double atLargest) {
        Sums with(int orbitSize, double level, double levelBusy) {
            return new Sums(all + level, orbit + orbitSize * level, busy + levelBusy, atLargest);
        }

        Sums scaled(double factor) {
            return new Sums(all * factor, orbit * factor, busy * factor, atLargest * factor);
        }
    }

    private record Chain(double arrivals, double services, double retries, int servers) {
        /** The cut between orbits j and j + 1 gives the weight of (c, j); balance in (i, j) for i below c the others. */
        Sums solve(int largest) {
            double[] above = level(largest, 1, new double[servers + 1]);
            double total = sum(above, servers + 1);
            Sums sums = new Sums(total, largest * total, 1, total);
            for (int j = largest - 1; j >= 0; j--) {
                double allBusy = (j + 1) * retries * (sum(above, servers)) / arrivals;
                double[] level = level(j, allBusy, above);
                double weight = sum(level, servers + 1);
                sums = sums.with(j, weight, allBusy);
                if (weight > HUGE) {
                    BirthDeath.scale(level, servers, 1 / HUGE);
                    sums = sums.scaled(1 / HUGE);
                }
                above = level;
            }
            return sums;
        }

        /**
         * Weights of (0..c, j): a tridiagonal system, eliminated upwards. The pivot is the arrival rate plus
         * {@code beyond}, kept apart so that nothing is subtracted.
         */
        private double[] level(int j, double allBusy, double[] above) {
            double[] pivot = new double[servers];
            double[] right = new double[servers];
            double beyond = j * retries;
            for (int i = 0; i < servers; i++) {
                if (i > 0) {
                    beyond = j * retries + i * services * beyond / pivot[i - 1];
                    right[i] = (j + 1) * retries * above[i - 1] + arrivals * right[i - 1] / pivot[i - 1];
                }
                pivot[i] = arrivals + beyond;
            }
            double[] weights = new double[servers + 1];
            weights[servers] = allBusy;
            for (int i = servers - 1; i >= 0; i--) {
                weights[i] = (right[i] + (i + 1) * services * weights[i + 1]) / pivot[i];
            }
            return weights;
        }

        private static double sum(double[] values, int count) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += values[i];
            }
            return sum;
        }
    }
}
