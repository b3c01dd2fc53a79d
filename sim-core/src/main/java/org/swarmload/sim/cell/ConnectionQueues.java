package org.swarmload.sim.cell;

import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;

/**
 * Where downloaders ask ahead: each pair of members has one connection, which carries one piece after the other in the
 * order in which they were asked for. What has been asked for and not begun waits at its sender. Where lines have a queue,
 * messages wait too, and {@link ConnectionWindows} share the line.
 */
final class ConnectionQueues implements ConnectionWindows.Lines {
    private final Viewers viewers;
    private final Transfers transfers;
    private final PeerUplinks uplinks;
    private final Downloads downloads;
    private final long lineQueueMicros;
    /** Null where lines have no queue. */
    private final ConnectionWindows windows;

    /** Bytes that wait at each member. */
    private final long[] waitingBytes;

    /** @param lineQueueMicros how much an uplink holds back of what it is to send, as the time that it takes to send it */
    ConnectionQueues(
            Viewers viewers,
            Transfers transfers,
            PeerUplinks uplinks,
            Downloads downloads,
            EventQueue queue,
            long lineQueueMicros) {
        this.viewers = viewers;
        this.transfers = transfers;
        this.uplinks = uplinks;
        this.downloads = downloads;
        this.lineQueueMicros = lineQueueMicros;
        windows = lineQueueMicros == 0 ? null : new ConnectionWindows(transfers, uplinks, this, queue, viewers.members);
        waitingBytes = new long[viewers.members];
    }

    /** The transfer of a piece from one member to another, asked for or running, or {@link Transfers#NONE}. */
    int find(int v, int from, int piece) {
        int t = viewers.incoming(v);
        while (t != Transfers.NONE && (transfers.from(t) != from || transfers.piece(t) != piece)) {
            t = transfers.nextOfReceiver(t);
        }
        return t;
    }

    /** The transfer that a connection carries now, or {@link Transfers#NONE}. */
    int running(int v, int from) {
        int t = viewers.incoming(v);
        while (t != Transfers.NONE && (transfers.from(t) != from || transfers.state(t) != Transfers.ACTIVE)) {
            t = transfers.nextOfReceiver(t);
        }
        return t;
    }

    /** A request arrives: it waits if its connection carries something. */
    boolean waits(int t) {
        if (running(transfers.to(t), transfers.from(t)) == Transfers.NONE) {
            return false;
        }
        transfers.setState(t, Transfers.WAITING);
        waitingBytes[transfers.from(t)] += transfers.size(t);
        return true;
    }

    /** A transfer that waits does so no more. */
    void leavesLine(int t) {
        waitingBytes[transfers.from(t)] -= transfers.size(t);
    }

    /** The connection has carried a piece: the oldest one that waits follows. The list of a receiver begins with the youngest. */
    void follow(int v, int from, long now) {
        int oldest = Transfers.NONE;
        for (int t = viewers.incoming(v); t != Transfers.NONE; t = transfers.nextOfReceiver(t)) {
            if (transfers.from(t) == from && transfers.state(t) == Transfers.WAITING) {
                oldest = t;
            }
        }
        if (oldest != Transfers.NONE) {
            leavesLine(oldest);
            downloads.flow(oldest, now);
        }
    }

    /** Ends all that a member sends to a downloader, or is to send. */
    void abort(int v, int from, long now) {
        int t = viewers.incoming(v);
        while (t != Transfers.NONE) {
            int next = transfers.nextOfReceiver(t);
            if (transfers.from(t) == from) {
                downloads.abort(t, now);
            }
            t = next;
        }
    }

    /** Something has begun to flow from a member, or its uplink is another from now on. */
    void changes(int sender, long now) {
        if (windows != null) {
            windows.reckon(sender, now);
        }
    }

    /** Windows of a member's connections have grown, unless the event is stale. */
    void grow(int sender, long now) {
        if (windows.fires(sender, now)) {
            downloads.scheduleUplink(sender, now);
        }
    }

    /** Two members have lost each other. */
    void disconnect(int one, int other) {
        if (windows != null) {
            windows.end(one, other);
        }
    }

    /** Whether messages wait for what is sent. */
    boolean messagesWait() {
        return windows != null;
    }

    @Override
    public long tripMicros(int member, int other) {
        return downloads.tripMicros(member, other);
    }

    @Override
    public double queueMicros(int m, long now) {
        double bytes = waitingBytes[m];
        for (int t = uplinks.first(m); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            bytes += uplinks.bytesLeft(t, now);
        }
        return bytes == 0 ? 0 : Math.min(lineQueueMicros, bytes / uplinks.capacity(m));
    }

    /**
     * How long what a member says to another waits before its trip: behind what the line holds back, and behind what the
     * same connection is to carry; one stream of bytes has no other order. Reckoned by the rates of the moment, of a
     * connection that has just begun by the one that it grows to.
     */
    long waitMicros(int from, int to, long now) {
        if (!messagesWait()) {
            return 0;
        }
        int running = running(to, from);
        double behind = running == Transfers.NONE ? 0 : streamMicros(running, now);
        return (long) Math.max(behind, queueMicros(from, now));
    }

    /** The mean of such times over so many downloaders, at least one, among which are all that the member sends something to. */
    long meanWaitMicros(int from, int hearers, long now) {
        double line = queueMicros(from, now);
        double more = 0;
        for (int t = uplinks.first(from); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            boolean hears = viewers.state(transfers.to(t)) == Viewers.STARTING;
            more += hears ? Math.max(0, streamMicros(t, now) - line) : 0;
        }
        return (long) Math.min(9e15, line + more / hearers);
    }

    /** How long it takes until all that the connection of a running transfer is to carry has left; 0 if nothing flows. */
    private double streamMicros(int t, long now) {
        double rate = windows.grownRate(t);
        double bytes = uplinks.bytesLeft(t, now);
        for (int w = viewers.incoming(transfers.to(t)); w != Transfers.NONE; w = transfers.nextOfReceiver(w)) {
            boolean same = transfers.from(w) == transfers.from(t) && transfers.state(w) == Transfers.WAITING;
            bytes += same ? transfers.size(w) : 0;
        }
        return rate > 0 ? Math.min(9e15, bytes / rate) : 0;
    }

    /** When the last whole block of a running transfer came, if its rate was what it is now; 0 if none has. */
    long lastBlockMicros(int t, long blockBytes, long now) {
        double sent = transfers.size(t) - uplinks.bytesLeft(t, now);
        double rate = uplinks.rate(t);
        return sent < blockBytes || rate <= 0 ? 0 : now - (long) (sent % blockBytes / rate);
    }

    int piece(int t) {
        return transfers.piece(t);
    }

    long stateBytes() {
        return 8L * waitingBytes.length + (windows == null ? 0 : windows.stateBytes());
    }
}
