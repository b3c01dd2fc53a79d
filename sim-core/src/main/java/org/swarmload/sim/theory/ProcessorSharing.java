package org.swarmload.sim.theory;

/**
 * Poisson requests that share one link equally, each at most at its own rate. L. Kleinrock, "Time-shared systems: a
 * theoretical treatment", Journal of the ACM 14, 1967, for flows without a limit; J. W. Cohen, "The multiple phase
 * service network with generalized processor sharing", Acta Informatica 12, 1979, for rates that depend on the number
 * present. With n flows present each has min(r, C/n). All means hold for any law of the size.
 *
 * @param arrivalsPerSecond Poisson rate of requests
 * @param meanSizeBits mean size of a request, bits
 * @param linkBps capacity C of the link, bit/s, need not be a multiple of the limit
 * @param flowBps greatest rate r of one flow, bit/s; C or more is the same as no limit
 */
public record ProcessorSharing(double arrivalsPerSecond, double meanSizeBits, double linkBps, double flowBps) {
    /** @throws IllegalArgumentException if a value is not above 0 or the load not below 1 */
    public ProcessorSharing {
        Require.positive("The arrival rate", arrivalsPerSecond);
        Require.positive("The mean size", meanSizeBits);
        Require.positive("The link", linkBps);
        Require.positive("The rate of a flow", flowBps);
        Require.stable(arrivalsPerSecond * meanSizeBits / linkBps);
    }

    /**
     * Flows without a limit of their own (Kleinrock 1967).
     *
     * @param arrivalsPerSecond Poisson rate of requests
     * @param meanSizeBits mean size of a request, bits
     * @param linkBps capacity of the link, bit/s
     * @throws IllegalArgumentException if a value is not above 0 or the load not below 1
     */
    public static ProcessorSharing unlimited(double arrivalsPerSecond, double meanSizeBits, double linkBps) {
        return new ProcessorSharing(arrivalsPerSecond, meanSizeBits, linkBps, linkBps);
    }

    /** Share of the link in use, rho, from 0 to 1 (Kleinrock 1967). */
    public double load() {
        return arrivalsPerSecond * meanSizeBits / linkBps;
    }

    /**
     * Mean number of flows present. Law pi(n) ~ a^n / prod min(k, C/r) with a = rho C / r (Cohen 1979), summed in closed
     * form: the first C/r states by Erlang B, the rest as a geometric tail. Without a limit rho / (1 - rho).
     */
    public double meanNumber() {
        double tail = load() / (1 - load());
        double blocking = Erlang.blocking(erlangs(), fullRateFlows());
        double inTail = fullRateFlows() * tail + tail / (1 - load());
        return (erlangs() * (1 - blocking) + blocking * inTail) / (1 + blocking * tail);
    }

    /** Mean time from request to last bit, seconds, by Little's law; without a limit E[S] / (1 - rho) (Kleinrock 1967). */
    public double meanSeconds() {
        return meanNumber() / arrivalsPerSecond;
    }

    /**
     * Mean time of requests of one size: proportional to the size (Cohen 1979); without a limit s / (C (1 - rho))
     * (Kleinrock 1967).
     *
     * @param sizeBits size of the request, bits
     * @return seconds
     * @throws IllegalArgumentException if the size is not above 0
     */
    public double meanSeconds(double sizeBits) {
        return Require.positive("The size", sizeBits) / meanBps();
    }

    /** Mean size over mean time, bit/s: what a flow gets on average over its bits (Kleinrock 1967, Cohen 1979). */
    public double meanBps() {
        return meanSizeBits / meanSeconds();
    }

    /** Offered load a in flows at their full rate. */
    private double erlangs() {
        return arrivalsPerSecond * meanSizeBits / Math.min(flowBps, linkBps);
    }

    /** The greatest number of flows that all have their full rate. */
    private int fullRateFlows() {
        double flows = linkBps / Math.min(flowBps, linkBps);
        Require.that(flows <= 1e9, "The link must carry 1e9 flows at full rate at most, not " + flows + ".");
        return (int) flows;
    }
}
