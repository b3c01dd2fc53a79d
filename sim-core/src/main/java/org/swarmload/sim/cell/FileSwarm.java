package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.DeliverySpec.Discipline;
import org.swarmload.sim.model.DeliverySpec.Exchange;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.policy.Pickers;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.random.CounterRandom;
import org.swarmload.sim.random.Purpose;
import org.swarmload.sim.swarm.Availability;
import org.swarmload.sim.swarm.Bitfields;
import org.swarmload.sim.swarm.Links;
import org.swarmload.sim.swarm.Roster;

/**
 * The swarm of a file: who is in it, who is connected with whom, and when a finished piece becomes visible. Who serves
 * whom is decided by {@link Uploaders} or {@link Encounters}. The operator's seeds are members that hold everything.
 */
final class FileSwarm {
    /** A peer with few connections asks the tracker again after this time. */
    private static final long REANNOUNCE_MICROS = 30_000_000;

    /** A peer with none asks more often. */
    private static final long LONELY_MICROS = 5_000_000;

    /** An announce event carries the piece and, above it, the end of the session's number. */
    private static final int PIECE_BITS = 16;

    private static final int PRESS_MASK = 0x3F;

    private final CellPlan plan;
    private final Viewers viewers;
    private final Bitfields pieces;
    private final PeerUplinks uplinks;
    private final Downloads downloads;
    private final EventQueue queue;
    private final CellLedger ledger;
    private final Roster roster;
    private final Links links;
    private final Availability availability;
    private final Uploaders uploaders;
    private final Choker choker;
    private final Encounters encounters;
    private final long[] askedTrackerAt;
    private final long announceMicros;
    private final long reachableBound;
    private final long key;
    private boolean trackerDown;
    private long seedBytesInBins;
    private boolean seedsDown;
    private boolean seedsHere;
    private FileChecks checks;

    FileSwarm(
            CellPlan plan,
            Viewers viewers,
            Bitfields pieces,
            PeerUplinks uplinks,
            Downloads downloads,
            EventQueue queue,
            CellStream stream,
            CellLedger ledger) {
        this.plan = plan;
        this.viewers = viewers;
        this.pieces = pieces;
        this.uplinks = uplinks;
        this.downloads = downloads;
        this.queue = queue;
        this.ledger = ledger;
        Swarm swarm = plan.spec.delivery().swarm();
        int titles = plan.spec.content().titles().count();
        roster = new Roster(viewers.members, titles);
        links = new Links(viewers.members, swarm.neighbours(), roster, stream, this::reachable);
        availability = new Availability(pieces, links, viewers.members, titles);
        askedTrackerAt = new long[viewers.members];
        announceMicros = swarm.announceMicros();
        reachableBound = (long) (swarm.reachable() * (1L << 52));
        key = CounterRandom.key(plan.spec.seed(), plan.spec.replication());
        PiecePicker picker = Pickers.create(swarm.picker());
        FileView view = new FileView(viewers, pieces, availability, stream);
        uploaders = new Uploaders(swarm, viewers, pieces, links, downloads, queue, stream, view, picker);
        choker = swarm.trading().exchange() == Exchange.CHOKING
                ? new TitForTat(viewers, pieces, links, downloads, queue, stream, uploaders)
                : Choker.NONE;
        uploaders.obey(choker);
        encounters = swarm.trading().contacts() == null
                ? null
                : new Encounters(
                        swarm.trading().contacts(),
                        viewers,
                        roster,
                        downloads,
                        queue,
                        stream,
                        (from, to, now) -> piece(from, to, view, picker));
        setUplinks(swarm);
    }

    /** What one peer has for another that it meets. */
    private int piece(int from, int to, FileView view, PiecePicker picker) {
        boolean useful = viewers.state[to] == Viewers.STARTING && pieces.interests(from, to);
        return useful ? picker.pick(view.ofPeer(to, from)) : Encounters.NOTHING;
    }

