package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.DeliverySpec.Discipline;
import org.swarmload.sim.model.DeliverySpec.Exchange;
import org.swarmload.sim.model.DeliverySpec.Policy;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Availability;
import org.swarmload.sim.swarm.Bitfields;
import org.swarmload.sim.swarm.Links;

/**
 * The swarm of a file: who comes with what and goes, and when a finished piece becomes visible. Who is connected with whom
 * is the matter of {@link Acquaintance}; who serves whom is decided by a {@link PieceExchange} or by {@link Encounters}. Members
 * are people and the machines of {@link OperatorSeeds}.
 *
 * <p>Guaranteed: nobody shows what it does not hold, and who lends no uplink shows nothing. What is shown may be asked for
 * at once; that it is served is not guaranteed.
 */
final class FileSwarm {
    /** An announce event carries the piece and, above it, the end of the session's number. */
    private static final int PIECE_BITS = 16;

    private static final int PRESS_MASK = 0x3F;

    private final CellPlan plan;
    private final Viewers viewers;
    private final Bitfields pieces;
    private final PeerUplinks uplinks;
    private final EventQueue queue;
    private final CellLedger ledger;
    private final Acquaintance acquaintance;
    private final Availability availability;
    private final OperatorSeeds seeds;
    private final PieceExchange exchange;
    private final Encounters encounters;
    private final long announceMicros;
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
        this.queue = queue;
        this.ledger = ledger;
        Swarm swarm = plan.spec.delivery().swarm();
        acquaintance = new Acquaintance(plan, viewers, pieces, queue, stream);
        availability = acquaintance.availability();
        announceMicros = swarm.announceMicros();
        PiecePicker picker = plan.newPicker();
        FileView view = new FileView(plan, viewers, pieces, availability, stream);
        exchange = exchange(swarm, downloads, stream, view, picker);
        acquaintance.connect(exchange);
        encounters = swarm.trading().contacts() == null
                ? null
                : new Encounters(
                        swarm.trading().contacts(),
                        viewers,
                        acquaintance.roster(),
                        downloads,
                        queue,
                        stream,
                        (from, to, now) -> piece(from, to, view, picker, now));
        setUplinks(swarm);
        seeds = new OperatorSeeds(plan, viewers, pieces, uplinks, downloads, ledger, this);
    }

    private PieceExchange exchange(
            Swarm swarm, Downloads downloads, CellStream stream, FileView view, PiecePicker picker) {
        Links links = acquaintance.links();
        if (swarm.policy() == Policy.BT) {
            return new BtExchange(swarm.trading(), viewers, pieces, links, downloads, queue, stream, view, picker);
        }
        Uploaders uploaders = new Uploaders(swarm, viewers, pieces, links, downloads, queue, stream, view, picker);
        if (swarm.trading().exchange() == Exchange.CHOKING) {
            uploaders.obey(new TitForTat(viewers, pieces, links, downloads, queue, stream, uploaders));
        }
        return uploaders;
    }

    /** What one peer has for another that it meets. */
    private int piece(int from, int to, FileView view, PiecePicker picker, long now) {
        boolean useful = viewers.state(to) == Viewers.STARTING && pieces.interests(from, to);
        return useful ? picker.pick(view.ofPeer(to, from, now)) : Encounters.NOTHING;
    }

    private void setUplinks(Swarm swarm) {
        for (int v = 0; v < viewers.count; v++) {
            uplinks.setCapacity(v, Viewers.lentUplink(plan, viewers.number[v]));
            if (swarm.trading().discipline() == Discipline.SLOTS) {
                uplinks.divide(v, swarm.uploadsAtMost());
            }
        }
    }

    Availability availability() {
        return availability;
    }

    void beginRound(long now) {
        acquaintance.beginRound(now);
        seeds.beginRound(now);
    }

    OperatorSeeds seeds() {
        return seeds;
    }

    /** A person comes with what it holds. */
    void join(int v, long now) {
        ledger.lend(uplinks.capacity(v), now);
        enter(v, now);
    }

    /** A member comes and shows all that it holds. */
    void enter(int m, long now) {
        boolean gives = pieces.heldPieces(m) > 0 && (viewers.isSeed(m) || uplinks.capacity(m) > 0);
        for (int piece = 0; gives && piece < pieces.pieces(); piece++) {
            if (pieces.holds(m, piece)) {
                pieces.show(m, piece);
            }
        }
        acquaintance.meet(m, now);
        if (encounters != null) {
            encounters.begin(m, now);
        }
        if (pieces.showsAnything(m)) {
            exchange.begin(m, now);
        }
    }

    /** Asks the tracker for more connections if there are few and the last time is long enough ago. */
    void refill(int v, long now) {
        acquaintance.refill(v, now);
    }

    /** A piece has come from a member: whether the downloader still has a use for it. */
    boolean takes(int v, int from, int piece, long now) {
        return exchange.takes(v, from, piece, now);
    }

    /** Whether other transfers of a piece end when it has come. */
    boolean abortsTwins() {
        return exchange.abortsTwins();
    }

    void invite(int v, long now) {
        exchange.invite(v, now);
    }

    void uploadEnded(int peer, long now) {
        exchange.uploadEnded(peer, now);
    }

    /** A piece is complete: the others see it half a round trip and the announce delay from now. */
    void finished(int v, int piece, long now) {
        exchange.verified(v, piece, now);
        long delay = announceMicros + viewers.rttMicros(v) / 2 + exchange.announcementMicros(v, now);
        if (delay == 0) {
            show(v, piece, now);
        } else {
            queue.push(now + delay, Cell.ANNOUNCE, v, (viewers.press(v) & PRESS_MASK) << PIECE_BITS | piece);
        }
    }

    private void show(int v, int piece, long now) {
        if (uplinks.capacity(v) > 0) {
            // Not by what it holds: more pieces may have come before the first one is shown.
            boolean first = !pieces.showsAnything(v);
            pieces.show(v, piece);
            availability.announced(v, viewers.title(v), piece);
            if (first) {
                exchange.begin(v, now);
            } else {
                exchange.showsMore(v, now);
            }
        }
    }

    void handle(int kind, int id, int aux, long now) {
        switch (kind) {
            case Cell.ANNOUNCE -> {
                boolean current = aux >> PIECE_BITS == (viewers.press(id) & PRESS_MASK);
                if (current && viewers.state(id) != Viewers.AWAY) {
                    show(id, aux & (1 << PIECE_BITS) - 1, now);
                }
            }
            case Cell.CONTACT -> {
                if (encounters != null) {
                    encounters.happen(id, aux, now);
                } else {
                    exchange.handle(kind, id, aux, now);
                }
            }
            default -> exchange.handle(kind, id, aux, now);
        }
    }

    void leave(int m, long now) {
        if (!viewers.isSeed(m)) {
            ledger.lend(-uplinks.capacity(m), now);
        }
        exchange.leaves(m, now);
        acquaintance.leave(m, now);
        pieces.clear(m);
    }

    /** PARANOID mode: what does not hold of pieces and counts, or null. */
    String check() {
        if (checks == null) {
            checks = new FileChecks(viewers, pieces, acquaintance.roster(), acquaintance.links(), availability);
        }
        return checks.some();
    }

    List<Object> parts() {
        List<Object> parts = new ArrayList<>(List.of(this));
        parts.addAll(exchange.parts());
        parts.addAll(acquaintance.parts());
        if (encounters != null) {
            parts.add(encounters);
        }
        if (viewers.members > viewers.count) {
            parts.add(seeds);
        }
        return parts;
    }

    long stateBytes() {
        return acquaintance.stateBytes() + exchange.stateBytes();
    }
}
