package org.swarmload.sim.cell;

import java.util.Arrays;
import org.swarmload.sim.kernel.Digest;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.EngineSpec.CheckMode;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;
import org.swarmload.sim.policy.Pickers;
import org.swarmload.sim.policy.DownloadPolicy;
import org.swarmload.sim.policy.GenericPolicy;
import org.swarmload.sim.policy.MediaLoaderPolicy;
import org.swarmload.sim.policy.ServerOnlyPolicy;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Holdings;
import org.swarmload.sim.swarm.Neighbours;

/**
 * One population of viewers on one exact timeline: the event loop, and the round in which it runs.
 *
 * <p>Guarantees: the result is a function of the plan, the cell's number and the inputs of its rounds. Not thread-safe; a
 * cell may be run by different threads one after the other.
 */
public final class Cell {
    /** Kinds of events, in the order in which they happen at one instant: departures before arrivals. */
    static final int PORT = 0;

    static final int UPLINK = 1;
    static final int ANNOUNCE = 2;
    static final int PLAY = 3;
    static final int GIVE_UP = 4;
    static final int IDLE = 5;
    static final int ARRIVE = 6;
    static final int WAKE = 7;
    static final int EXTRA = 8;
    static final int JOIN = 9;

    private final CellPlan plan;
    private final Viewers viewers;
    private final Holdings holdings;
    private final Transfers transfers = new Transfers();
    private final PeerUplinks uplinks;
    private final EventQueue queue = new EventQueue();
    private final CellLedger ledger;
    private final Downloads downloads;
    private final ServerDesk[] desks;
    private final Sessions sessions;
    private final Ladder ladder;
    private final ViewerClient client;
    private final Swarming swarming;
    private final DownloadPolicy swarmPolicy;
    private final DownloadPolicy serverPolicy = new ServerOnlyPolicy();
    private final FailedStarts failures = new FailedStarts();
    private final CellChecks checks;

    private RoundInput.Admissions admissions = RoundInput.Admissions.NONE;
    private long digest = Digest.EMPTY;

    public Cell(CellPlan plan, int cell, int[] viewerNumbers) {
        this.plan = plan;
        int n = viewerNumbers.length;
        viewers = new Viewers(plan, viewerNumbers);
        holdings = new Holdings(n);
        uplinks = new PeerUplinks(transfers, n);
        ledger = new CellLedger(plan);
        DeliverySpec.Swarm swarm = plan.spec.delivery().swarm();
        CellStream stream = new CellStream(plan.spec.seed(), plan.spec.replication(), cell);
        Neighbours neighbours = new Neighbours(n, swarm == null ? 0 : swarm.neighbours());
        swarming = new Swarming(plan, viewers, holdings, uplinks, neighbours, queue, stream);
        downloads = new Downloads(plan, viewers, holdings, transfers, uplinks, queue, ledger);
        desks = new ServerDesk[plan.servers()];
        for (int s = 0; s < desks.length; s++) {
            desks[s] = new ServerDesk(plan, s, viewers, transfers, downloads, queue, ledger, this::refused);
        }
        for (int s = 0; s < desks.length; s++) {
            if (plan.roles[s] == CellPlan.Role.EDGE && plan.hasOriginBehindEdges) {
                desks[s].attach(new EdgeFills(plan, cell, s, transfers, downloads, ledger, desks[s], desks[0]));
            }
        }
        downloads.connect(desks);
        sessions = new Sessions(plan, viewers, holdings, transfers, queue, ledger, desks);
        ladder = new Ladder(plan, viewers, holdings);
        client = new ViewerClient(plan, viewers, holdings, neighbours, transfers, downloads, stream, ledger);
        swarmPolicy = swarm == null ? serverPolicy : policy(swarm);
        checks = plan.spec.engine().mode() == CheckMode.PARANOID
                ? new CellChecks(plan, viewers, transfers, uplinks, ledger)
                : null;
    }

    private static DownloadPolicy policy(DeliverySpec.Swarm swarm) {
        return switch (swarm.policy()) {
            case GENERIC -> new GenericPolicy(Pickers.create(swarm.picker()), swarm.parallelDownloads());
            case P2P_MEDIA_LOADER -> new MediaLoaderPolicy();
        };
    }

    /** Runs everything of the round and reports. */
    public RoundOutput run(RoundInput input) {
        long from = input.fromMicros();
        admit(input.admissions());
        for (int s = 0; s < desks.length; s++) {
            boolean down = plan.serverDown(s, from);
            boolean breaks = down && !desks[s].down();
            desks[s].beginRound(input.grants()[s], down, from);
            if (breaks) {
                breakServer(s, from);
            }
        }
        swarming.beginRound(from);
        exchangeCache(input, from);
        while (queue.popBefore(input.toMicros())) {
            handle(queue.time(), queue.kind(), queue.id(), queue.aux());
        }
        return endRound(input.toMicros());
    }

