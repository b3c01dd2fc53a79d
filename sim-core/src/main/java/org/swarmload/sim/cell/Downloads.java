package org.swarmload.sim.cell;

import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;
import org.swarmload.sim.swarm.Holdings;

/**
 * The transfers of a cell from asking to the end. A transfer starts one round trip after it was asked for; while it runs
 * the receiver's downlink, divided by its running transfers, is its cap. Each end books its own bytes.
 */
final class Downloads {
    private final CellPlan plan;
    private final Viewers viewers;
    private final Holdings holdings;
    private final Transfers transfers;
    private final PeerUplinks uplinks;
    private final EventQueue queue;
    private final CellLedger ledger;
    private ServerDesk[] desks;

    Downloads(
            CellPlan plan,
            Viewers viewers,
            Holdings holdings,
            Transfers transfers,
            PeerUplinks uplinks,
            EventQueue queue,
            CellLedger ledger) {
        this.plan = plan;
        this.viewers = viewers;
        this.holdings = holdings;
        this.transfers = transfers;
        this.uplinks = uplinks;
        this.queue = queue;
        this.ledger = ledger;
    }

    void connect(ServerDesk[] serverDesks) {
        desks = serverDesks;
    }

    /** Asks the viewer's server for a piece. */
    void askServer(int v, int piece, long now) {
        viewers.fromServer[v]++;
        ask(v, -1 - viewers.server[v], piece, now + viewers.rttMicros[v], now);
    }

    /** Asks a peer for a piece. */
    void askPeer(int v, int peer, int piece, long now) {
        ledger.peerRequest(now);
        viewers.uploads[peer]++;
        long trip = (viewers.rttMicros[v] + viewers.rttMicros[peer]) / 2 + CellPlan.CORE_MICROS;
        ask(v, peer, piece, now + trip, now);
    }

    private void ask(int v, int sender, int piece, long due, long now) {
        int t = transfers.create(sender, v, piece, viewers.rendition[v]);
        transfers.setNextOfReceiver(t, viewers.incoming[v]);
        viewers.incoming[v] = t;
        if (viewers.incomingCount[v]++ == 0) {
            viewers.busySince[v] = now;
        }
        holdings.ask(v, piece, sender < 0);
        schedule(t, due);
    }

    /** Lets the request of a transfer arrive at its sender at that time. */
    void schedule(int t, long due) {
        transfers.setDue(t, due);
        queue.push(due, Cell.ARRIVE, t, 0);
    }

    /** The request of a peer transfer arrives; false if the peer cannot serve it any more. */
    boolean arriveAtPeer(int t, long now) {
        int peer = transfers.from(t);
        int piece = transfers.piece(t);
        if ((holdings.shown(peer, piece, transfers.rendition(t)) & 1) == 0) {
            return false;
        }
        uplinks.start(t, addActive(transfers.to(t), now), now);
        scheduleUplink(peer, now);
        return true;
    }

    /** Counts one more running transfer of the receiver, re-rates the others, and returns the cap of each. */
    double addActive(int v, long now) {
        double cap = viewers.down[v] / ++viewers.activeIncoming[v];
        recap(v, cap, now);
        return cap;
    }

    private void removeActive(int v, long now) {
        if (--viewers.activeIncoming[v] > 0) {
            recap(v, viewers.down[v] / viewers.activeIncoming[v], now);
        }
    }

    private void recap(int v, double cap, long now) {
        for (int t = viewers.incoming[v]; t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            if (transfers.state(t) == Transfers.ACTIVE) {
                if (transfers.fromServer(t)) {
                    desks[transfers.server(t)].setCap(t, cap, now);
                } else if (uplinks.setCap(t, cap, now)) {
                    scheduleUplink(transfers.from(t), now);
                }
            }
        }
    }

    /** Sees to it that an event fires no later than the peer's next finish. */
    void scheduleUplink(int peer, long now) {
        long next = uplinks.nextFinish(peer, now);
        if (next < viewers.uplinkDue[peer]) {
            viewers.uplinkDue[peer] = next;
            queue.push(next, Cell.UPLINK, peer, 0);
        }
    }

