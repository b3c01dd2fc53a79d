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
    private static final int NO_PEER = PeerRole.NONE.ordinal();
    private static final float UNTRIED_WEIGHT = 0.1f;

    private final CellPlan plan;
    private final Viewers viewers;
    private final Holdings holdings;
    private final Neighbours neighbours;
    private final Transfers transfers;
    private final Downloads downloads;
    private final CellStream stream;
    private final CellLedger ledger;
    private final int uploadsAtMost;

    /** Neighbours now; those who show something missing, with their words; and those who could serve one piece. */
    private final int[] peers;

    private final int[] hostOf;
    private final long[] wordOf;
    private final int[] ableHost;
    private final float[] weightOf;
    private int hosts;
    private final long[] slice = new long[SLICES];

    private int v;
    private long now;
    private long position;
    private int front;
    private int end;
    private long window;
    private boolean gathered;
    private boolean counted;
    private long shown;
    private long offered;
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
        peers = new int[limit];
        hostOf = new int[limit];
        wordOf = new long[limit];
        ableHost = new int[limit];
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
        window = end <= front ? 0 : -1L >>> Holdings.WINDOW - (end - front);
        gathered = false;
        counted = false;
        lookAgain = Viewers.NEVER;
    }

    /** When the policy wants to be called again: its own wish, or the playhead letting one more piece in. */
    long nextLook() {
        long next = lookAgain;
        boolean moreToCome = end < plan.pieces && end < front + Holdings.WINDOW;
        if (moreToCome && viewers.state[v] == Viewers.PLAYING) {
            long enters = (long) end * plan.segmentMicros - plan.spec.player().bufferAheadMicros();
            long due = viewers.since[v] + enters - viewers.playFrom[v] + 1;
            if ((long) end * plan.segmentMicros < viewers.stayMicros[v]) {
                next = Math.min(next, Math.max(now + 1, due));
            }
        }
        if (viewers.blockedUntil[v] > now && missing() != 0) {
            next = Math.min(next, viewers.blockedUntil[v]);
        }
        return next;
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
    public long awaitedMicros() {
        return switch (viewers.state[v]) {
            case Viewers.STARTING -> plan.spec.player().startupBufferMicros();
            case Viewers.STALLED -> plan.spec.player().resumeBufferMicros();
            default -> 0;
        };
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
        offered &= among;
        return picker.pick(this);
    }

    @Override
    public long shown() {
        gather();
        return shown & missing();
    }

    @Override
    public long offered() {
        gather();
        return offered & missing();
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
        count();
        int count = 0;
        for (int s = 0; s < SLICES; s++) {
            count |= (int) (slice[s] >>> index & 1) << s;
        }
        return count;
    }

    @Override
    public long rarest(long among) {
        count();
        long best = among;
        for (int s = SLICES - 1; s >= 0; s--) {
            long fewer = best & ~slice[s];
            best = fewer != 0 ? fewer : best;
        }
        return best;
    }

    /** Reads what all neighbours show of the missing pieces; those who have left are dropped from the list. */
    private void gather() {
        if (gathered) {
            return;
        }
        gathered = true;
        hosts = 0;
        shown = 0;
        offered = 0;
        long wanted = missing();
        if (wanted == 0 || viewers.role[v] == NO_PEER) {
            return;
        }
        ledger.picks++;
        int rendition = viewers.rendition[v];
        int known = neighbours.load(v, peers);
        if (!holdings.showAnything(peers, known)) {
            return;
        }
        for (int i = known - 1; i >= 0; i--) {
            int peer = peers[i];
            long word = holdings.shown(peer, front, rendition) & wanted;
            if (word == 0) {
                if (!holdings.online(peer)) {
                    neighbours.removeAt(v, i);
                }
            } else {
                shown |= word;
                if (viewers.uploads[peer] < uploadsAtMost) {
                    offered |= word;
                }
                hostOf[hosts] = peer;
                wordOf[hosts++] = word;
            }
        }
    }

    /** Holders of each piece of the window in bit-sliced counters: 64 ripple-carry adders at once. */
    private void count() {
        if (counted) {
            return;
        }
        gather();
        counted = true;
        long s0 = 0;
        long s1 = 0;
        long s2 = 0;
        long s3 = 0;
        long s4 = 0;
        long s5 = 0;
        long s6 = 0;
        for (int i = 0; i < hosts; i++) {
            long c0 = wordOf[i];
            long c1 = s0 & c0;
            s0 ^= c0;
            long c2 = s1 & c1;
            s1 ^= c1;
            long c3 = s2 & c2;
            s2 ^= c2;
            long c4 = s3 & c3;
            s3 ^= c3;
            long c5 = s4 & c4;
            s4 ^= c4;
            s6 ^= s5 & c5;
            s5 ^= c5;
        }
        slice[0] = s0;
        slice[1] = s1;
        slice[2] = s2;
        slice[3] = s3;
        slice[4] = s4;
        slice[5] = s5;
        slice[6] = s6;
    }

    /**
     * A host for the piece among neighbours with room that do not serve this viewer already, at random, weighted by the
     * rate that the host's uploads got lately; a host that has not been tried weighs a tenth of the fastest
     * (p2p-media-loader's rule; the memory is the host's, not each client's own).
     */
    @Override
    public boolean askPeer(int index) {
        gather();
        long bit = 1L << index;
        float fastest = 0;
        int able = 0;
        for (int i = 0; i < hosts; i++) {
            int peer = hostOf[i];
            if ((wordOf[i] & bit) != 0 && viewers.uploads[peer] < uploadsAtMost && !serves(peer)) {
                ableHost[able] = peer;
                float rate = viewers.uploadRate[peer];
                weightOf[able++] = rate;
                fastest = Math.max(fastest, rate);
            }
        }
        if (able == 0) {
            offered &= ~bit;
            return false;
        }
        int chosen = able == 1 ? 0 : draw(able, fastest == 0 ? 1 : fastest * UNTRIED_WEIGHT);
        downloads.askPeer(v, ableHost[chosen], front + index, now);
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

    /** Index of a host at random by weight; a weight of 0 counts as {@code untried}. */
    private int draw(int able, float untried) {
        float sum = 0;
        for (int i = 0; i < able; i++) {
            sum += weightOf[i] == 0 ? untried : weightOf[i];
            weightOf[i] = sum;
        }
        float point = (float) (stream.nextDouble() * sum);
        int chosen = 0;
        while (chosen < able - 1 && weightOf[chosen] < point) {
            chosen++;
        }
        return chosen;
    }
}
