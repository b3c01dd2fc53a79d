package org.swarmload.sim.cell;

import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.net.Transfers;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.policy.Client;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Holdings;
import org.swarmload.sim.swarm.Neighbours;

/**
 * The one client object of a cell, aimed at one viewer at a time. Neighbours are looked at when they are first asked
 * about, and once per aim: their window words are gathered, counted in bit-sliced counters, and kept for choosing a host.
 */
final class ViewerClient implements Client {
    private static final int SLICES = 7;

    private final CellPlan plan;
    private final Viewers viewers;
    private final Holdings holdings;
    private final Neighbours neighbours;
    private final Transfers transfers;
    private final Downloads downloads;
    private final CellStream stream;
    private final CellLedger ledger;
    private final int uploadsAtMost;

    private final long[] wordOf;
    private final float[] weightOf;
    private final long[] slice = new long[SLICES];

    private int v;
    private long now;
    private long position;
    private int front;
    private int end;
    private long windowRing;
    private boolean gathered;
    private long shownRing;
    private long offeredRing;
    private long lookAgain;

    ViewerClient(
            CellPlan plan,
            Viewers viewers,
            Holdings holdings,
            Neighbours neighbours,
            Transfers transfers,
            Downloads downloads,
            CellStream stream,
            CellLedger ledger) {
        this.plan = plan;
        this.viewers = viewers;
        this.holdings = holdings;
        this.neighbours = neighbours;
        this.transfers = transfers;
        this.downloads = downloads;
        this.stream = stream;
        this.ledger = ledger;
        boolean swarm = plan.hasSwarm();
        uploadsAtMost = swarm ? plan.spec.delivery().swarm().uploadsAtMost() : 0;
        int limit = swarm ? plan.spec.delivery().swarm().neighbours() : 0;
        wordOf = new long[limit];
        weightOf = new float[limit];
    }

    /** Turns to a viewer; whatever was gathered is forgotten. */
    void aim(int viewer, long time) {
        v = viewer;
        now = time;
        position = viewers.position(viewer, time);
        front = holdings.front(viewer);
        long horizon = position + plan.spec.player().bufferAheadMicros();
        long lastNeeded = Math.min(horizon, viewers.stayMicros[viewer]);
        int pieces = (int) Math.min(plan.pieces, (lastNeeded + plan.segmentMicros - 1) / plan.segmentMicros);
        end = Math.min(pieces, front + Holdings.WINDOW);
        windowRing = Holdings.ring(front, end);
        gathered = false;
        lookAgain = Viewers.NEVER;
    }

    /** When the policy wants to be called again: its own wish, or the playhead letting one more piece in. */
    long nextLook() {
        long next = lookAgain;
        boolean moreToCome = end < plan.pieces && end < front + Holdings.WINDOW;
        if (moreToCome && viewers.state[v] == Viewers.PLAYING) {
            long enters = (long) end * plan.segmentMicros - plan.spec.player().bufferAheadMicros();
            long due = viewers.playAt[v] + enters - viewers.playFrom[v] + 1;
            if ((long) end * plan.segmentMicros < viewers.stayMicros[v]) {
                next = Math.min(next, Math.max(now + 1, due));
            }
        }
        if (viewers.blockedUntil[v] > now && missing() != 0) {
            next = Math.min(next, viewers.blockedUntil[v]);
        }
        return next;
    }

    private long byIndex(long ring) {
        return Long.rotateRight(ring, front);
    }

    private long missingRing() {
        return windowRing & ~holdings.held(v) & ~holdings.asked(v);
    }

    @Override
    public long missing() {
        return byIndex(missingRing());
    }

    @Override
    public long askedFromPeers() {
        return byIndex(windowRing & holdings.asked(v) & ~holdings.askedServer(v));
    }

    @Override
    public int peerTransfers() {
        return viewers.incomingCount[v] - viewers.fromServer[v];
    }

    @Override
    public int serverTransfers() {
        return viewers.fromServer[v];
    }

    @Override
    public int neighbours() {
        return neighbours.count(v);
    }

    @Override
    public boolean playing() {
        return viewers.state[v] == Viewers.PLAYING;
    }

