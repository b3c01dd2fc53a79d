package org.swarmload.sim.cell;

import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;
import org.swarmload.sim.policy.Client;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Holdings;
import org.swarmload.sim.swarm.Neighbours;

/**
 * The one client object of a cell, aimed at one viewer at a time. Neighbours are looked at when they are first asked
 * about, and once per aim.
 */
final class ViewerClient implements Client {
    private final CellPlan plan;
    private final Viewers viewers;
    private final Holdings holdings;
    private final Neighbours neighbours;
    private final Downloads downloads;
    private final CellStream stream;
    private final NeighbourWords words;

    private int v;
    private long now;
    private long position;
    private int front;
    private int end;
    private long window;
    private boolean gathered;
    private long lookAgain;

    ViewerClient(
            CellPlan plan,
            Viewers viewers,
            Holdings holdings,
            Neighbours neighbours,
            Downloads downloads,
            CellStream stream,
            CellLedger ledger) {
        this.plan = plan;
        this.viewers = viewers;
        this.holdings = holdings;
        this.neighbours = neighbours;
        this.downloads = downloads;
        this.stream = stream;
        words = new NeighbourWords(plan, viewers, holdings, neighbours, downloads, stream, ledger);
    }

    /** Turns to a viewer; whatever was gathered is forgotten. */
    void aim(int viewer, long time) {
        v = viewer;
        now = time;
        position = viewers.position(viewer, time);
        front = holdings.front(viewer);
        long horizon = position + plan.spec.player().bufferAheadMicros();
        int pieces = (int) Math.min(plan.available(now), (horizon + plan.segmentMicros - 1) / plan.segmentMicros);
        end = Math.min(pieces, front + Holdings.WINDOW);
        window = end <= front ? 0 : -1L >>> Holdings.WINDOW - (end - front);
        gathered = false;
        lookAgain = Viewers.NEVER;
    }

    /** The piece that a viewer takes from one peer that it meets, or {@link PiecePicker#NONE}. */
    int meet(int viewer, int peer, long time, PiecePicker picker) {
        aim(viewer, time);
        words.gatherFrom(viewer, peer, front, missing());
        gathered = true;
        if (offered(0) == 0) {
            return PiecePicker.NONE;
        }
        int index = picker.pick(this);
        return index == PiecePicker.NONE ? index : front + index;
    }

    /** When the policy wants to be called again: its own wish, or the playhead letting one more piece in. */
    long nextLook() {
        long next = lookAgain;
        if (end < plan.pieces && end < front + Holdings.WINDOW) {
            next = Math.min(next, oneMorePiece());
        }
        if (viewers.blockedUntil(v) > now && missing() != 0) {
            next = Math.min(next, viewers.blockedUntil(v));
        }
        return next;
    }

    /** When the playhead lets one more piece in, and that piece exists. */
    private long oneMorePiece() {
        long enters = (long) end * plan.segmentMicros - plan.spec.player().bufferAheadMicros();
        long due = now + 1;
        if (enters >= position) {
            if (viewers.state(v) != Viewers.PLAYING) {
                return Viewers.NEVER;
            }
            due = Math.max(due, viewers.since(v) + enters - viewers.playFrom(v) + 1);
        }
        return plan.live ? Math.max(due, plan.appears(end)) : due;
    }

    @Override
    public long missing() {
        return window & ~Long.rotateRight(holdings.held(v) | holdings.asked(v), front);
    }

    @Override
    public long askedFromPeers() {
        return window & Long.rotateRight(holdings.asked(v) & ~holdings.askedServer(v), front);
    }

    @Override
    public int peerTransfers() {
        return viewers.incomingCount(v) - viewers.fromServer(v);
    }

    @Override
    public int serverTransfers() {
        return viewers.fromServer(v);
    }

    @Override
    public int neighbours() {
        return neighbours.count(v);
    }

    @Override
    public boolean playing() {
        return viewers.state(v) == Viewers.PLAYING;
    }

    @Override
    public long awaitedMicros() {
        return switch (viewers.state(v)) {
            case Viewers.STARTING -> plan.spec.player().startupBufferMicros();
            case Viewers.STALLED -> plan.spec.player().resumeBufferMicros();
            default -> 0;
        };
    }

    @Override
    public boolean serverOpen() {
        return viewers.blockedUntil(v) <= now;
    }

    @Override
    public boolean elected(int index) {
        return words.elected(v, front + index);
    }

    @Override
    public void askServer(int index) {
        downloads.askServer(v, front + index, now);
    }

    @Override
    public void dropPeer(int index) {
        downloads.abort(downloads.find(v, front + index), now);
    }

    @Override
    public long peerMicrosLeft(int index) {
        return downloads.microsLeft(downloads.find(v, front + index), now);
    }

    @Override
    public void lookAgainIn(long micros) {
        lookAgain = Math.min(lookAgain, now + micros);
    }

    @Override
    public double random() {
        return stream.nextDouble();
    }

    @Override
    public int pick(PiecePicker picker, long among) {
        gather();
        words.offerOnly(among);
        return picker.pick(this);
    }

    @Override
    public long shown() {
        gather();
        return words.shown(missing());
    }

    @Override
    public long offered(int word) {
        gather();
        return words.offered() & missing();
    }

    @Override
    public int pieces() {
        return Math.max(0, end - front);
    }

    @Override
    public int firstPiece() {
        return front;
    }

    @Override
    public long microsToDeadline(int index) {
        return Math.max(0, (long) (front + index) * plan.segmentMicros - position);
    }

    @Override
    public int randomBelow(int bound) {
        return stream.nextInt(bound);
    }

    @Override
    public long clientSeed() {
        return plan.audience.clientSeed(viewers.number[v]);
    }

    /** The window begins with the first piece that the viewer lacks. */
    @Override
    public int front() {
        return 0;
    }

    @Override
    public int holders(int index) {
        gather();
        return words.holders(index);
    }

    @Override
    public int rarest(int from, int to) {
        gather();
        long rarest = words.rarest(offered(0) & PieceView.range(0, from, to));
        return rarest == 0 ? PiecePicker.NONE : PieceView.nth(rarest, randomBelow(Long.bitCount(rarest)));
    }

    @Override
    public boolean askPeer(int index) {
        gather();
        int host = words.chooseHost(v, index);
        if (host == NeighbourWords.NO_HOST) {
            return false;
        }
        downloads.askPeer(v, host, front + index, now);
        return true;
    }

    private void gather() {
        if (!gathered) {
            gathered = true;
            words.gather(v, front, missing());
        }
    }
}
