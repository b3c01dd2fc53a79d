package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.policy.Pickers;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.sim.swarm.Bitfields;

/**
 * People who download a file: from their server one piece at a time, from each other as {@link FileSwarm} says. A
 * download is complete with the last piece; what happens then is the swarm's rule.
 */
final class FileCrowd implements Crowd {
    private final CellPlan plan;
    private final Viewers viewers;
    private final Bitfields pieces;
    private final Downloads downloads;
    private final EventQueue queue;
    private final CellLedger ledger;
    private final FileSwarm swarm;
    private final FileView serverView;
    private final PiecePicker serverPicker;
    private final boolean hasServer;
    private Endings endings;
    private boolean stopped;
    private long completed;
    private long downloadingNow;
    /** Those who have everything and will leave by themselves. */
    private long lingeringNow;

    FileCrowd(
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
        this.downloads = downloads;
        this.queue = queue;
        this.ledger = ledger;
        DeliverySpec.Swarm spec = plan.spec.delivery().swarm();
        swarm = spec == null ? null : new FileSwarm(plan, viewers, pieces, uplinks, downloads, queue, stream, ledger);
        serverView = new FileView(plan, viewers, pieces, swarm == null ? null : swarm.availability(), stream);
        serverPicker = spec == null ? Pickers.create("sequential") : plan.newPicker();
        hasServer = plan.servers() > 0 && (swarm == null || plan.roles[0] != CellPlan.Role.SEEDS);
    }

    @Override
    public void connect(Endings cellEndings) {
        endings = cellEndings;
    }

    @Override
    public void join(int v, long now, long pressMicros, int press, boolean refused) {
        viewers.begin(v, press, refused);
        pieces.clear(v);
        downloadingNow++;
        ledger.starting.add(1, now);
        long patience = plan.audience.patienceMicros(viewers.number[v], press);
        if (patience < Viewers.NEVER - pressMicros) {
            phaseAt(v, Math.max(now, pressMicros + patience), Cell.GIVE_UP);
        }
        takeAlong(v);
        if (swarm != null) {
            swarm.join(v, now);
        }
        if (pieces.complete(v)) {
            stay(v, now);
        } else {
            act(v, now);
        }
    }

    /** Who has been here before the beginning comes with pieces. */
    private void takeAlong(int v) {
        int who = viewers.number[v];
        if (plan.audience.initial(who) == null) {
            return;
        }
        for (int piece = 0; piece < plan.pieces; piece++) {
            if (plan.audience.holdsAtStart(who, piece)) {
                pieces.hold(v, piece);
            }
        }
    }

    private long lingerMicros(int v) {
        int who = viewers.number[v];
        if (swarm == null) {
            return 0;
        }
        return plan.audience.initial(who) == null
                ? plan.audience.lingerMicros(who)
                : plan.audience.initialStayMicros(who);
    }

    private void phaseAt(int v, long due, int kind) {
        viewers.setPhaseDue(v, due);
        queue.push(due, kind, v, 0);
    }

    @Override
    public void handle(int kind, int id, int aux, long now) {
        switch (kind) {
            case Cell.PLAY -> {
                if (now == viewers.phaseDue(id) && viewers.state(id) == Viewers.SEEDING) {
                    endings.end(id, Sessions.End.SEEN, now);
                }
            }
            case Cell.GIVE_UP -> {
                if (now == viewers.phaseDue(id) && viewers.state(id) == Viewers.STARTING) {
                    endings.end(id, Sessions.End.IMPATIENT, now);
                }
            }
            case Cell.WAKE -> wake(id, now);
            default -> swarm.handle(kind, id, aux, now);
        }
    }

    private void wake(int v, long now) {
        if (now == viewers.wakeDue(v) && viewers.state(v) != Viewers.AWAY) {
            viewers.setWakeDue(v, Viewers.NEVER);
            if (swarm != null) {
                swarm.refill(v, now);
            }
            act(v, now);
        }
    }

    @Override
    public void pieceReceived(int v, int piece, long now) {
        if (swarm == null || swarm.abortsTwins()) {
            abortTwins(v, piece, now);
        }
        if (swarm != null) {
            swarm.finished(v, piece, now);
        }
        if (pieces.complete(v)) {
            complete(v, now);
        } else {
            act(v, now);
        }
    }