    @Override
    public boolean serverOpen() {
        return viewers.blockedUntil[v] <= now;
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
        ledger.picks++;
        offeredRing = Long.rotateLeft(among, front) & offeredRing;
        return picker.pick(this);
    }

    @Override
    public long shown() {
        gather();
        return byIndex(shownRing) & missing();
    }

    @Override
    public long offered() {
        gather();
        return byIndex(offeredRing & missingRing());
    }

    @Override
    public int windowPieces() {
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
    public int holders(int index) {
        gather();
        int count = 0;
        for (int s = 0; s < SLICES; s++) {
            count |= (int) (slice[s] >>> (front + index) & 1) << s;
        }
        return count;
    }

    @Override
    public long rarest(long among) {
        gather();
        long best = Long.rotateLeft(among, front);
        for (int s = SLICES - 1; s >= 0; s--) {
            long fewer = best & ~slice[s];
            best = fewer != 0 ? fewer : best;
        }
        return byIndex(best);
    }

    /** Reads the shown words of all neighbours; those who have left are dropped from the list. */
    private void gather() {
        if (gathered) {
            return;
        }
        gathered = true;
        shownRing = 0;
        offeredRing = 0;
        java.util.Arrays.fill(slice, 0);
        long wanted = missingRing();
        if (wanted == 0 || viewers.role[v] == PeerRole.NONE.ordinal()) {
            return;
        }
        int rendition = viewers.rendition[v];
        int i = 0;
        while (i < neighbours.count(v)) {
            int peer = neighbours.get(v, i);
            if (!holdings.online(peer)) {
                neighbours.removeAt(v, i);
                continue;
            }
            long word = holdings.shown(peer, front, end, rendition) & wanted;
            if (word != 0) {
                shownRing |= word;
                if (viewers.uploads[peer] < uploadsAtMost) {
                    offeredRing |= word;
                }
                count(word);
            }
            wordOf[i++] = word;
        }
    }

    /** Adds one to the counters of the word's pieces: a ripple-carry add over 64 counters at once. */
    private void count(long word) {
        long carry = word;
        for (int s = 0; carry != 0 && s < SLICES; s++) {
            long next = slice[s] & carry;
            slice[s] ^= carry;
            carry = next;
        }
    }

    /**
     * A host for the piece among neighbours with room that do not serve this viewer already, at random, weighted by the
     * rate that the host's uploads got lately; a host that has not been tried weighs a tenth of the fastest
     * (p2p-media-loader's rule; the memory is the host's, not each client's own).
     */
    @Override
    public boolean askPeer(int index) {
        gather();
        long bit = 1L << (front + index);
        float fastest = 0;
        int hosts = 0;
        int count = neighbours.count(v);
        for (int i = 0; i < count; i++) {
            weightOf[i] = -1;
            int peer = neighbours.get(v, i);
            if ((wordOf[i] & bit) != 0 && viewers.uploads[peer] < uploadsAtMost && !serves(peer)) {
                weightOf[i] = viewers.uploadRate[peer];
                fastest = Math.max(fastest, weightOf[i]);
                hosts++;
            }
        }
        if (hosts == 0) {
            offeredRing &= ~bit;
            return false;
        }
        int peer = neighbours.get(v, draw(count, fastest == 0 ? 1 : fastest * 0.1f));
        downloads.askPeer(v, peer, front + index, now);
        return true;
    }

    private boolean serves(int peer) {
        for (int t = viewers.incoming[v]; t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            if (transfers.from(t) == peer) {
                return true;
            }
        }
        return false;
    }

    private int draw(int count, float untried) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            if (weightOf[i] >= 0) {
                sum += weightOf[i] == 0 ? untried : weightOf[i];
            }
        }
        double point = stream.nextDouble() * sum;
        int chosen = -1;
        for (int i = 0; i < count; i++) {
            if (weightOf[i] >= 0) {
                chosen = i;
                point -= weightOf[i] == 0 ? untried : weightOf[i];
                if (point <= 0) {
                    break;
                }
            }
        }
        return chosen;
    }
}
