package org.swarmload.sim.cell;

import java.util.Arrays;

/**
 * Which pieces each client of the bt kind has assigned to which of its connections: at most {@value #ACTIVE} connections
 * with at most {@value #PIECES} pieces each. A place may hold the same piece twice: bt's endgame does that. Numbers of
 * places are {@code client * ACTIVE + 0 … ACTIVE - 1}.
 *
 * <p>Read in bt 1.10: {@code bt.runtime.Config} (10 and 3), {@code bt.torrent.messaging.Assignment},
 * {@code Assignments}, {@code TorrentWorker}.
 */
final class Assignments {
    static final int ACTIVE = 10;
    static final int PIECES = 3;
    static final int NONE = -1;

    private final int[] peer;
    private final int[] piece;
    private final byte[] pieces;
    private final byte[] gaps;
    private final byte[] used;
    private final long[] checkedMicros;
    private final long[] dueMicros;

    Assignments(int clients) {
        int places = Math.multiplyExact(clients, ACTIVE);
        peer = new int[places];
        Arrays.fill(peer, NONE);
        piece = new int[Math.multiplyExact(places, PIECES)];
        pieces = new byte[places];
        gaps = new byte[places];
        used = new byte[clients];
        checkedMicros = new long[places];
        dueMicros = new long[places];
    }

    /** Whether a client may have one more. */
    boolean room(int client) {
        return used[client] < ACTIVE;
    }

    /** Whether a client has none. */
    boolean none(int client) {
        return used[client] == 0;
    }

    /** The place of a client's assignment to a peer, or {@link #NONE}. */
    int find(int client, int of) {
        int first = client * ACTIVE;
        for (int place = first; place < first + ACTIVE; place++) {
            if (peer[place] == of) {
                return place;
            }
        }
        return NONE;
    }

    /** Takes a free place, which there has to be, for a peer. */
    int open(int client, int of, long now) {
        int place = find(client, NONE);
        peer[place] = of;
        pieces[place] = 0;
        gaps[place] = 0;
        used[client]++;
        checkedMicros[place] = now;
        return place;
    }

    /** Frees a place; its pieces can be read until it is taken again. */
    void close(int place) {
        peer[place] = NONE;
        used[place / ACTIVE]--;
    }

    /** The peer to which the place is assigned, or {@link #NONE}. */
    int peer(int place) {
        return peer[place];
    }

    int pieces(int place) {
        return pieces[place];
    }

    int piece(int place, int index) {
        return piece[place * PIECES + index];
    }

    boolean contains(int place, int wanted) {
        for (int i = 0; i < pieces[place]; i++) {
            if (piece(place, i) == wanted) {
                return true;
            }
        }
        return false;
    }

    void add(int place, int added) {
        piece[place * PIECES + pieces[place]++] = added;
    }

    /** Takes a piece out of a place as often as it is in, keeping the order of the others. */
    void finish(int place, int finished) {
        int kept = 0;
        for (int i = 0; i < pieces[place]; i++) {
            if (piece(place, i) != finished) {
                piece[place * PIECES + kept++] = piece(place, i);
            } else {
                gaps[place] = 1;
            }
        }
        pieces[place] = (byte) kept;
    }

    /** Whether a piece has been finished since the last call: only then, and when it is made, an assignment is filled. */
    boolean takeGap(int place) {
        boolean gap = gaps[place] != 0;
        gaps[place] = 0;
        return gap;
    }

    /** When the assignment was made, or the last block of one of its pieces came. */
    long checkedMicros(int place) {
        return checkedMicros[place];
    }

    void check(int place, long now) {
        checkedMicros[place] = now;
    }

    /** When its time is looked at; an event at another time is stale. */
    long dueMicros(int place) {
        return dueMicros[place];
    }

    void setDueMicros(int place, long due) {
        dueMicros[place] = due;
    }

    long stateBytes() {
        return 4L * (peer.length + piece.length)
                + 2L * pieces.length
                + used.length
                + 8L * (checkedMicros.length + dueMicros.length);
    }
}