    private void admit(RoundInput.Admissions batch) {
        admissions = batch;
        for (int i = 0; i < batch.viewer().length; i++) {
            queue.push(batch.atMicros()[i], JOIN, i, 0);
        }
    }

    private void exchangeCache(RoundInput input, long now) {
        RoundInput.CacheEvents updates = input.cacheUpdates();
        for (int i = 0; i < updates.size(); i++) {
            desks[updates.server()[i]].fills().learn(updates.slot()[i], updates.freshUntil()[i], now);
        }
        RoundInput.CacheEvents orders = input.fillOrders();
        for (int i = 0; i < orders.size(); i++) {
            desks[orders.server()[i]].fills().order(orders.slot()[i], now);
        }
    }

    private void handle(long now, int kind, int id, int aux) {
        digest = Digest.mix(Digest.mix(digest, now), queue.key());
        ledger.events++;
        switch (kind) {
            case PORT -> portFires(id, now);
            case UPLINK -> uplinkFires(id, now);
            case ANNOUNCE -> holdings.announce(id, aux);
            case PLAY -> {
                if (sessions.playFires(id, now)) {
                    end(id, Sessions.End.SEEN, now);
                }
            }
            case GIVE_UP -> {
                Sessions.End how = sessions.giveUpFires(id, now);
                if (how != null) {
                    end(id, how, now);
                }
            }
            case IDLE -> desks[viewers.server[id]].idle(id, now);
            case ARRIVE -> arrive(id, now);
            case WAKE -> wake(id, now);
            case EXTRA -> extra(id, now);
            case JOIN -> join(id, now);
            default -> throw new IllegalStateException("Unknown event kind " + kind + ".");
        }
    }

    private void join(int index, long now) {
        int v = Arrays.binarySearch(viewers.number, admissions.viewer()[index]);
        sessions.begin(
                v,
                now,
                admissions.pressMicros()[index],
                admissions.press()[index],
                admissions.refused()[index]);
        swarming.join(v, now);
        look(v, now);
        scheduleExtra(v, now);
    }

    private DownloadPolicy policyOf(int v) {
        return viewers.role[v] == PeerRole.NONE.ordinal() ? serverPolicy : swarmPolicy;
    }

    /** Lets the viewer's policy act, and arms the next look. */
    private void look(int v, long now) {
        if (viewers.state[v] == Viewers.AWAY) {
            return;
        }
        client.aim(v, now);
        policyOf(v).fetch(client);
        long next = client.nextLook();
        if (next != viewers.wakeDue[v] && next != Viewers.NEVER) {
            viewers.wakeDue[v] = next;
            queue.push(next, WAKE, v, 0);
        }
    }

    private void wake(int v, long now) {
        if (now == viewers.wakeDue[v]) {
            viewers.wakeDue[v] = Viewers.NEVER;
            swarming.refill(v, now);
            look(v, now);
        }
    }

    private void scheduleExtra(int v, long now) {
        client.aim(v, now);
        long in = policyOf(v).nextExtraMicros(client);
        if (in > 0) {
            viewers.extraDue[v] = now + in;
            queue.push(now + in, EXTRA, v, 0);
        }
    }

    private void extra(int v, long now) {
        if (now == viewers.extraDue[v] && viewers.state[v] != Viewers.AWAY) {
            viewers.extraDue[v] = Viewers.NEVER;
            client.aim(v, now);
            policyOf(v).extra(client);
            scheduleExtra(v, now);
        }
    }

    private void arrive(int t, long now) {
        if (transfers.state(t) != Transfers.ASKED || transfers.due(t) != now) {
            return;
        }
        if (transfers.to(t) < 0) {
            desks[-1 - transfers.to(t)].fills().fetchArrives(t, now);
        } else if (transfers.fromServer(t)) {
            desks[transfers.server(t)].arrive(t, now);
        } else if (!downloads.arriveAtPeer(t, now)) {
            int v = transfers.to(t);
            downloads.abort(t, now);
            look(v, now);
        }
    }

    private void portFires(int s, long now) {
        if (!desks[s].portFires(now)) {
            return;
        }
        int t = desks[s].pollFinished(now);
        while (t != Transfers.NONE) {
            if (transfers.to(t) < 0) {
                desks[-1 - transfers.to(t)].fills().fetched(t, now);
            } else {
                received(t, now);
            }
            t = desks[s].pollFinished(now);
        }
    }

    private void uplinkFires(int peer, long now) {
        if (now != viewers.uplinkDue[peer]) {
            return;
        }
        viewers.uplinkDue[peer] = Viewers.NEVER;
        int t = uplinks.pollFinished(peer, now);
        while (t != Transfers.NONE) {
            downloads.sentByPeer(t, now);
            received(t, now);
            t = uplinks.pollFinished(peer, now);
        }
        downloads.scheduleUplink(peer, now);
    }