    private void setUplinks(Swarm swarm) {
        for (int m = 0; m < viewers.members; m++) {
            boolean seed = viewers.isSeed(m);
            uplinks.setCapacity(
                    m,
                    seed
                            ? plan.servers[plan.seedServer].uplinkBps() / CellPlan.BPS_PER_BYTE_PER_MICRO
                            : Viewers.lentUplink(plan, viewers.number[m]));
            if (swarm.trading().discipline() == Discipline.SLOTS) {
                uplinks.divide(m, seed ? swarm.trading().seedUploads() : swarm.uploadsAtMost());
            }
        }
    }

    Availability availability() {
        return availability;
    }

    /** Whether a pair can connect: a hash of both numbers; everybody reaches the operator's seeds. */
    private boolean reachable(int member, int other) {
        boolean seed = viewers.isSeed(member) || viewers.isSeed(other);
        if (seed) {
            return true;
        }
        int none = PeerRole.NONE.ordinal();
        if (viewers.role[member] == none || viewers.role[other] == none) {
            return false;
        }
        int a = viewers.number[member];
        int b = viewers.number[other];
        return CounterRandom.bits(key, Math.min(a, b), Purpose.REACHABLE, Math.max(a, b)) >>> 12 < reachableBound;
    }

    void beginRound(long now) {
        trackerDown = plan.trackerDown(now);
        boolean down = plan.seedServer >= 0 && plan.serverPlan.upShare(plan.seedServer, now) == 0;
        if (!seedsHere || seedsDown && !down) {
            seedsHere = true;
            seedsDown = down;
            for (int m = viewers.count; !down && m < viewers.members; m++) {
                arriveSeed(m, now);
            }
        }
        seedsDown = down;
    }

    private void arriveSeed(int m, long now) {
        viewers.state[m] = Viewers.SEEDING;
        roster.add(m, 0);
        for (int piece = 0; piece < pieces.pieces(); piece++) {
            pieces.hold(m, piece);
            pieces.show(m, piece);
            availability.announced(m, 0, piece);
        }
        meet(m, now);
        if (encounters != null) {
            encounters.begin(m, now);
        }
        choker.begin(m, now);
        uploaders.call(m, false, now);
    }

    /** What the operator's seeds have sent since the last call flowed in the bin that ends at that time or later. */
    void bookSeeds(long now) {
        if (plan.tradingSeeds == 0) {
            return;
        }
        long sent = ledger.sentByServer[plan.seedServer];
        for (int m = viewers.count; m < viewers.members; m++) {
            sent += downloads.sentSoFar(m, now);
        }
        ledger.bins.add(ledger.bins.serverBytes(plan.seedServer), now - 1, sent - seedBytesInBins);
        seedBytesInBins = sent;
    }

    /** The operator's seeds went down: what they send breaks, and they are gone until the fault is over. */
    void seedsBroke(long now) {
        for (int m = viewers.count; m < viewers.members; m++) {
            viewers.state[m] = Viewers.AWAY;
            dropUploads(m, now);
            leave(m, now);
        }
        seedsDown = true;
    }

    private void dropUploads(int m, long now) {
        while (uplinks.first(m) != Transfers.NONE) {
            int t = uplinks.first(m);
            int receiver = downloads.receiver(t);
            downloads.abort(t, now);
            invite(receiver, now);
        }
    }

    void join(int v, long now) {
        ledger.lend(uplinks.capacity(v), now);
        if (pieces.heldPieces(v) > 0 && uplinks.capacity(v) > 0) {
            choker.begin(v, now);
        }
        for (int piece = 0; pieces.heldPieces(v) > 0 && piece < pieces.pieces(); piece++) {
            if (uplinks.capacity(v) > 0 && pieces.holds(v, piece)) {
                pieces.show(v, piece);
                availability.announced(v, viewers.title(v), piece);
            }
        }
        meet(v, now);
        if (encounters != null) {
            encounters.begin(v, now);
        }
    }

    private void meet(int m, long now) {
        askedTrackerAt[m] = now;
        if (!trackerDown) {
            if (!roster.contains(m)) {
                roster.add(m, viewers.title(m));
                availability.registered(m, viewers.title(m));
            }
            int added = links.connect(m, viewers.title(m));
            availability.connected(m, viewers.title(m), added);
            callNew(m, added, now);
        }
        if (!viewers.isSeed(m) && (links.few(m) || !roster.contains(m))) {
            askAgain(m, now);
        }
    }

