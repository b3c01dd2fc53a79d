package org.swarmload.sim.cell;

import org.swarmload.sim.net.Transfers;

/** The transfers of each receiver, from asking to the end; a list for each that begins with the youngest. */
final class Incoming {
    private final Viewers viewers;
    private final Transfers transfers;

    Incoming(Viewers viewers, Transfers transfers) {
        this.viewers = viewers;
        this.transfers = transfers;
    }

    /** Adds a transfer of a receiver; returns how many it has then. */
    int add(int v, int t) {
        transfers.setNextOfReceiver(t, viewers.incoming(v));
        viewers.setIncoming(v, t);
        return viewers.addIncomingCount(v, 1);
    }

    void remove(int v, int t) {
        int next = transfers.nextOfReceiver(t);
        if (viewers.incoming(v) == t) {
            viewers.setIncoming(v, next);
        } else {
            int before = viewers.incoming(v);
            while (transfers.nextOfReceiver(before) != t) {
                before = transfers.nextOfReceiver(before);
            }
            transfers.setNextOfReceiver(before, next);
        }
        viewers.addIncomingCount(v, -1);
    }

    /** The viewer's transfer of that piece, or {@link Transfers#NONE}. */
    int find(int v, int piece) {
        int t = viewers.incoming(v);
        while (t != Transfers.NONE && transfers.piece(t) != piece) {
            t = transfers.nextOfReceiver(t);
        }
        return t;
    }

    /** Whether the peer sends the viewer something, or has been asked to. */
    boolean isFrom(int peer, int v) {
        int t = viewers.incoming(v);
        while (t != Transfers.NONE && transfers.from(t) != peer) {
            t = transfers.nextOfReceiver(t);
        }
        return t != Transfers.NONE;
    }

    /** Puts the peers that send the viewer something, or have been asked to, into an array; returns how many. */
    int senders(int v, int[] target) {
        int count = 0;
        for (int t = viewers.incoming(v); t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            if (!transfers.fromServer(t)) {
                target[count++] = transfers.from(t);
            }
        }
        return count;
    }
}
