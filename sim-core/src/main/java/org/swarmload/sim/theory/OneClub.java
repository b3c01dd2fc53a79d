package org.swarmload.sim.theory;

/**
 * A swarm in which nearly all peers lack the same piece: only the seed can let them finish. B. Hajek and J. Zhu, "The
 * Missing Piece Syndrome in Peer-to-Peer Communication", IEEE ISIT 2010. Holds for any policy that gives useful pieces,
 * for peers that leave when they are complete.
 *
 * @param arrivalsPerSecond Poisson rate lam of peers that have nothing
 * @param seedPiecesPerSecond pieces that the fixed seed uploads, U
 */
public record OneClub(double arrivalsPerSecond, double seedPiecesPerSecond) {
    /** @throws IllegalArgumentException if a rate is negative */
    public OneClub {
        Require.notNegative("The arrival rate", arrivalsPerSecond);
        Require.notNegative("The seed's rate", seedPiecesPerSecond);
    }

    /** Whether the club dies out in the long run, U above lam (Hajek and Zhu 2010). */
    public boolean stable() {
        return seedPiecesPerSecond > arrivalsPerSecond;
    }

    /**
     * Mean change of the number of peers, (lam - U) t, while the club is large (Hajek and Zhu 2010).
     *
     * @param seconds the time t, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public double meanChange(double seconds) {
        return (arrivalsPerSecond - seedPiecesPerSecond) * Require.notNegative("The time", seconds);
    }

    /**
     * Variance of the change, (lam + U) t: arrivals and the seed's uploads as two Poisson processes (Hajek and Zhu 2010).
     *
     * @param seconds the time t, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public double variance(double seconds) {
        return (arrivalsPerSecond + seedPiecesPerSecond) * Require.notNegative("The time", seconds);
    }
}
