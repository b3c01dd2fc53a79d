package org.swarmload.sim.cell;

import java.util.Arrays;
import org.swarmload.sim.net.Transfers;

/**
 * What one edge has in its cache, as one cell knows it, and who in the cell waits for what. A slot is a piece in a
 * rendition. Requests for a slot that is being fetched wait for that fetch (collapsing).
 */
final class EdgeCache {
    private static final long ABSENT = -1;

    private final int renditions;
    private final long[] freshUntil;
    private final int[] waiting;
    private final boolean[] fetching;
    private final Transfers transfers;

    EdgeCache(int pieces, int renditions, Transfers transfers) {
        this.renditions = renditions;
        this.transfers = transfers;
        freshUntil = new long[pieces * renditions];
        Arrays.fill(freshUntil, ABSENT);
        waiting = new int[pieces * renditions];
        Arrays.fill(waiting, Transfers.NONE);
        fetching = new boolean[pieces * renditions];
    }

    int slot(int piece, int rendition) {
        return piece * renditions + rendition;
    }

    int piece(int slot) {
        return slot / renditions;
    }

    int rendition(int slot) {
        return slot % renditions;
    }

    boolean fresh(int slot, long now) {
        return freshUntil[slot] > now;
    }

    long freshUntil(int slot) {
        return freshUntil[slot];
    }

    boolean fetching(int slot) {
        return fetching[slot];
    }

    void setFetching(int slot, boolean value) {
        fetching[slot] = value;
    }

    void store(int slot, long until) {
        freshUntil[slot] = until;
        fetching[slot] = false;
    }

    /** Lets a request wait for the slot. */
    void await(int t, int slot) {
        transfers.setState(t, Transfers.WAITING);
        transfers.setNextOfSender(t, waiting[slot]);
        waiting[slot] = t;
    }

    /** Takes one waiting request of the slot, or returns {@link Transfers#NONE}. */
    int pollWaiting(int slot) {
        int t = waiting[slot];
        if (t != Transfers.NONE) {
            waiting[slot] = transfers.nextOfSender(t);
        }
        return t;
    }

    /** Takes a waiting request out. */
    void forget(int t) {
        int slot = slot(transfers.piece(t), transfers.rendition(t));
        int before = Transfers.NONE;
        for (int at = waiting[slot]; at != Transfers.NONE; at = transfers.nextOfSender(at)) {
            if (at == t) {
                if (before == Transfers.NONE) {
                    waiting[slot] = transfers.nextOfSender(t);
                } else {
                    transfers.setNextOfSender(before, transfers.nextOfSender(t));
                }
                return;
            }
            before = at;
        }
        throw new IllegalStateException("Transfer " + t + " does not wait for slot " + slot + ".");
    }

    long stateBytes() {
        return freshUntil.length * 13L;
    }
}