    private void abortTwins(int v, int piece, long now) {
        int twin = downloads.find(v, piece);
        while (twin != Transfers.NONE) {
            downloads.abort(twin, now);
            twin = downloads.find(v, piece);
        }
    }

    @Override
    public boolean takes(int v, int from, int piece, long now) {
        return from < 0 ? !pieces.holds(v, piece) : swarm.takes(v, from, piece, now);
    }

    private void complete(int v, long now) {
        viewers.completionMicros.set(v, now - plan.audience.pressMicros(viewers.number[v]));
        stay(v, now);
    }

    /** The viewer has everything. */
    private void stay(int v, long now) {
        ledger.started += plan.counts(viewers.number[v]) ? 1 : 0;
        completed++;
        downloadingNow--;
        ledger.starting.add(-1, now);
        viewers.setState(v, Viewers.SEEDING);
        viewers.setPhaseDue(v, Viewers.NEVER);
        ledger.seeds.add(1, now);
        long linger = lingerMicros(v);
        if (linger == 0) {
            endings.end(v, Sessions.End.SEEN, now);
        } else if (linger < Viewers.NEVER - now) {
            lingeringNow++;
            phaseAt(v, now + linger, Cell.PLAY);
        }
    }

    /** Asks the server for one more piece if it may. */
    @Override
    public void act(int v, long now) {
        if (stopped || viewers.state(v) != Viewers.STARTING) {
            return;
        }
        if (swarm != null) {
            swarm.invite(v, now);
        }
        if (hasServer && viewers.fromServer(v) == 0 && viewers.blockedUntil(v) <= now && !pieces.nothingMissing(v)) {
            downloads.askServer(v, serverPicker.pick(serverView.ofServer(v, now)), now);
        }
    }

    @Override
    public void uploadEnded(int peer, long now) {
        if (!stopped) {
            swarm.uploadEnded(peer, now);
        }
    }

    @Override
    public void pause(int v, long untilMicros) {
        wakeBy(v, untilMicros);
    }

    private void wakeBy(int v, long due) {
        if (due < viewers.wakeDue(v)) {
            viewers.setWakeDue(v, due);
            queue.push(due, Cell.WAKE, v, 0);
        }
    }

    @Override
    public void bookEnd(int v, Sessions.End how, long now) {
        if (viewers.state(v) == Viewers.SEEDING) {
            ledger.seeds.add(-1, now);
            lingeringNow -= viewers.phaseDue(v) == Viewers.NEVER ? 0 : 1;
            return;
        }
        downloadingNow--;
        ledger.starting.add(-1, now);
        if (how == Sessions.End.IMPATIENT && plan.counts(viewers.number[v])) {
            Cause cause = viewers.lastRefusal(v) >= 0
                    ? Cause.of(viewers.lastRefusal(v))
                    : swarm == null ? Cause.ofServer(plan.roles[viewers.server(v)]) : Cause.PEERS;
            ledger.lostStart(viewers.refused(v) ? Harm.START_FAILURE : Harm.EXIT_BEFORE_START, cause, now);
        }
    }

    @Override
    public void leave(int v, long now) {
        if (swarm != null) {
            swarm.leave(v, now);
        }
    }

    @Override
    public void serverBroke(int server, long now) {
        // Requests at a server have ended where they were; the operator's seeds go at the beginning of the round.
    }

    @Override
    public void beginRound(long now) {
        if (swarm != null) {
            swarm.beginRound(now);
        }
    }

    @Override
    public void endRound(long now) {
        if (swarm != null) {
            swarm.seeds().book(now);
        }
    }

    @Override
    public void sample(long micros) {
        ledger.bins.set(Bins.STARTING, micros, downloadingNow);
        ledger.bins.set(Bins.SEEDING, micros, ledger.seeds.value());
    }

    @Override
    public long completed() {
        return completed;
    }

    @Override
    public long present() {
        return downloadingNow + lingeringNow;
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public String check() {
        return swarm == null ? null : swarm.check();
    }

    @Override
    public List<Object> parts() {
        List<Object> parts = new ArrayList<>(List.of(this, pieces));
        parts.addAll(serverPicker.parts());
        if (swarm != null) {
            parts.addAll(swarm.parts());
        }
        return parts;
    }

    @Override
    public long stateBytes() {
        return pieces.stateBytes() + (swarm == null ? 0 : swarm.stateBytes());
    }
}
