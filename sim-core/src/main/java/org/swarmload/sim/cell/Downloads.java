package org.swarmload.sim.cell;

import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;
import org.swarmload.sim.swarm.PieceStore;

/**
 * The transfers of a cell from asking to the end. A transfer from a server starts one round trip after it was asked for
 * at the earliest, one from a peer after the trip between the two, or at once where the receiver has been waiting there;
 * while it runs its part of the receiver's downlink is its cap. Each end books its own bytes.
 */
final class Downloads {
    private final CellPlan plan;
    private final Viewers viewers;
    private final Transfers transfers;
    private final PeerUplinks uplinks;
    private final EventQueue queue;
    private final CellLedger ledger;
    private ServerDesk[] desks;
    private PieceStore pieces;
    private Crowd crowd;
    private final Incoming incoming;
    private final Downlinks lines;
    private final int uploadsAtMost;
    private CellChecks checks;
    /** Null where nobody asks ahead. */
    private ConnectionQueues queues;

    Downloads(
            CellPlan plan,
            Viewers viewers,
            Transfers transfers,
            PeerUplinks uplinks,
            EventQueue queue,
            CellLedger ledger) {
        this.plan = plan;
        this.viewers = viewers;
        this.transfers = transfers;
        this.uplinks = uplinks;
        this.queue = queue;
        this.ledger = ledger;
        uploadsAtMost = plan.hasSwarm() ? plan.spec.delivery().swarm().uploadsAtMost() : 0;
        incoming = new Incoming(viewers, transfers);
        lines = new Downlinks(viewers, transfers, uplinks);
    }

    PieceStore pieces() {
        return pieces;
    }

    /** Names where pieces are kept. */
    void keepIn(PieceStore store) {
        pieces = store;
    }

    void connect(ServerDesk[] serverDesks, Crowd cellCrowd) {
        desks = serverDesks;
        lines.connect(serverDesks);
        crowd = cellCrowd;
    }

    /** Lets each pair of members have one connection, on which pieces follow each other; and lines a queue of so long. */
    ConnectionQueues queueAtPeers(long lineQueueMicros) {
        queues = new ConnectionQueues(viewers, transfers, uplinks, this, queue, lineQueueMicros);
        return queues;
    }

    /** Lets somebody see every flow between peers begin; null for nobody. */
    void watch(CellChecks watcher) {
        checks = watcher;
    }

    /** Asks the viewer's server for a piece. */
    void askServer(int v, int piece, long now) {
        viewers.addFromServer(v, 1);
        schedule(ask(v, -1 - viewers.server(v), piece, now), now + viewers.rttMicros(v));
    }

    /** Asks a peer for a piece. */
    void askPeer(int v, int peer, int piece, long now) {
        askPeer(v, peer, piece, now, 0);
    }

    /** Asks a peer for a piece with a request that waits before it is on its way. */
    void askPeer(int v, int peer, int piece, long now, long waitMicros) {
        schedule(promise(v, peer, piece, now), now + waitMicros + tripMicros(v, peer));
    }

    /** The peer's first bytes flow at once: the request has been waiting at the peer. */
    void servePeer(int v, int peer, int piece, long now) {
        flow(promise(v, peer, piece, now), now);
    }

    private int promise(int v, int peer, int piece, long now) {
        ledger.peerRequest(now);
        if (viewers.addUploads(peer, 1) == uploadsAtMost) {
            pieces.setRoom(peer, false);
        }
        return ask(v, peer, piece, now);
    }

    long tripMicros(int v, int peer) {
        return (viewers.rttMicros(v) + viewers.rttMicros(peer)) / 2 + plan.coreTripMicros;
    }

    private int ask(int v, int sender, int piece, long now) {
        int t = transfers.create(sender, v, piece, viewers.rendition(v));
        if (incoming.add(v, t) == 1) {
            viewers.setBusySince(v, now);
        }
        pieces.ask(v, piece, sender < 0);
        return t;
    }

    /** Lets the request of a transfer arrive at its sender at that time. */
    void schedule(int t, long due) {
        transfers.setDue(t, due);
        queue.push(due, Cell.ARRIVE, t, 0);
    }

    /** The request of a peer transfer arrives; false if the peer cannot serve it any more. */
    boolean arriveAtPeer(int t, long now) {
        if (!pieces.shows(transfers.from(t), transfers.piece(t), transfers.rendition(t))) {
            return false;
        }
        if (queues == null || !queues.waits(t)) {
            flow(t, now);
        }
        return true;
    }