    /** New connections: either end may have something for the other. */
    private void callNew(int m, int added, long now) {
        int title = viewers.title(m);
        int degree = links.degree(m, title);
        for (int i = degree - added; i < degree; i++) {
            uploaders.callIdle(links.get(m, title, i), now);
        }
        if (pieces.heldPieces(m) > 0) {
            uploaders.call(m, false, now);
        }
    }

    private void askAgain(int m, long now) {
        boolean lonely = links.degree(m, viewers.title(m)) == 0;
        long due = Math.max(now + 1, askedTrackerAt[m] + (lonely ? LONELY_MICROS : REANNOUNCE_MICROS));
        if (due < viewers.wakeDue[m]) {
            viewers.wakeDue[m] = due;
            queue.push(due, Cell.WAKE, m, 0);
        }
    }

    /** Asks the tracker for more connections if there are few and the last time is long enough ago. */
    void refill(int v, long now) {
        if (links.few(v) || !roster.contains(v)) {
            long pause = links.degree(v, viewers.title(v)) == 0 ? LONELY_MICROS : REANNOUNCE_MICROS;
            if (now - askedTrackerAt[v] >= pause) {
                meet(v, now);
            } else {
                askAgain(v, now);
            }
        }
    }

    void invite(int v, long now) {
        uploaders.invite(v, now);
    }

    void uploadEnded(int peer, long now) {
        uploaders.call(peer, true, now);
    }

    /** A piece is complete: the others see it half a round trip and the announce delay from now. */
    void finished(int v, int piece, long now) {
        long delay = announceMicros + viewers.rttMicros[v] / 2;
        if (delay == 0) {
            show(v, piece, now);
        } else {
            queue.push(now + delay, Cell.ANNOUNCE, v, (viewers.press[v] & PRESS_MASK) << PIECE_BITS | piece);
        }
    }

    private void show(int v, int piece, long now) {
        if (uplinks.capacity(v) > 0) {
            pieces.show(v, piece);
            availability.announced(v, viewers.title(v), piece);
            if (pieces.heldPieces(v) == 1) {
                choker.begin(v, now);
                uploaders.call(v, false, now);
            } else {
                uploaders.callIdle(v, now);
            }
        }
    }

    void handle(int kind, int id, int aux, long now) {
        switch (kind) {
            case Cell.ANNOUNCE -> {
                boolean current = aux >> PIECE_BITS == (viewers.press[id] & PRESS_MASK);
                if (current && viewers.state[id] != Viewers.AWAY) {
                    show(id, aux & (1 << PIECE_BITS) - 1, now);
                }
            }
            case Cell.SERVE -> uploaders.serve(id, now);
            case Cell.REVIEW -> choker.review(id, aux, now);
            case Cell.CONTACT -> encounters.happen(id, aux, now);
            default -> throw new IllegalStateException("Unknown event kind " + kind + ".");
        }
    }

    void leave(int m, long now) {
        int title = viewers.title(m);
        if (!viewers.isSeed(m)) {
            ledger.lend(-uplinks.capacity(m), now);
        }
        uploaders.leaves(m);
        choker.leaves(m);
        availability.leaves(m, title);
        if (!links.everybody()) {
            for (int i = links.degree(m, title) - 1; i >= 0; i--) {
                int other = links.get(m, title, i);
                if (!viewers.isSeed(other)) {
                    askAgain(other, now);
                }
            }
        }
        links.disconnect(m);
        roster.remove(m, title);
        pieces.clear(m);
    }

    /** PARANOID mode: what does not hold of pieces and counts, or null. */
    String check() {
        if (checks == null) {
            checks = new FileChecks(viewers, pieces, roster, links, availability);
        }
        return checks.some();
    }

    List<Object> parts() {
        List<Object> parts = new ArrayList<>(List.of(this, roster, links, availability, uploaders));
        if (encounters != null) {
            parts.add(encounters);
        }
        if (choker != Choker.NONE) {
            parts.add(choker);
        }
        return parts;
    }

    long stateBytes() {
        return roster.stateBytes()
                + links.stateBytes()
                + availability.stateBytes()
                + uploaders.stateBytes()
                + 8L * askedTrackerAt.length;
    }
}
