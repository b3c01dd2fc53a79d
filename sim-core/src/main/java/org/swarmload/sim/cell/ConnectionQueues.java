package org.swarmload.sim.cell;

import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;

/**
 * Where downloaders ask ahead: each pair of members has one connection, which carries one piece after the other in the
 * order in which they were asked for. What has been asked for and not begun waits at its sender.
 */
final class ConnectionQueues {
    private final Viewers viewers;
    private final Transfers transfers;
    private final PeerUplinks uplinks;
    private final Downloads downloads;

    /** Bytes that wait at each member. */
    private final long[] waitingBytes;

    ConnectionQueues(Viewers viewers, Transfers transfers, PeerUplinks uplinks, Downloads downloads) {
        this.viewers = viewers;
        this.transfers = transfers;
        this.uplinks = uplinks;
        this.downloads = downloads;
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

    /** How long a member needs to send all that it has been asked for, microseconds. */
    long backlogMicros(int m, long now) {
        double bytes = waitingBytes[m];
        for (int t = uplinks.first(m); t != Transfers.NONE; t = transfers.nextOfSender(t)) {
            bytes += uplinks.bytesLeft(t, now);
        }
        return bytes == 0 ? 0 : (long) Math.min(9e15, bytes / uplinks.capacity(m));
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
        return 8L * waitingBytes.length;
    }
}
