package org.swarmload.sim.cell;

import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.PlayerSpec;
import org.swarmload.sim.net.Transfers;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.sim.swarm.Holdings;

/**
 * What viewers live through behind the door: waiting for the first frame, playing, stalling, giving up, the end. The
 * playhead is a function of time; an event is pending only for the instant at which the buffer would run dry or the
 * viewer has seen enough.
 */
final class Sessions {
    /** How a session ended. */
    enum End {
        SEEN,
        GAVE_UP,
        IMPATIENT,
        ERROR
    }

    private final CellPlan plan;
    private final PlayerSpec player;
    private final Viewers viewers;
    private final Holdings holdings;
    private final Transfers transfers;
    private final Downloads downloads;
    private final EventQueue queue;
    private final CellLedger ledger;
    private final ServerDesk[] desks;

    Sessions(
            CellPlan plan,
            Viewers viewers,
            Holdings holdings,
            Transfers transfers,
            Downloads downloads,
            EventQueue queue,
            CellLedger ledger,
            ServerDesk[] desks) {
        this.plan = plan;
        this.player = plan.spec.player();
        this.viewers = viewers;
        this.holdings = holdings;
        this.transfers = transfers;
        this.downloads = downloads;
        this.queue = queue;
        this.ledger = ledger;
        this.desks = desks;
    }

    long present() {
        return ledger.starting.value() + ledger.playing.value() + ledger.stalled.value();
    }

    /** Writes the levels of the bin in which this time is. */
    void sample(long micros) {
        ledger.bins.set(Bins.STARTING, micros, ledger.starting.value());
        ledger.bins.set(Bins.PLAYING, micros, ledger.playing.value() + ledger.stalled.value());
        ledger.bins.set(Bins.STALLED, micros, ledger.stalled.value());
    }

    /** A viewer comes through the door. */
    void begin(int v, long now, long press, int pressNumber, boolean refused) {
        viewers.begin(v, pressNumber, refused);
        viewers.setRendition(v, Ladder.first(plan, viewers, v));
        int first = plan.firstPiece(now);
        holdings.reset(v, first);
        viewers.setPlayFrom(v, first * plan.segmentMicros);
        if (plan.live) {
            long stay = plan.audience.stayMicros(viewers.number[v]);
            viewers.firstPiece[v] = first;
            viewers.setStayMicros(v, Math.min(plan.spec.content().lengthMicros(), viewers.playFrom(v) + stay));
        }
        ledger.starting.add(1, now);
        long patience = plan.audience.patienceMicros(viewers.number[v], pressNumber);
        if (patience < Viewers.NEVER - press) {
            giveUpAt(v, Math.max(now, press + patience));
        }
        if (plan.live) {
            queue.push(Math.max(now, plan.playsFrom(first)), Cell.PLAY, v, 0);
        }
    }

    private void startIfReady(int v, long now) {
        long wanted = Math.min(player.startupBufferMicros(), plan.spec.content().lengthMicros() - viewers.playFrom(v));
        if (buffered(v) - viewers.playFrom(v) >= wanted
                && now >= plan.playsFrom(plan.live ? viewers.firstPiece[v] : 0)) {
            firstFrame(v, now);
        }
    }

    private void giveUpAt(int v, long due) {
        viewers.setPhaseDue(v, due);
        queue.push(due, Cell.GIVE_UP, v, 0);
    }

    /** New content may start the play or end a stall. */
    void pieceArrived(int v, long now) {
        byte state = viewers.state(v);
        if (state == Viewers.STARTING) {
            startIfReady(v, now);
        } else if (state == Viewers.STALLED) {
            catchUp(v, now);
            long rest = plan.spec.content().lengthMicros() - viewers.playFrom(v);
            if (buffered(v) - viewers.playFrom(v) >= Math.min(player.resumeBufferMicros(), rest)) {
                resume(v, now);
            }
        }
        holdings.evictBefore(v, (int) (viewers.position(v, now) / plan.segmentMicros) - viewers.cachePieces(v));
    }

    /** End of the contiguous content, as a content position. */
    private long buffered(int v) {
        return Math.min(
                (long) holdings.front(v) * plan.segmentMicros,
                plan.spec.content().lengthMicros());
    }