    private void received(int t, long now) {
        int v = transfers.to(t);
        int piece = transfers.piece(t);
        downloads.received(t, now);
        viewers.lastRefusal[v] = -1;
        swarming.pieceArrived(v, piece, now);
        sessions.pieceArrived(v, now);
        ladder.choose(v, now);
        look(v, now);
    }

    /** A server refused a request, or nobody was there: back off, or fail the start when nothing else is left. */
    private void refused(int t, Cause cause, long now) {
        int v = transfers.to(t);
        downloads.abort(t, now);
        int attempt = viewers.serverAttempts[v];
        viewers.refused[v] = true;
        viewers.lastRefusal[v] = (byte) cause.ordinal();
        viewers.serverAttempts[v] = (byte) Math.min(100, attempt + 1);
        boolean retry = plan.audience.retriesLeft(attempt);
        if (!retry && viewers.state[v] == Viewers.STARTING && viewers.incomingCount[v] == 0) {
            failures.add(viewers.number[v], now, cause);
            end(v, Sessions.End.ERROR, now);
            return;
        }
        long delay = plan.audience.retryDelayMicros(viewers.number[v], -1 - viewers.press[v], attempt);
        viewers.blockedUntil[v] = now + Math.max(delay, 10_000);
        if (viewers.blockedUntil[v] < viewers.wakeDue[v]) {
            viewers.wakeDue[v] = viewers.blockedUntil[v];
            queue.push(viewers.wakeDue[v], WAKE, v, 0);
        }
    }

    /** Takes a viewer out: its transfers, those that others have from it, its connection and its place in the swarm. */
    private void end(int v, Sessions.End how, long now) {
        sessions.end(v, how, now);
        viewers.state[v] = Viewers.AWAY;
        while (viewers.incoming[v] != Transfers.NONE) {
            downloads.abort(viewers.incoming[v], now);
        }
        desks[viewers.server[v]].disconnect(v, now);
        swarming.leave(v);
        while (uplinks.first(v) != Transfers.NONE) {
            int t = uplinks.first(v);
            int receiver = transfers.to(t);
            downloads.abort(t, now);
            look(receiver, now);
        }
        viewers.uploads[v] = 0;
    }

    /** A server pool went down: all it sends breaks, lines and connections with it. */
    private void breakServer(int s, long now) {
        for (int v = 0; v < viewers.count; v++) {
            if (viewers.server[v] == s && viewers.state[v] != Viewers.AWAY) {
                breakRequests(v, now);
                desks[s].disconnect(v, now);
            }
        }
        for (ServerDesk desk : desks) {
            if (s == 0 && desk.fills() != null) {
                desk.fills().originDown(now);
            }
        }
    }

    private void breakRequests(int v, long now) {
        int t = viewers.incoming[v];
        while (t != Transfers.NONE) {
            int next = transfers.nextOfReceiver(t);
            if (transfers.fromServer(t) && transfers.state(t) != Transfers.ASKED) {
                refused(t, Cause.FAULT, now);
                t = viewers.incoming[v];
            } else {
                t = next;
            }
        }
    }

    private RoundOutput endRound(long now) {
        RoundOutput.Demand[] demands = new RoundOutput.Demand[desks.length];
        boolean constrained = false;
        for (int s = 0; s < desks.length; s++) {
            desks[s].endRound(now);
            demands[s] = desks[s].demand();
            constrained |= desks[s].constrained();
        }
        sessions.sample(ledger.bin(now - 1));
        if (checks != null) {
            checks.afterRound(now);
        }
        return new RoundOutput(
                demands,
                failures.take(),
                CacheTraffic.misses(desks),
                CacheTraffic.results(desks),
                sessions.present(),
                constrained);
    }

    /** Ends the run: who is still here stops where it is, and every byte that has gone is booked. */
    public CellResult finish(long now) {
        long stillStarting = 0;
        for (int v = 0; v < viewers.count; v++) {
            if (viewers.state[v] != Viewers.AWAY) {
                stillStarting += viewers.state[v] == Viewers.STARTING ? 1 : 0;
                end(v, Sessions.End.SEEN, now);
            }
        }
        for (ServerDesk desk : desks) {
            if (desk.fills() != null) {
                desk.fills().end(now);
            }
        }
        for (ServerDesk desk : desks) {
            desk.endRound(now);
        }
        return new CellResult(viewers, ledger, digest, stillStarting, stateBytes());
    }

    private long stateBytes() {
        long fills = 0;
        for (ServerDesk desk : desks) {
            fills += desk.fills() == null ? 0 : desk.fills().stateBytes();
        }
        return viewers.stateBytes()
                + holdings.stateBytes()
                + transfers.stateBytes()
                + uplinks.stateBytes()
                + queue.stateBytes()
                + ledger.stateBytes()
                + swarming.stateBytes()
                + fills;
    }
}
