package org.swarmload.sim.theory;

import java.util.stream.DoubleStream;

/**
 * Least time in which a file can reach every peer, by Kumar and Ross, "Peer-Assisted File Distribution: The Minimum
 * Distribution Time", IEEE HotWeb 2006. A fluid model: no schedule of whole pieces is faster, and the last peer of the
 * best fluid schedule finishes exactly then. Single peers may finish earlier.
 *
 * @param seedSeconds F / u_s: the server sends every bit at least once
 * @param slowestDownloadSeconds F / d_min: the peer with the slowest downlink receives every bit
 * @param aggregateSeconds N F / (u_s + sum u_i): all uplinks together send every copy; without peers N F / u_s
 */
public record KumarRoss(double seedSeconds, double slowestDownloadSeconds, double aggregateSeconds) {
    /** Which of the three terms is the greatest. */
    public enum Limit {
        SEED,
        SLOWEST_DOWNLOAD,
        AGGREGATE
    }

    /** The minimum distribution time in seconds: the greatest of the three terms (Kumar and Ross 2006). */
    public double seconds() {
        return Math.max(seedSeconds, Math.max(slowestDownloadSeconds, aggregateSeconds));
    }

    /** The term that binds; of equal ones the aggregate before the download before the seed (Kumar and Ross 2006). */
    public Limit binding() {
        if (aggregateSeconds == seconds()) {
            return Limit.AGGREGATE;
        }
        return slowestDownloadSeconds == seconds() ? Limit.SLOWEST_DOWNLOAD : Limit.SEED;
    }

    /**
     * Client-server time for equal peers: max(N F / u_s, F / d) (Kumar and Ross 2006).
     *
     * @param fileBits size of the file, bits
     * @param serverBps uplink of the server, bit/s
     * @param peers number of peers
     * @param downBps downlink of each peer, bit/s
     * @throws IllegalArgumentException if one of them is not above 0
     */
    public static KumarRoss clientServer(double fileBits, double serverBps, int peers, double downBps) {
        return of(fileBits, serverBps, peers, downBps, 0);
    }

    /**
     * Client-server time for peers with the given downlinks (Kumar and Ross 2006).
     *
     * @param fileBits size of the file, bits
     * @param serverBps uplink of the server, bit/s
     * @param downBps downlink of each peer, bit/s
     * @throws IllegalArgumentException if there are no peers or a value is not above 0
     */
    public static KumarRoss clientServer(double fileBits, double serverBps, double[] downBps) {
        return of(fileBits, serverBps, downBps.length, least(downBps), 0);
    }

    /**
     * Peer-to-peer time for equal peers: max(F / u_s, F / d, N F / (u_s + N u)) (Kumar and Ross 2006).
     *
     * @param fileBits size of the file, bits
     * @param serverBps uplink of the server, bit/s
     * @param peers number of peers
     * @param downBps downlink of each peer, bit/s
     * @param upBps uplink of each peer, bit/s, may be 0
     * @throws IllegalArgumentException if the uplink is below 0 or another value not above 0
     */
    public static KumarRoss peerToPeer(double fileBits, double serverBps, int peers, double downBps, double upBps) {
        Require.notNegative("The peers' uplink", upBps);
        return of(fileBits, serverBps, peers, downBps, peers * upBps);
    }

    /**
     * Peer-to-peer time for peers with the given lines (Kumar and Ross 2006).
     *
     * @param fileBits size of the file, bits
     * @param serverBps uplink of the server, bit/s
     * @param downBps downlink of each peer, bit/s
     * @param upBps uplink of each peer, bit/s, may be 0
     * @throws IllegalArgumentException if the arrays are empty or of unequal length, an uplink is below 0 or another
     *     value not above 0
     */
    public static KumarRoss peerToPeer(double fileBits, double serverBps, double[] downBps, double[] upBps) {
        Require.that(
                downBps.length == upBps.length,
                "Every peer needs a downlink and an uplink, not " + downBps.length + " and " + upBps.length + ".");
        double sum = 0;
        for (double up : upBps) {
            sum += Require.notNegative("The peers' uplink", up);
        }
        return of(fileBits, serverBps, downBps.length, least(downBps), sum);
    }

    private static double least(double[] downBps) {
        for (double down : downBps) {
            Require.positive("The peers' downlink", down);
        }
        return DoubleStream.of(downBps).min().orElse(1);
    }

    private static KumarRoss of(double fileBits, double serverBps, int peers, double slowestBps, double totalUpBps) {
        Require.positive("The file", fileBits);
        Require.positive("The server's uplink", serverBps);
        Require.atLeast("The number of peers", peers, 1);
        Require.positive("The peers' downlink", slowestBps);
        return new KumarRoss(fileBits / serverBps, fileBits / slowestBps, peers * fileBits / (serverBps + totalUpBps));
    }
}