    private void firstFrame(int v, long now) {
        ledger.starting.add(-1, now);
        ledger.playing.add(1, now);
        long startupMicros = now - plan.audience.pressMicros(viewers.number[v]);
        viewers.startupMicros.set(v, startupMicros);
        if (plan.counts(viewers.number[v])) {
            ledger.started++;
            plan.watch.started(startupMicros);
        }
        play(v, now);
    }

    private void play(int v, long now) {
        viewers.setState(v, Viewers.PLAYING);
        viewers.setSince(v, now);
        schedulePlay(v, now);
    }

    private void schedulePlay(int v, long now) {
        long until = Math.min(buffered(v), viewers.stayMicros(v));
        long due = Math.max(now, viewers.since(v) + until - viewers.playFrom(v));
        viewers.setPhaseDue(v, due);
        queue.push(due, Cell.PLAY, v, 0);
    }

    /** A viewer who fell behind what can still be had goes on where newcomers begin. */
    private void catchUp(int v, long now) {
        int oldest = plan.available(now) - plan.windowPieces;
        if (!plan.live || viewers.playFrom(v) >= oldest * plan.segmentMicros) {
            return;
        }
        int first = plan.firstPiece(now);
        while (holdings.front(v) < first) {
            skipPiece(v, now);
        }
        ledger.skippedMicros += first * plan.segmentMicros - viewers.playFrom(v);
        viewers.setPlayFrom(v, first * plan.segmentMicros);
    }

    private void skipPiece(int v, long now) {
        int t = downloads.find(v, holdings.front(v));
        if (t != Transfers.NONE) {
            downloads.abort(t, now);
        }
        holdings.skip(v);
    }

    /** Play goes on over pieces that are not there. */
    private void skipTo(int v, long position, long now) {
        while (buffered(v) <= position) {
            skipPiece(v, now);
            ledger.skippedMicros += plan.segmentMicros;
        }
        schedulePlay(v, now);
    }

    /** Whether the viewer has been admitted and has not seen a frame. */
    boolean waiting(int v) {
        return viewers.state(v) == Viewers.STARTING;
    }

    /** The buffer may be dry, or the viewer may have seen enough; true in the second case: the session must end. */
    boolean playFires(int v, long now) {
        if (viewers.state(v) == Viewers.STARTING) {
            startIfReady(v, now);
            return false;
        }
        if (now != viewers.phaseDue(v) || viewers.state(v) != Viewers.PLAYING) {
            return false;
        }
        long position = viewers.position(v, now);
        if (position >= viewers.stayMicros(v)) {
            return true;
        }
        if (position >= buffered(v) && player.skips()) {
            skipTo(v, position, now);
        } else if (position >= buffered(v)) {
            stall(v, position, now);
        } else {
            schedulePlay(v, now);
        }
        return false;
    }

    private void stall(int v, long position, long now) {
        ledger.playing.add(-1, now);
        ledger.stalled.add(1, now);
        ledger.stallEvents++;
        viewers.setPlayFrom(v, position);
        viewers.setState(v, Viewers.STALLED);
        viewers.setSince(v, now);
        viewers.setPhaseDue(v, Viewers.NEVER);
        viewers.setStallCause(v, (byte) blame(v, now).ordinal());
        int k = viewers.stallsOfSession(v);
        viewers.setStallsOfSession(v, (byte) Math.min(127, k + 1));
        long patience = plan.audience.stallPatienceMicros(viewers.number[v], k + (viewers.press(v) << 7));
        if (patience < Viewers.NEVER - now) {
            giveUpAt(v, now + patience);
        }
    }

    private void resume(int v, long now) {
        endStall(v, now);
        ledger.stalled.add(-1, now);
        ledger.playing.add(1, now);
        play(v, now);
    }

    /** Something went down: what stalls are charged to from now on may be another cause than before. */
    void blameAnew(long now) {
        for (int v = 0; v < viewers.count; v++) {
            if (viewers.state(v) == Viewers.STALLED) {
                endStall(v, now);
                viewers.setSince(v, now);
                viewers.setStallCause(v, (byte) blame(v, now).ordinal());
            }
        }
    }

    private void endStall(int v, long now) {
        long length = now - viewers.since(v);
        viewers.stallMicros.add(v, length);
        plan.watch.stalled(length);
        ledger.stall(Cause.of(viewers.stallCause(v)), viewers.since(v), now);
    }

