package org.swarmload.jmh.picker;

/**
 * A swarm of 41 members who are all connected: a seed and 40 who download 1,000 pieces, one after the other in turn. Whom
 * one asks goes round as well.
 */
final class Mesh {
    static final int PIECES = 1_000;
    static final int NEIGHBOURS = 40;
    static final int MEMBERS = NEIGHBOURS + 1;
    static final int PICKS = NEIGHBOURS * PIECES;
    static final int NOTHING = -1;

    private static final int SEED = 0;

    /** How such a swarm keeps what its members know. In the beginning the seed has everything and all know it. */
    interface Members {
        /**
         * Lets a member take the rarest piece that it lacks of what another offers, and tells it to all others. Returns the
         * piece, or {@link #NOTHING}.
         */
        int fetch(int member, int from);
    }

    private Mesh() {}

    /** Lets everybody download everything; returns the sum of the pieces' numbers. */
    static long download(Members members) {
        long sum = 0;
        for (int i = 0; i < PIECES; i++) {
            for (int m = 1; m < MEMBERS; m++) {
                int from = 1 + (m + i) % NEIGHBOURS;
                int piece = from == m ? NOTHING : members.fetch(m, from);
                sum += piece == NOTHING ? members.fetch(m, SEED) : piece;
            }
        }
        return sum;
    }
}
