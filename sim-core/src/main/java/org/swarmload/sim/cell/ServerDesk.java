package org.swarmload.sim.cell;

import java.util.List;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.net.ServerPort;
import org.swarmload.sim.net.Transfers;

/**
 * One server pool as one cell sees it: room and the line before it, the cache of an edge, and the port that shares the
 * rate granted to this cell.
 *
 * <p>A viewer takes room (see {@link Room}) with its first request. A request without it is an attempt: it gets room, a
 * place in the line, or a 503. Requests of caches behind this pool need none.
 */
final class ServerDesk {
    /** Told what becomes of requests. */
    interface Outcome {
        /** The request was refused with 503, or (cause FAULT) nobody answered. The transfer is still linked. */
        void refused(int t, Cause cause, long now);
    }

    private final CellPlan plan;
    private final int server;
    private final Viewers viewers;
    private final Transfers transfers;
    private final Downloads downloads;
    private final EventQueue queue;
    private final CellLedger ledger;
    private final ServerPort port;
    private final Room room;
    private final WaitingLine line;
    private final ServerLatency latency;
    private final Outcome outcome;
    private final ServerDesk[] desks;

    /** Null unless this is a cache with something behind it. */
    private EdgeFills fills;

    private long portDue = ServerPort.NEVER;
    private double upShare = 1;
    private RoundInput.Spare spare = new RoundInput.Spare(0, 0, 0);
    private long roundBegan;
    private int fillsBegun;
    private boolean stopped;
    private long asked;
    private long bookedInBins;
    private long roomInBins;

    /** @param desks all desks of the cell, by number */
    ServerDesk(
            CellPlan plan,
            int server,
            Viewers viewers,
            Transfers transfers,
            Downloads downloads,
            EventQueue queue,
            CellLedger ledger,
            Outcome outcome,
            ServerDesk[] desks) {
        this.plan = plan;
        this.server = server;
        this.viewers = viewers;
        this.transfers = transfers;
        this.downloads = downloads;
        this.queue = queue;
        this.ledger = ledger;
        this.outcome = outcome;
        this.desks = desks;
        port = new ServerPort(transfers, 0);
        room = new Room(plan, server, viewers, queue);
        latency = new ServerLatency(plan, server, viewers, transfers);
        line = new WaitingLine(transfers, t -> room.need(transfers.to(t)));
    }

    /** Puts a cache before what is behind this pool. */
    void attach(EdgeFills edgeFills) {
        fills = edgeFills;
    }

    /** Null unless this is a cache with something behind it. */
    EdgeFills fills() {
        return fills;
    }

    /** What serves here. */
    List<Object> parts() {
        return fills == null ? List.of(this, port, line) : List.of(this, port, line, fills);
    }

    boolean down() {
        return upShare == 0;
    }

    /** Takes in what share of the machines is up; the share that went down of those that were up, whose work breaks. */
    double setUp(double share) {
        double lost = share < upShare ? (upShare - share) / upShare : 0;
        upShare = share;
        if (lost > 0) {
            room.close();
        }
        return lost;
    }

    /** Takes the grant of a new round in; room that became free goes to those in line. */
    void beginRound(RoundInput.Grant grant, long now) {
        room.grant(grant);
        spare = grant.spare();
        roundBegan = now;
        fillsBegun = 0;
        asked = 0;
        if (fills != null) {
            fills.beginRound(now);
        }
        port.setCapacity(grant.rate(), now);
        schedulePort(now);
        serveLine(now);
        while (line.size() > grant.queue()) {
            ledger.admitted--;
            refuse(line.pollLast(), now);
        }
    }

    private void refuse(int t, long now) {
        transfers.setState(t, Transfers.ASKED);
        ledger.refuse(server, now);
        outcome.refused(t, Cause.ofServer(plan.roles[server]), now);
    }

    /** The request of a viewer's transfer arrives. */
    void arrive(int t, long now) {
        int v = transfers.to(t);
        if (down()) {
            outcome.refused(t, Cause.FAULT, now);
            return;
        }
        if (viewers.connected(v)) {
            takeUp(t, now);
            return;
        }
        ledger.attempt(now);
        asked++;
        if (line.size() == 0 && room.fits(v)) {
            ledger.admitted++;
            room.enter(v, now);
            takeUp(t, now);
        } else if (room.mayWait(v, line)) {
            ledger.admitted++;
            line.add(t);
        } else {
            refuse(t, now);
        }
    }

    /** The run is over: who ends now leaves room that nobody takes any more. */
    void stop() {
        stopped = true;
    }

    private void serveLine(long now) {
        while (!stopped && line.size() > 0 && room.fits(transfers.to(line.first()))) {
            int t = line.poll();
            room.enter(transfers.to(t), now);
            takeUp(t, now);
            serveOthersOf(transfers.to(t), now);
        }
    }

    /** More requests of a viewer who just got a connection stand in the line for nothing. */
    private void serveOthersOf(int v, long now) {
        for (int t = viewers.incoming(v); t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            if (transfers.fromServer(t) && transfers.state(t) == Transfers.WAITING && line.remove(t)) {
                takeUp(t, now);
            }
        }
    }

    /** The request of a cache's fetch arrives; false if nobody answers. */
    boolean arriveFromCache(int t, long now) {
        if (down()) {
            return false;
        }
        takeUp(t, now);
        return true;
    }

