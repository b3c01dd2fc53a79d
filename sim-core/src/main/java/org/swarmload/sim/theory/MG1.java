package org.swarmload.sim.theory;

/**
 * M/G/1: Poisson arrivals, one server, any law of the service time, first come first served. F. Pollaczek, "Ueber eine
 * Aufgabe der Wahrscheinlichkeitstheorie", Mathematische Zeitschrift 32, 1930; A. Y. Khintchine, 1932.
 */
public final class MG1 {
    private MG1() {}

    /**
     * Mean wait before service, lam E[S^2] / (2 (1 - rho)) (Pollaczek and Khintchine).
     *
     * @param arrivalsPerSecond Poisson rate lam
     * @param meanServiceSeconds E[S]
     * @param secondMoment E[S^2] in seconds squared, at least E[S]^2
     * @return seconds
     * @throws IllegalArgumentException if an argument is not above 0, the second moment too small or the load not
     *     below 1
     */
    public static double meanWaitSeconds(double arrivalsPerSecond, double meanServiceSeconds, double secondMoment) {
        double load = load(arrivalsPerSecond, meanServiceSeconds);
        Require.positive("The second moment of the service time", secondMoment);
        double least = meanServiceSeconds * meanServiceSeconds;
        Require.that(
                secondMoment >= least * (1 - 1e-12),
                "The second moment of the service time must be the mean squared, " + least + ", or more, not "
                        + secondMoment + ".");
        return arrivalsPerSecond * secondMoment / (2 * (1 - load));
    }

    /**
     * Mean wait before a service of constant length, M/D/1: half of that of M/M/1 (Pollaczek and Khintchine).
     *
     * @param arrivalsPerSecond Poisson rate
     * @param serviceSeconds length of every service
     * @return seconds
     * @throws IllegalArgumentException if an argument is not above 0 or the load not below 1
     */
    public static double constantServiceWaitSeconds(double arrivalsPerSecond, double serviceSeconds) {
        return meanWaitSeconds(arrivalsPerSecond, serviceSeconds, serviceSeconds * serviceSeconds);
    }

    /**
     * Mean wait before an exponential service, M/M/1: rho E[S] / (1 - rho) (Pollaczek and Khintchine).
     *
     * @param arrivalsPerSecond Poisson rate
     * @param meanServiceSeconds E[S]
     * @return seconds
     * @throws IllegalArgumentException if an argument is not above 0 or the load not below 1
     */
    public static double exponentialServiceWaitSeconds(double arrivalsPerSecond, double meanServiceSeconds) {
        return meanWaitSeconds(arrivalsPerSecond, meanServiceSeconds, 2 * meanServiceSeconds * meanServiceSeconds);
    }

    private static double load(double arrivalsPerSecond, double meanServiceSeconds) {
        Require.positive("The arrival rate", arrivalsPerSecond);
        Require.positive("The service time", meanServiceSeconds);
        return Require.stable(arrivalsPerSecond * meanServiceSeconds);
    }
}
