package org.swarmload.sim.theory;

/**
 * Greatest rate at which every peer can watch a live stream. R. Kumar, Y. Liu and K. W. Ross, "Stochastic Fluid Theory
 * for P2P Streaming Systems", IEEE INFOCOM 2007: min(u_s, (u_s + sum u_i) / N).
 */
public final class StreamingBound {
    private StreamingBound() {}

    /**
     * Greatest rate for all, bit/s (Kumar, Liu and Ross 2007).
     *
     * @param serverBps uplink of the server u_s, bit/s
     * @param peers number of peers N
     * @param totalUpBps sum of the peers' uplinks, bit/s, may be 0
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double greatestBps(double serverBps, int peers, double totalUpBps) {
        Require.positive("The server's uplink", serverBps);
        Require.atLeast("The number of peers", peers, 1);
        Require.notNegative("The peers' uplink", totalUpBps);
        return Math.min(serverBps, (serverBps + totalUpBps) / peers);
    }

    /**
     * Greatest share of the stream that peers can get in time on average, min(1, r_max / r) (Kumar, Liu and Ross 2007).
     *
     * @param serverBps uplink of the server u_s, bit/s
     * @param peers number of peers N
     * @param totalUpBps sum of the peers' uplinks, bit/s, may be 0
     * @param rateBps bit rate of the stream r, bit/s
     * @return above 0, up to 1
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double bestContinuity(double serverBps, int peers, double totalUpBps, double rateBps) {
        return Math.min(1, greatestBps(serverBps, peers, totalUpBps) / Require.positive("The bit rate", rateBps));
    }

    /**
     * Number of peers that the server alone can feed the whole stream (Kumar, Liu and Ross 2007, without uplinks).
     *
     * @param serverBps uplink of the server, bit/s
     * @param rateBps bit rate of the stream, bit/s
     * @throws IllegalArgumentException if one of them is not above 0
     */
    public static long fullStreams(double serverBps, double rateBps) {
        return (long) (Require.positive("The server's uplink", serverBps) / Require.positive("The bit rate", rateBps));
    }
}