    /** A transfer from a peer has ended: what its connection carries next begins. */
    void follow(int v, int peer, long now) {
        if (queues != null) {
            queues.follow(v, peer, now);
        }
    }

    /** The first bytes of a peer's transfer leave. */
    void flow(int t, long now) {
        int peer = transfers.from(t);
        if (checks != null) {
            int piece = transfers.piece(t);
            int rendition = transfers.rendition(t);
            checks.flowBegins(t, pieces.shows(peer, piece, rendition), pieces.holds(peer, piece, rendition), now);
        }
        uplinks.start(t, peerCap(t, addActive(t, now)), now);
        if (queues != null) {
            queues.changes(peer, now);
        }
        scheduleUplink(peer, now);
    }

    /** What a connection between two peers carries: the receiver's part, or what was asked for ahead in a round trip. */
    private double peerCap(int t, double cap) {
        if (plan.bytesAhead == 0) {
            return cap;
        }
        long trip = tripMicros(transfers.to(t), transfers.from(t));
        return trip == 0 ? cap : Math.min(cap, (double) plan.bytesAhead / trip);
    }

    /** Counts one more running transfer of its receiver, re-rates the others, and returns its cap. */
    double addActive(int t, long now) {
        int v = transfers.to(t);
        return lines.opens(t) ? viewers.down(v) : divide(v, t, now);
    }

    private void removeActive(int t, long now) {
        if (!lines.closes(t)) {
            divide(transfers.to(t), Transfers.NONE, now);
        }
    }

    /** Divides a downlink anew; returns the part of a transfer that is about to run. */
    private double divide(int v, int starting, long now) {
        lines.divide(v, starting);
        double capOfStarting = 0;
        int k = 0;
        for (int t = viewers.incoming(v); t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            if (t == starting) {
                capOfStarting = lines.cap(k++);
            } else if (transfers.state(t) == Transfers.ACTIVE) {
                setCap(t, lines.cap(k++), now);
            }
        }
        return capOfStarting;
    }

    private void setCap(int t, double cap, long now) {
        if (transfers.fromServer(t)) {
            desks[transfers.server(t)].setCap(t, cap, now);
        } else if (uplinks.setCap(t, peerCap(t, cap), now)) {
            scheduleUplink(transfers.from(t), now);
        }
    }

    /** The uplink of a member is another from now on: its transfers are re-rated, the lines that they run to divided anew. */
    void rerate(int member, double uplink, long now) {
        double before = uplinks.capacity(member);
        uplinks.rerate(member, uplink, now);
        for (int t = uplinks.first(member); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            lines.changeOffer(t, before, uplink);
        }
        for (int t = uplinks.first(member); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            divide(transfers.to(t), Transfers.NONE, now);
        }
        if (queues != null) {
            queues.changes(member, now);
        }
        scheduleUplink(member, now);
    }

    /** Whether it is counted right what the senders of a viewer could give. */
    boolean offersCounted(int v) {
        return lines.offeredNow(v) == viewers.offered(v);
    }

    /** What a viewer receives now, bytes per microsecond. */
    double rate(int v) {
        return lines.rate(v);
    }

    /** Whether what a viewer receives fills its line. */
    boolean lineIsFull(int v) {
        return lines.full(v);
    }

    /** Sees to it that an event fires no later than the peer's next finish. */
    void scheduleUplink(int peer, long now) {
        long due = uplinks.arm(peer, now);
        if (due != PeerUplinks.NEVER) {
            queue.push(due, Cell.UPLINK, peer, 0);
        }
    }

    /** The sender's side of a finished peer transfer. */
    void sentByPeer(int t, long now) {
        int peer = transfers.from(t);
        long bytes = transfers.size(t);
        long start = transfers.startMicros(t);
        bookSent(peer, bytes, start, now);
        pieces.setRate(peer, (float) bytes / Math.max(1, now - start));
        freeUpload(peer, now);
    }

    private void bookSent(int peer, long bytes, long start, long now) {
        if (viewers.isSeed(peer)) {
            ledger.seedSent(plan.seedServer, bytes);
        } else {
            ledger.peerSent(bytes, start, now);
        }
    }

    private void freeUpload(int peer, long now) {
        if (viewers.addUploads(peer, -1) == uploadsAtMost - 1) {
            pieces.setRoom(peer, true);
        }
        crowd.uploadEnded(peer, now);
    }

    /** Counts what a receiver got; returns whether a server of the operator sent it. */
    private boolean bookReceived(int t, long bytes) {
        boolean ofSeed = !transfers.fromServer(t) && viewers.isSeed(transfers.from(t));
        if (transfers.fromServer(t) || ofSeed) {
            ledger.receivedFromServer[ofSeed ? plan.seedServer : transfers.server(t)] += bytes;
            return true;
        }
        ledger.receivedFromPeers += bytes;
        return false;
    }

