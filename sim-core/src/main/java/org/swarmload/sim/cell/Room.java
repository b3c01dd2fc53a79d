package org.swarmload.sim.cell;

import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.kernel.Level;

/**
 * Who is let in at one server pool in one cell. Room is open connections, of which a viewer has at most one and which
 * close when they have idled for the keep-alive time; or bits per second, which a session takes until it ends.
 */
final class Room {
    static final long BPS_PER_UNIT = 1_000;

    private final CellPlan plan;
    private final Viewers viewers;
    private final EventQueue queue;
    private final boolean reserves;
    private final long keepAliveMicros;
    private long granted;
    private long places;
    private long hopeful;
    private long taken;
    /** Of {@link #taken} in whole units: connections, or kbit/s. */
    private final Level level = new Level(0);

    Room(CellPlan plan, int server, Viewers viewers, EventQueue queue) {
        this.plan = plan;
        this.viewers = viewers;
        this.queue = queue;
        reserves = plan.reserves(server);
        keepAliveMicros = plan.servers[server].keepAliveMicros();
    }

    /** What the pool lets this cell have; what is taken beyond it stays until it is given back. */
    void grant(RoundInput.Grant grant) {
        granted = grant.room();
        places = grant.queue();
        hopeful = grant.hopeful();
    }

    /** Lets nobody in until the next grant. */
    void close() {
        granted = 0;
    }

    long taken() {
        return taken;
    }

    /** Room that a viewer takes. */
    long need(int v) {
        return reserves ? plan.renditionBps[viewers.topRendition(v)] : 1;
    }

    /** What is granted and not taken. */
    long left() {
        return Math.max(0, granted - taken);
    }

    boolean fits(int v) {
        return need(v) <= left();
    }

    /** Whether a viewer may wait: a place in this cell's line, or the hope that there is room which another cell has now. */
    boolean mayWait(int v, WaitingLine line) {
        if (reserves) {
            return line.size() < places || line.weight() + need(v) <= left() + hopeful;
        }
        return line.size() < places + hopeful;
    }

    void enter(int v, long now) {
        viewers.setConnected(v, true);
        take(need(v), now);
    }

    private void take(long more, long now) {
        taken += more;
        level.add(units(more), now);
    }

    /** Connections as they are; reserved rates in kbit/s, or their time integrals would not fit a long. */
    private long units(long amount) {
        return reserves ? amount / BPS_PER_UNIT : amount;
    }

    /** Room taken times microseconds since the beginning of the run: of connections, or of kbit/s. */
    long takenMicros(long now) {
        return level.integral(now);
    }

    /** Gives back what the viewer has; false if it has nothing. */
    boolean leave(int v, long now) {
        if (!viewers.connected(v)) {
            return false;
        }
        viewers.setConnected(v, false);
        take(-need(v), now);
        return true;
    }

    /** One request of the viewer is over; without another the connection begins to idle. */
    void requestEnded(int v, long now) {
        if (!reserves && viewers.fromServer(v) == 0 && viewers.connected(v)) {
            if (viewers.idleDue(v) == Viewers.NEVER) {
                lookAfter(v, now);
            } else {
                viewers.setIdleSince(v, now);
            }
        }
    }

    private void lookAfter(int v, long idleSince) {
        long due = idleSince + keepAliveMicros;
        viewers.setIdleDue(v, due);
        viewers.setIdleSince(v, idleSince);
        queue.push(due, Cell.IDLE, v, 0);
    }

    /** Whether a connection has idled long enough; if it was used since, it is looked at again when it will have. */
    boolean idledOut(int v, long now) {
        if (now != viewers.idleDue(v)) {
            return false;
        }
        long since = viewers.idleSince(v);
        viewers.setIdleDue(v, Viewers.NEVER);
        if (viewers.fromServer(v) == 0 && viewers.connected(v)) {
            if (since + keepAliveMicros <= now) {
                return true;
            }
            lookAfter(v, since);
        }
        return false;
    }
}
