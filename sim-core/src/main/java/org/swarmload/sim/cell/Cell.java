package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.swarmload.sim.kernel.Digest;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.kernel.PartNames;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.EngineSpec.CheckMode;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;
import org.swarmload.sim.random.CellStream;
import org.swarmload.sim.swarm.Bitfields;
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
    static final int MEET = 10;
    static final int SERVE = 11;
    static final int CONTACT = 12;
    static final int REVIEW = 13;
    static final int FILL = 14;

    /** A round below this, or after one with fewer events, needs too little of what it would stream. */
    private static final long WARMING_PAYS_MICROS = 500_000;

    private static final double WARMING_PAYS_EVENTS_PER_MEMBER = 0.25;

    private final CellPlan plan;
    private final Viewers viewers;
    private final Transfers transfers;
    private final PeerUplinks uplinks;
    private final EventQueue queue = new EventQueue();
    private final CellLedger ledger;
    private final Downloads downloads;
    private final ServerDesk[] desks;
    private final Crowd crowd;
    private final Endings endings;
    /** Null where it does not pay. */
    private final Foresight foresight;

    private final CellChecks checks;
    /** Null without a watch. */
    private final SwarmSampler sampler;

    private RoundInput.Admissions admissions = RoundInput.Admissions.NONE;
    private long digest = Digest.EMPTY;
    private long eventsAtLastRound;

    /** Keeps what was read: what nobody could see, the compiler would not read. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    public Cell(CellPlan plan, int cell, int[] viewerNumbers) {
        this.plan = plan;
        viewers = new Viewers(plan, viewerNumbers);
        transfers = new Transfers(viewers.sizes(plan));
        uplinks = new PeerUplinks(transfers, viewers.members);
        ledger = new CellLedger(plan);
        CellStream stream = new CellStream(plan.spec.seed(), plan.spec.replication(), cell);
        downloads = new Downloads(plan, viewers, transfers, uplinks, queue, ledger);
        desks = new ServerDesk[plan.servers()];
        crowd = plan.file ? fileCrowd(stream) : streamCrowd(stream);
        endings = new Endings(plan, viewers, transfers, uplinks, downloads, desks, crowd);
        // Events of files need little beside what all have in common.
        foresight = plan.hasSwarm() && !plan.file ? new Foresight(queue, viewers, transfers, uplinks, crowd) : null;
        connect(cell);
        checks = plan.spec.engine().mode() == CheckMode.PARANOID
                ? new CellChecks(plan, viewers, transfers, uplinks, downloads, desks, crowd, ledger)
                : null;
        downloads.watch(checks);
        sampler = plan.watch.samples() ? new SwarmSampler(plan, viewers, downloads.pieces(), ledger) : null;
    }

    private Crowd streamCrowd(CellStream stream) {
        DeliverySpec.Swarm swarm = plan.spec.delivery().swarm();
        Holdings holdings = new Holdings(viewers.count, viewers.tails());
        Neighbours neighbours = new Neighbours(viewers.count, swarm == null ? 0 : swarm.neighbours());
        Swarming swarming = new Swarming(plan, viewers, holdings, uplinks, neighbours, queue, stream, ledger);
        ViewerClient client = new ViewerClient(plan, viewers, holdings, neighbours, downloads, stream, ledger);
        downloads.keepIn(holdings);
        return new StreamCrowd(
                holdings,
                new Sessions(plan, viewers, holdings, transfers, downloads, queue, ledger, desks),
                new Ladder(plan, viewers, holdings),
                swarming,
                new Looking(plan, viewers, queue, client, swarming),
                contacts(holdings, swarming, client, stream));
    }

    private WindowContacts contacts(Holdings holdings, Swarming swarming, ViewerClient client, CellStream stream) {
        DeliverySpec.Swarm swarm = plan.spec.delivery().swarm();
        return swarm == null || swarm.trading().contacts() == null
                ? null
                : new WindowContacts(
                        plan,
                        viewers,
                        holdings,
                        swarming.tracker().present(),
                        downloads,
                        queue,
                        stream,
                        client,
                        plan.newPicker());
    }

    private Crowd fileCrowd(CellStream stream) {
        Bitfields pieces = new Bitfields(viewers.members, plan.pieces);
        downloads.keepIn(pieces);
        return new FileCrowd(plan, viewers, pieces, uplinks, downloads, queue, stream, ledger);
    }

    /** Parts that know each other. */
    private void connect(int cell) {
        crowd.connect(endings);
        for (int s = 0; s < desks.length; s++) {
            desks[s] = new ServerDesk(plan, s, viewers, transfers, downloads, queue, ledger, endings, desks);
            if (plan.serverPlan.upstream[s] != ServerPlan.NO_SERVER) {
                desks[s].attach(new EdgeFills(plan, cell, s, viewers, transfers, downloads, queue, ledger, desks));
            }
        }
        downloads.connect(desks, crowd);
    }

    /** Runs everything of the round and reports. */
    public RoundOutput run(RoundInput input) {
        long from = input.fromMicros();
        if (checks != null) {
            checks.beginRound(from, input.toMicros());
        }
        ledger.bins.reach(input.toMicros());
        if (from == plan.spec.warmupMicros()) {
            ledger.endWarmup();
        }
        admit(input.admissions());
        for (int s = 0; s < desks.length; s++) {
            double lost = desks[s].setUp(plan.serverPlan.upShare(s, from));
            if (lost > 0) {
                endings.breakServer(s, lost, from);
                crowd.serverBroke(s, from);
            }
            desks[s].beginRound(input.grants()[s], from);
        }
        crowd.beginRound(from);
        if (sampler != null && from % Bins.BIN_MICROS == 0) {
            plan.watch.sample(sampler.sample(from));
        }
        exchangeCache(input, from);
        warmCache(input.toMicros() - from);
        while (queue.popBefore(input.toMicros())) {
            if (foresight != null) {
                foresight.next();
            }
            handle(queue.time(), queue.kind(), queue.id(), queue.aux());
        }
        return endRound(input.toMicros());
    }

    /**
     * Streams the state through the processor's cache: since the last round other cells have had it, and a stream costs a
     * tenth of the misses that a round would otherwise pay one by one.
     */
    private void warmCache(long lengthMicros) {
        boolean busy = WARMING_PAYS_EVENTS_PER_MEMBER * viewers.members <= ledger.events - eventsAtLastRound;
        eventsAtLastRound = ledger.events;
        if (plan.cells() > 1 && busy && lengthMicros >= WARMING_PAYS_MICROS) {
            touched += viewers.touchAll() + transfers.touchAll() + uplinks.touchAll() + crowd.touchAll();
        }
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
            EdgeFills fills = desks[updates.server()[i]].fills();
            fills.learn(updates.slot()[i], updates.what()[i], updates.micros()[i], now);
        }
        RoundInput.CacheEvents orders = input.cacheOrders();
        for (int i = 0; i < orders.size(); i++) {
            EdgeFills fills = desks[orders.server()[i]].fills();
            fills.hear(orders.slot()[i], orders.what()[i], orders.micros()[i], now);
        }
    }

    private void handle(long now, int kind, int id, int aux) {
        if (checks != null) {
            checks.event(now, kind);
        }
        digest = Digest.mix(Digest.mix(digest, now), queue.key());
        ledger.events++;
        switch (kind) {
            case PORT -> portFires(id, now);
            case UPLINK -> uplinkFires(id, now);
            case IDLE -> desks[viewers.server(id)].idle(id, now);
            case ARRIVE -> arrive(id, now);
            case JOIN -> join(id, now);
            case FILL -> desks[id].fills().expectedFill(aux, now);
            default -> crowd.handle(kind, id, aux, now);
        }
    }

    private void join(int index, long now) {
        int v = Arrays.binarySearch(viewers.number, admissions.viewer()[index]);
        crowd.join(
                v,
                now,
                admissions.pressMicros()[index],
                admissions.press()[index],
                admissions.refused()[index]);
    }

    private void arrive(int t, long now) {
        if (transfers.due(t) != now) {
            return;
        }
        if (transfers.state(t) == Transfers.PREPARING) {
            desks[transfers.server(t)].ready(t, now);
        } else if (transfers.state(t) == Transfers.ASKED) {
            arriveAsked(t, now);
        }
    }

    private void arriveAsked(int t, long now) {
        if (transfers.to(t) < 0) {
            desks[-1 - transfers.to(t)].fills().fetchArrives(t, now);
        } else if (transfers.fromServer(t)) {
            desks[transfers.server(t)].arrive(t, now);
        } else if (!downloads.arriveAtPeer(t, now)) {
            int v = transfers.to(t);
            downloads.abort(t, now);
            crowd.act(v, now);
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
        if (now != uplinks.due(peer)) {
            return;
        }
        long again = uplinks.fire(peer, now);
        if (again != PeerUplinks.NEVER) {
            queue.push(again, UPLINK, peer, 0);
            return;
        }
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
        int from = transfers.from(t);
        int piece = transfers.piece(t);
        if (crowd.takes(v, from, piece, now)) {
            ledger.piecesReceived++;
            ledger.blocksReceived += plan.blocks(transfers.size(t));
            downloads.received(t, now);
            viewers.setLastRefusal(v, -1);
            crowd.pieceReceived(v, piece, now);
        } else {
            downloads.discarded(t, now);
            if (from < 0) {
                crowd.act(v, now); // the server is free for another request
            }
        }
        downloads.follow(v, from, now);
    }

    private RoundOutput endRound(long now) {
        RoundOutput.Demand[] demands = new RoundOutput.Demand[desks.length];
        boolean constrained = false;
        for (int s = 0; s < desks.length; s++) {
            desks[s].endRound(now);
            demands[s] = desks[s].demand();
            constrained |= desks[s].constrained();
        }
        ledger.endRound(now);
        crowd.endRound(now);
        crowd.sample(now - 1);
        if (checks != null) {
            checks.afterRound(now);
        }
        return new RoundOutput(
                demands,
                endings.failures().take(),
                endings.ended().take(),
                CacheTraffic.toHomes(desks),
                CacheTraffic.results(desks),
                crowd.present(),
                crowd.completed(),
                constrained);
    }

    /** Ends the run: who is still here stops where it is, and every byte that has gone is booked. */
    public CellResult finish(long now) {
        long stillStarting = 0;
        crowd.stop();
        for (ServerDesk desk : desks) {
            desk.stop();
        }
        if (now <= plan.spec.warmupMicros()) {
            ledger.endWarmup();
        }
        for (int v = 0; v < viewers.count; v++) {
            if (viewers.state(v) != Viewers.AWAY) {
                boolean counts = plan.counts(viewers.number[v]);
                stillStarting += counts && viewers.state(v) == Viewers.STARTING ? 1 : 0;
                endings.end(v, Sessions.End.SEEN, now);
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
        crowd.endRound(now);
        return new CellResult(viewers, ledger, digest, stillStarting, stateBytes(), parts());
    }

    private List<String> parts() {
        List<Object> parts = new ArrayList<>(List.of(this, queue, transfers));
        for (ServerDesk desk : desks) {
            parts.addAll(desk.parts());
        }
        if (plan.hasSwarm()) {
            parts.add(uplinks);
        }
        parts.addAll(crowd.parts());
        return PartNames.of(parts);
    }

    /** Bytes of memory held. */
    long stateBytes() {
        long fills = 0;
        for (ServerDesk desk : desks) {
            fills += desk.fills() == null ? 0 : desk.fills().stateBytes();
        }
        return viewers.stateBytes()
                + transfers.stateBytes()
                + uplinks.stateBytes()
                + queue.stateBytes()
                + ledger.bins.stateBytes()
                + crowd.stateBytes()
                + fills;
    }
}
