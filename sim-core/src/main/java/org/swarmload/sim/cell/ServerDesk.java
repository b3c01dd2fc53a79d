package org.swarmload.sim.cell;

import java.util.List;
import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.net.ServerPort;
import org.swarmload.sim.net.Transfers;

/**
 * One server pool as one cell sees it: connections and the line before them, the cache of an edge, and the port that
 * shares the rate granted to this cell.
 *
 * <p>A viewer keeps one connection to its server while it has requests, and for the keep-alive time after the last. A
 * request without a connection is an attempt: it gets a connection, a place in the line, or a 503.
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
    private final WaitingLine line;
    private final Outcome outcome;
    private final long keepAliveMicros;

    /** Null unless this is an edge with an origin behind it. */
    private EdgeFills fills;

    private long portDue = ServerPort.NEVER;
    private long connectionsGranted;
    private long queueGranted;
    private boolean down;
    private long open;
    private long opened;
    private long bookedInBins;

    ServerDesk(
            CellPlan plan,
            int server,
            Viewers viewers,
            Transfers transfers,
            Downloads downloads,
            EventQueue queue,
            CellLedger ledger,
            Outcome outcome) {
        this.plan = plan;
        this.server = server;
        this.viewers = viewers;
        this.transfers = transfers;
        this.downloads = downloads;
        this.queue = queue;
        this.ledger = ledger;
        this.outcome = outcome;
        port = new ServerPort(transfers, 0);
        line = new WaitingLine(transfers);
        keepAliveMicros = plan.servers[server].keepAliveMicros();
    }

    /** Puts an origin behind this edge. */
    void attach(EdgeFills edgeFills) {
        fills = edgeFills;
    }

    /** Null unless this is an edge with an origin behind it. */
    EdgeFills fills() {
        return fills;
    }

    /** What serves here. */
    List<Object> parts() {
        return fills == null ? List.of(this, port, line) : List.of(this, port, line, fills);
    }

    boolean down() {
        return down;
    }

    /** Goes down or comes up; true if it went down, so that what it serves breaks. */
    boolean setDown(boolean isDown) {
        boolean breaks = isDown && !down;
        down = isDown;
        return breaks;
    }

    /** Takes the grant of a new round in; connections that became free go to those in line. */
    void beginRound(RoundInput.Grant grant, long now) {
        connectionsGranted = grant.connections();
        queueGranted = grant.queue() + grant.hopeful();
        opened = 0;
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
        ledger.refuse(now);
        outcome.refused(t, Cause.ofServer(plan.roles[server]), now);
    }

    /** The request of a viewer's transfer arrives. */
    void arrive(int t, long now) {
        int v = transfers.to(t);
        if (down) {
            outcome.refused(t, Cause.FAULT, now);
            return;
        }
        ledger.serverRequest(server, now);
        if (viewers.connected[v]) {
            serve(t, now);
            return;
        }
        ledger.attempt(now);
        opened++;
        if (open < connectionsGranted && line.size() == 0) {
            ledger.admitted++;
            connect(v);
            serve(t, now);
        } else if (line.size() < queueGranted) {
            ledger.admitted++;
            line.add(t);
        } else {
            refuse(t, now);
        }
    }

    private void connect(int v) {
        viewers.connected[v] = true;
        open++;
    }

    private void serveLine(long now) {
        while (open < connectionsGranted) {
            int t = line.poll();
            if (t == Transfers.NONE) {
                return;
            }
            connect(transfers.to(t));
            serve(t, now);
            serveOthersOf(transfers.to(t), now);
        }
    }

    /** More requests of a viewer who just got a connection stand in the line for nothing. */
    private void serveOthersOf(int v, long now) {
        for (int t = viewers.incoming[v]; t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            if (transfers.fromServer(t) && transfers.state(t) == Transfers.WAITING && line.remove(t)) {
                serve(t, now);
            }
        }
    }

    /** The viewer has a connection: the edge's cache is asked, or bytes flow. */
    void serve(int t, long now) {
        if (fills == null || fills.holds(t, now)) {
            flow(t, now);
        }
    }

    /** Bytes of a viewer's transfer begin to flow. */
    void flow(int t, long now) {
        double cap = downloads.addActive(t, now);
        port.start(t, cap, now);
        schedulePort(now);
    }

    /** Bytes of an edge's fetch begin to flow from this origin. */
    void flowToEdge(int t, double cap, long now) {
        port.start(t, cap, now);
        schedulePort(now);
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

    /** The edge could not get the piece for a waiting request because its origin is down. */
    void fetchFailed(int t, long now) {
        transfers.setState(t, Transfers.ASKED);
        outcome.refused(t, Cause.FAULT, now);
    }

    /** One request of the viewer is over; without another the connection begins to idle. */
    void requestEnded(int v, long now) {
        if (viewers.fromServer[v] == 0 && viewers.connected[v]) {
            viewers.idleSince[v] = now;
            if (viewers.idleDue[v] == Viewers.NEVER) {
                closeIdleAt(v, now + keepAliveMicros);
            }
        }
    }

    private void closeIdleAt(int v, long due) {
        viewers.idleDue[v] = due;
        queue.push(due, Cell.IDLE, v, 0);
    }

    /** A connection may have idled long enough; if it was used since, it is looked at again when it will have. */
    void idle(int v, long now) {
        if (now != viewers.idleDue[v]) {
            return;
        }
        viewers.idleDue[v] = Viewers.NEVER;
        if (viewers.fromServer[v] == 0 && viewers.connected[v]) {
            long due = viewers.idleSince[v] + keepAliveMicros;
            if (due > now) {
                closeIdleAt(v, due);
            } else {
                disconnect(v, now);
            }
        }
    }

    /** Closes the viewer's connection, if it has one; the next in line gets it. */
    void disconnect(int v, long now) {
        if (viewers.connected[v]) {
            viewers.connected[v] = false;
            open--;
            serveLine(now);
        }
    }

    /** Books what left the port since the last call into the bin that ends at {@code now}. */
    void endRound(long now) {
        long sent = port.sentBytes(now);
        ledger.bins.add(ledger.bins.serverBytes(server), now - 1, sent - bookedInBins);
        bookedInBins = sent;
    }

    RoundOutput.Demand demand() {
        return new RoundOutput.Demand(
                port.wantedRate(), port.cappedRate(), port.sharedFlows(), open, line.size(), opened);
    }

    boolean constrained() {
        return port.constrained() || line.size() > 0 || (fills != null && fills.awaitsOthers());
    }
}