    /** The sender's side of a finished peer transfer. */
    void sentByPeer(int t, long now) {
        int peer = transfers.from(t);
        long bytes = transfers.size(t);
        long start = transfers.startMicros(t);
        ledger.peerSent(bytes, start, now);
        viewers.uploadRate[peer] = (float) bytes / Math.max(1, now - start);
        viewers.uploads[peer]--;
    }

    /** The receiver's side of a finished transfer: counts its bytes, and takes the piece in. Releases the transfer. */
    void received(int t, long now) {
        int v = transfers.to(t);
        int piece = transfers.piece(t);
        int rendition = transfers.rendition(t);
        long bytes = plan.pieceBytes[rendition];
        boolean ofServer = transfers.fromServer(t);
        if (ofServer) {
            ledger.receivedFromServer[transfers.server(t)] += bytes;
            viewers.serverAttempts[v] = 0;
        } else {
            ledger.receivedFromPeers += bytes;
            ledger.usefulFromPeers += bytes;
        }
        ledger.delivered += bytes;
        unlink(t, now);
        removeActive(v, now);
        measure(v, bytes, now);
        holdings.complete(v, piece, rendition);
        transfers.release(t);
    }

    /** Throughput while busy, over the last few pieces. */
    private void measure(int v, long bytes, long now) {
        viewers.recentBytes[v] = viewers.recentBytes[v] * 0.75f + bytes;
        viewers.recentMicros[v] = viewers.recentMicros[v] * 0.75f + Math.max(1, now - viewers.busySince[v]);
        viewers.busySince[v] = now;
    }

    /** Ends a transfer early, whatever its state; bytes that have gone are overhead. Releases it. */
    void abort(int t, long now) {
        int v = transfers.to(t);
        byte state = transfers.state(t);
        boolean ofServer = transfers.fromServer(t);
        if (ofServer) {
            long gone = desks[transfers.server(t)].abort(t, now);
            ledger.receivedFromServer[transfers.server(t)] += gone;
            ledger.overhead += gone;
        } else {
            if (state == Transfers.ACTIVE) {
                abortUpload(t, now);
            }
            viewers.uploads[transfers.from(t)]--;
        }
        unlink(t, now);
        if (state == Transfers.ACTIVE) {
            removeActive(v, now);
        }
        holdings.unask(v, transfers.piece(t));
        transfers.release(t);
    }

    private void abortUpload(int t, long now) {
        int peer = transfers.from(t);
        long gone = uplinks.abort(t, now);
        ledger.peerSent(gone, transfers.startMicros(t), now);
        ledger.receivedFromPeers += gone;
        ledger.overhead += gone;
        scheduleUplink(peer, now);
    }

    private void unlink(int t, long now) {
        int v = transfers.to(t);
        int next = transfers.nextOfReceiver(t);
        if (viewers.incoming[v] == t) {
            viewers.incoming[v] = next;
        } else {
            int before = viewers.incoming[v];
            while (transfers.nextOfReceiver(before) != t) {
                before = transfers.nextOfReceiver(before);
            }
            transfers.setNextOfReceiver(before, next);
        }
        viewers.incomingCount[v]--;
        if (transfers.fromServer(t)) {
            viewers.fromServer[v]--;
            desks[transfers.server(t)].requestEnded(v, now);
        }
    }

    /** The viewer's transfer of that piece, or {@link Transfers#NONE}. */
    int find(int v, int piece) {
        int t = viewers.incoming[v];
        while (t != Transfers.NONE && transfers.piece(t) != piece) {
            t = transfers.nextOfReceiver(t);
        }
        return t;
    }

    /** Microseconds until a peer transfer ends at its present rate; 0 while its request is on the way. */
    long microsLeft(int t, long now) {
        double rate = transfers.rate(t);
        double left = transfers.state(t) == Transfers.ACTIVE ? uplinks.bytesLeft(t, now) : 0;
        return rate <= 0 ? 0 : (long) Math.min(9e15, left / rate);
    }
}
