package org.swarmload.sim.theory;

/**
 * Offload of a live swarm that the server feeds one copy whenever anybody watches, every uplink being at least the bit
 * rate. Viewers who arrive as a Poisson process and stay for any law are a Poisson number (M/G/infinity; L. Takacs,
 * "Introduction to the Theory of Queues", 1962), so the server sends 1 - exp(-a) copies of the a that are watched. That
 * the gain is a function of the swarm's mean size is what D. Karamshuk and others find for BBC iPlayer, "ISP-friendly
 * Peer-assisted On-demand Streaming of Long Duration Content in BBC iPlayer", IEEE INFOCOM 2015.
 */
public final class PeerAssist {
    private static final double SERIES_BELOW = 1e-3;

    private PeerAssist() {}

    /**
     * Share of the bytes that peers send: 1 - (1 - exp(-a)) / a (Takacs 1962).
     *
     * @param meanViewers mean number of viewers present a: arrival rate times mean stay
     * @return from 0 to 1
     * @throws IllegalArgumentException if it is negative
     */
    public static double offload(double meanViewers) {
        double a = Require.notNegative("The mean number of viewers", meanViewers);
        if (a < SERIES_BELOW) {
            return a / 2 * (1 - a / 3 * (1 - a / 4 * (1 - a / 5)));
        }
        return 1 + StrictMath.expm1(-a) / a;
    }
}
