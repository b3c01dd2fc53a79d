package org.swarmload.sim.swarm;

/** A count for each piece of each row; pieces come 64 at a time, as the bits of a word. */
interface PieceCounts {
    int count(int row, int piece);

    /** One more for each of some pieces of a word. */
    void add(int row, int word, long some);

    /** One less for each of some pieces of a word, none of which is 0. */
    void remove(int row, int word, long some);

    /** Lets all counts of a row be 0. */
    void clear(int row);

    /**
     * Narrows a search down to those pieces that have the least count.
     *
     * @param atLeastOne whether a piece that nobody shows counts as one that somebody does
     */
    void keepRarest(int row, boolean atLeastOne, RarestPieces search);

    long stateBytes();
}