    /** The server takes a request up, which is when it counts as one to bill; it is ready to send after its latency. */
    private void takeUp(int t, long now) {
        ledger.serverRequest(server, now);
        if (latency.drawn()) {
            transfers.setState(t, Transfers.PREPARING);
            downloads.schedule(t, now + latency.micros(t, now));
        } else {
            ready(t, now);
        }
    }

    /** The server is ready to send: its cache is asked, or bytes flow. */
    void ready(int t, long now) {
        if (fills == null || fills.holds(t, now)) {
            if (transfers.to(t) < 0) {
                desks[-1 - transfers.to(t)].fills.fetchFlows(t, now);
            } else {
                flow(t, now);
            }
        }
    }

    /** Whether a cache that asks for the piece would get it: this tier is up, and those behind it if they are needed. */
    boolean couldSend(int slot, long now) {
        return !down() && (fills == null || fills.forecast().couldHave(slot, now));
    }

    /** When a fill whose request arrives at that time would begin to flow, as far as this cell knows. */
    long readyToFill(int slot, long arrives) {
        long up = arrives + latency.ofFill(slot, arrives);
        return fills == null ? up : fills.forecast().has(slot, up);
    }

    /**
     * What one more fill from here would get, bytes per microsecond: of what the pool had when the round began, beside
     * those fills begun since then that this cell knows of and that are under way.
     */
    double oneMoreFillGets() {
        return spare.rate(fillsBegun + 1);
    }

    /** A cache asks this tier for a piece, through this cell or another. */
    void fillBegins() {
        fillsBegun++;
    }

    /** A fill that began then is over. */
    void fillEnds(long began) {
        if (began >= roundBegan) {
            fillsBegun--;
        }
    }

    /** Bytes of a viewer's transfer begin to flow. */
    void flow(int t, long now) {
        double cap = downloads.addActive(t, now);
        port.start(t, cap, now);
        schedulePort(now);
    }

    /** Bytes of a cache's fetch begin to flow. */
    void flowToCache(int t, double cap, long now) {
        port.start(t, cap, now);
        schedulePort(now);
    }

    /** What all flows get, and what they may get, bytes per microsecond. */
    double load() {
        return port.rate();
    }

    double granted() {
        return port.capacity();
    }

    double fairRate() {
        return port.fairRate();
    }

    double rate(int t) {
        return port.rate(t);
    }

    void setCap(int t, double cap, long now) {
        port.setCap(t, cap, now);
        schedulePort(now);
    }

    private void schedulePort(long now) {
        long next = port.nextFinish(now);
        if (next < portDue) {
            portDue = next;
            queue.push(next, Cell.PORT, server, 0);
        }
    }

    /** The port's event fires; true if it is the one that is due. */
    boolean portFires(long now) {
        if (now != portDue) {
            return false;
        }
        portDue = ServerPort.NEVER;
        return true;
    }

    /** The next transfer that has ended, or {@link Transfers#NONE}; its bytes are booked as sent. */
    int pollFinished(long now) {
        int t = port.pollFinished(now);
        if (t == Transfers.NONE) {
            schedulePort(now);
        } else {
            ledger.sentByServer[server] += transfers.size(t);
        }
        return t;
    }

    /** Ends a request early, wherever it is, and returns the bytes that had gone. */
    long abort(int t, long now) {
        if (transfers.state(t) == Transfers.ACTIVE) {
            long gone = port.abort(t, now);
            ledger.sentByServer[server] += gone;
            schedulePort(now);
            return gone;
        }
        if (transfers.state(t) == Transfers.WAITING && !line.remove(t)) {
            fills.forget(t);
        }
        return 0;
    }

    /** The cache could not get the piece for a waiting request because what is behind it is down. */
    void fetchFailed(int t, long now) {
        transfers.setState(t, Transfers.ASKED);
        outcome.refused(t, Cause.FAULT, now);
    }

    /** One request of the viewer is over. */
    void requestEnded(int v, long now) {
        room.requestEnded(v, now);
    }

    /** A connection may have idled long enough. */
    void idle(int v, long now) {
        if (room.idledOut(v, now)) {
            disconnect(v, now);
        }
    }

    /** Gives back the room that the viewer has, if any; the next in line gets it. */
    void disconnect(int v, long now) {
        if (room.leave(v, now)) {
            serveLine(now);
        }
    }

    /** Books what left the port since the last call, and the room taken, into the bin that ends at {@code now}. */
    void endRound(long now) {
        long sent = port.sentBytes(now);
        ledger.bins.add(ledger.bins.serverBytes(server), now - 1, sent - bookedInBins);
        bookedInBins = sent;
        long taken = room.takenMicros(now);
        ledger.bins.add(ledger.bins.serverRoom(server), now - 1, taken - roomInBins);
        roomInBins = taken;
    }

    RoundOutput.Demand demand() {
        return new RoundOutput.Demand(
                port.wantedRate(),
                port.cappedRate(),
                port.sharedFlows(),
                port.flows(),
                room.taken(),
                line.size(),
                line.weight(),
                asked);
    }

    /** Whether the next round matters to somebody who waits here, or to a cache; a port that is short says so by its demand. */
    boolean constrained() {
        return line.size() > 0 || (fills != null && fills.fetchesForOneCell());
    }
}
