package org.swarmload.sim.theory;

/**
 * How fast a file of M equal pieces spreads when the server and N peers have the same uplink and nobody may pass on a
 * piece before holding all of it. J. Mundinger, R. Weber and G. Weiss, "Optimal scheduling of peer-to-peer file
 * dissemination", Journal of Scheduling 11, 2008; for one piece the doubling of X. Yang and G. de Veciana, "Service
 * Capacity of Peer to Peer Networks", IEEE INFOCOM 2004.
 */
public final class ServiceCapacity {
    private ServiceCapacity() {}

    /**
     * Least time until the last peer has all, (1 + floor(log2 N) / M) F / C (Mundinger, Weber and Weiss 2008).
     *
     * @param peers number of peers N without the server
     * @param pieces number of pieces M
     * @param fileBits size of the file F, bits
     * @param uplinkBps uplink of the server and of each peer C, bit/s
     * @return seconds
     * @throws IllegalArgumentException if an argument is not above 0
     */
    public static double makespanSeconds(int peers, int pieces, double fileBits, double uplinkBps) {
        return (1 + (double) rounds(peers) / Require.atLeast("The number of pieces", pieces, 1))
                * seconds(fileBits, uplinkBps);
    }

    /**
     * Number of complete copies, the server's included, after so many times F / C with one piece: 2^k, until all have it
     * (Yang and de Veciana 2004).
     *
     * @param peers number of peers without the server
     * @param rounds the number k, 0 or more
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static long copies(int peers, int rounds) {
        Require.atLeast("The number of peers", peers, 1);
        Require.atLeast("The number of rounds", rounds, 0);
        return Math.min(1L << Math.min(rounds, 32), peers + 1L);
    }

    /**
     * Mean time at which a peer finishes, with one piece and every holder always serving somebody who has nothing: in
     * round k finish 2^(k-1), in the last one the rest (Yang and de Veciana 2004).
     *
     * @param peers number of peers without the server
     * @param fileBits size of the file F, bits
     * @param uplinkBps uplink of the server and of each peer C, bit/s
     * @return seconds
     * @throws IllegalArgumentException if an argument is not above 0
     */
    public static double meanFinishSeconds(int peers, double fileBits, double uplinkBps) {
        double sum = 0;
        for (int k = 1; k <= rounds(peers) + 1; k++) {
            sum += k * (double) (copies(peers, k) - copies(peers, k - 1));
        }
        return sum / peers * seconds(fileBits, uplinkBps);
    }

    /** floor(log2 N). */
    private static int rounds(int peers) {
        return 31 - Integer.numberOfLeadingZeros(Require.atLeast("The number of peers", peers, 1));
    }

    private static double seconds(double fileBits, double uplinkBps) {
        return Require.positive("The file", fileBits) / Require.positive("The uplink", uplinkBps);
    }
}
