package org.swarmload.sim.picker.bt;

import java.util.Arrays;
import org.swarmload.sim.picker.PieceView;
import org.swarmload.sim.random.CounterRandom;
import org.swarmload.sim.random.Purpose;

/**
 * The random order of all pieces that a client of bt draws when a session begins and keeps to its end. Here nothing is
 * kept: it is computed from the client's seed whenever another client's turn comes. The order of two pieces depends on the
 * client and their numbers alone, so it stays as it is while the window of a stream moves over them.
 */
final class ClientOrder {
    private static final int INDEX_BITS = 20;
    private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;

    /** Of each piece of the view, in order: random bits, and below them its index. */
    private long[] keys = {};

    private int pieces;
    private int firstPiece;
    private long client;

    /** Turns to the client and the pieces of a view. */
    void turnTo(PieceView view) {
        boolean same = pieces == view.pieces() && firstPiece == view.firstPiece() && client == view.clientSeed();
        if (same) {
            return;
        }
        pieces = view.pieces();
        firstPiece = view.firstPiece();
        client = view.clientSeed();
        if (keys.length < pieces) {
            keys = new long[pieces];
        }
        for (int i = 0; i < pieces; i++) {
            keys[i] = CounterRandom.bits(client, firstPiece + i, Purpose.CLIENT, 1) & ~INDEX_MASK | i;
        }
        Arrays.sort(keys, 0, pieces);
    }

    /** The index that has the place in the order. */
    int at(int place) {
        return (int) (keys[place] & INDEX_MASK);
    }
}