    /** The patience of a viewer who waits may be over; the way in which the session must end, or null. */
    End giveUpFires(int v, long now) {
        if (now != viewers.phaseDue(v)) {
            return null;
        }
        return switch (viewers.state(v)) {
            case Viewers.STARTING -> End.IMPATIENT;
            case Viewers.STALLED -> End.GAVE_UP;
            default -> null;
        };
    }

    /** Books the end of a session; the caller has not yet taken the viewer's transfers away. */
    void end(int v, End how, long now) {
        switch (viewers.state(v)) {
            case Viewers.STARTING -> {
                ledger.starting.add(-1, now);
                if (how == End.IMPATIENT && plan.counts(viewers.number[v])) {
                    bookImpatience(v, now);
                }
            }
            case Viewers.PLAYING -> ledger.playing.add(-1, now);
            case Viewers.STALLED -> {
                endStall(v, now);
                ledger.stalled.add(-1, now);
                if (how == End.GAVE_UP && plan.counts(viewers.number[v])) {
                    ledger.gaveUp++;
                }
            }
            default -> throw new IllegalStateException("Viewer " + viewers.number[v] + " has no session to end.");
        }
        long position = viewers.position(v, now);
        long watched = position - (plan.live ? viewers.firstPiece[v] * plan.segmentMicros : 0);
        ledger.playedMicros += watched;
        ledger.piecesPlayed += watched / plan.segmentMicros;
        bookUnplayed(v, position);
    }

    /** Left without a frame: a failure if the viewer was refused or the service was down, else an exit. */
    private void bookImpatience(int v, long now) {
        Cause cause = blame(v, now);
        boolean failure = viewers.refused(v) || cause == Cause.FAULT;
        ledger.lostStart(failure ? Harm.START_FAILURE : Harm.EXIT_BEFORE_START, cause, now);
    }

    private void bookUnplayed(int v, long position) {
        int from = (int) ((position + plan.segmentMicros - 1) / plan.segmentMicros);
        for (int piece = from; piece < holdings.front(v); piece++) {
            ledger.unplayed += plan.pieceBytes[holdings.rendition(v, piece)];
        }
        long beyond = Long.rotateRight(holdings.held(v), holdings.front(v));
        for (; beyond != 0; beyond &= beyond - 1) {
            int piece = holdings.front(v) + Long.numberOfTrailingZeros(beyond);
            ledger.unplayed += plan.pieceBytes[holdings.rendition(v, piece)];
        }
    }

    /** What keeps the viewer waiting now: the one cause that its wait or stall is charged to. */
    Cause blame(int v, long now) {
        int server = viewers.server(v);
        if (ownLineTooSlow(v)) {
            return Cause.OWN_LINE;
        }
        if (viewers.lastRefusal(v) >= 0) {
            return Cause.of(viewers.lastRefusal(v));
        }
        for (int t = viewers.incoming(v); t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            if (transfers.piece(t) == holdings.front(v)) {
                if (transfers.state(t) == Transfers.ACTIVE && downloads.lineIsFull(v)) {
                    return Cause.OWN_LINE;
                }
                return transfers.fromServer(t) ? blameServer(server, t) : Cause.PEERS;
            }
        }
        boolean peer = viewers.role(v) != PeerRole.NONE.ordinal();
        if (desks[server].down() || (peer && plan.trackerDown(now))) {
            return Cause.FAULT;
        }
        return peer ? Cause.PEERS : Cause.ofServer(plan.roles[server]);
    }

    private Cause blameServer(int server, int t) {
        EdgeFills fills = desks[server].fills();
        boolean awaitsOrigin = fills != null && transfers.state(t) == Transfers.WAITING && fills.awaitsFetch(t);
        return awaitsOrigin ? Cause.ORIGIN : Cause.ofServer(plan.roles[server]);
    }

    /**
     * Even alone on its line, the viewer could not hold the lowest rendition, or could not get the start-up buffer before
     * its patience ended.
     */
    private boolean ownLineTooSlow(int v) {
        double lowest = plan.renditionBps[0] / CellPlan.BPS_PER_BYTE_PER_MICRO;
        if (viewers.down(v) < lowest) {
            return true;
        }
        if (viewers.state(v) != Viewers.STARTING) {
            return false;
        }
        long segments = (player.startupBufferMicros() + plan.segmentMicros - 1) / plan.segmentMicros;
        double alone = 2.0 * viewers.rttMicros(v) + segments * plan.pieceBytes[0] / viewers.down(v);
        return alone > plan.audience.patienceMicros(viewers.number[v], viewers.press(v));
    }
}
