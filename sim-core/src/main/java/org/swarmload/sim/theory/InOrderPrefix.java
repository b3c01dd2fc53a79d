package org.swarmload.sim.theory;

/**
 * How much can be played from the start when k of M pieces, a uniformly random set, are there. Random order in N. Parvez,
 * C. Williamson, A. Mahanti and N. Carlsson, "Analysis of BitTorrent-like Protocols for On-Demand Stored Media
 * Streaming", ACM SIGMETRICS 2008.
 */
public final class InOrderPrefix {
    private InOrderPrefix() {}

    /**
     * Mean number of pieces before the first missing one, k / (M - k + 1), exact (Parvez and others 2008).
     *
     * @param held number of pieces that are there k
     * @param pieces number of pieces of the file M
     * @throws IllegalArgumentException if the file has no pieces, or not 0..M are there
     */
    public static double mean(int held, int pieces) {
        check(held, pieces);
        return held / (pieces - held + 1.0);
    }

    /**
     * Probability that the first j pieces are there: product of (k - i) / (M - i) for i below j, exact (Parvez and others
     * 2008).
     *
     * @param held number of pieces that are there k
     * @param pieces number of pieces of the file M
     * @param first number of pieces from the start j, 0 to M
     * @throws IllegalArgumentException if the file has no pieces, or not 0..M are there or asked for
     */
    public static double firstPresent(int held, int pieces, int first) {
        check(held, pieces);
        Require.atLeast("The number of first pieces", first, 0);
        Require.that(first <= pieces, "A file of " + pieces + " pieces has no first " + first + ".");
        double probability = 1;
        for (int i = 0; i < first && probability > 0; i++) {
            probability *= (held - i) / (double) (pieces - i);
        }
        return probability;
    }

    private static void check(int held, int pieces) {
        Require.atLeast("The number of pieces", pieces, 1);
        Require.atLeast("The number of pieces held", held, 0);
        Require.that(held <= pieces, "Nobody can hold " + held + " of " + pieces + " pieces.");
    }
}