    /** The receiver's side of a finished transfer: counts its bytes, and takes the piece in. Releases the transfer. */
    void received(int t, long now) {
        int v = transfers.to(t);
        int piece = transfers.piece(t);
        int rendition = transfers.rendition(t);
        long bytes = transfers.size(t);
        if (!bookReceived(t, bytes)) {
            ledger.usefulFromPeers += bytes;
        } else if (transfers.fromServer(t)) {
            viewers.setServerAttempts(v, 0);
        }
        ledger.delivered += bytes;
        unlink(t, now);
        removeActive(t, now);
        measure(v, bytes, now);
        pieces.complete(v, piece, rendition);
        transfers.release(t);
    }

    /** A transfer has come for which its receiver has no use any more. Releases it. */
    void discarded(int t, long now) {
        long bytes = transfers.size(t);
        bookReceived(t, bytes);
        ledger.overhead += bytes;
        unlink(t, now);
        removeActive(t, now);
        transfers.release(t);
    }

    /** Throughput while busy, over the last few pieces. */
    private void measure(int v, long bytes, long now) {
        viewers.setRecentBytes(v, viewers.recentBytes(v) * 0.75f + bytes);
        viewers.setRecentMicros(v, viewers.recentMicros(v) * 0.75f + Math.max(1, now - viewers.busySince(v)));
        viewers.setBusySince(v, now);
    }

    /** Ends a transfer early, whatever its state; bytes that have gone are overhead. Releases it. */
    void abort(int t, long now) {
        int v = transfers.to(t);
        byte state = transfers.state(t);
        if (transfers.fromServer(t)) {
            long gone = desks[transfers.server(t)].abort(t, now);
            ledger.receivedFromServer[transfers.server(t)] += gone;
            ledger.overhead += gone;
        } else if (state == Transfers.ACTIVE) {
            abortUpload(t, now);
        } else if (state == Transfers.WAITING) {
            queues.leavesLine(t);
        }
        unlink(t, now);
        if (state == Transfers.ACTIVE) {
            removeActive(t, now);
        }
        if (find(v, transfers.piece(t)) == Transfers.NONE) {
            pieces.unask(v, transfers.piece(t));
        }
        int peer = transfers.from(t);
        transfers.release(t);
        if (peer >= 0) {
            freeUpload(peer, now);
        }
    }

    private void abortUpload(int t, long now) {
        int peer = transfers.from(t);
        long gone = uplinks.abort(t, now);
        bookSent(peer, gone, transfers.startMicros(t), now);
        bookReceived(t, gone);
        ledger.overhead += gone;
        scheduleUplink(peer, now);
    }

    private void unlink(int t, long now) {
        int v = transfers.to(t);
        incoming.remove(v, t);
        if (transfers.fromServer(t)) {
            viewers.addFromServer(v, -1);
            desks[transfers.server(t)].requestEnded(v, now);
        }
    }

    int receiver(int t) {
        return transfers.to(t);
    }

    /** Adds to each peer's number the rate at which it sends to the viewer now, bytes per microsecond. */
    void addRates(int v, double[] rateFrom) {
        lines.addRates(v, rateFrom);
    }

    /** Sets the numbers to 0 to which {@link #addRates} adds. */
    void clearRates(int v, double[] rateFrom) {
        lines.clearRates(v, rateFrom);
    }

    /** Whether the peer sends something to the viewer, or has been asked to. */
    boolean serves(int peer, int v) {
        int uploads = viewers.uploads(peer);
        return uploads == uplinks.active(peer) && uploads < viewers.incomingCount(v)
                ? lines.isAmongUploads(peer, v)
                : incoming.isFrom(peer, v);
    }

    /** Puts the peers that send the viewer something, or have been asked to, into an array; returns how many. */
    int senders(int v, int[] target) {
        return incoming.senders(v, target);
    }

    /** The viewer's transfer of that piece, or {@link Transfers#NONE}. */
    int find(int v, int piece) {
        return incoming.find(v, piece);
    }

    /** Microseconds until a peer transfer ends at its present rate; 0 while its request is on the way. */
    long microsLeft(int t, long now) {
        if (transfers.state(t) != Transfers.ACTIVE) {
            return 0;
        }
        double rate = uplinks.rate(t);
        return rate <= 0 ? 0 : (long) Math.min(9e15, uplinks.bytesLeft(t, now) / rate);
    }
}
