package org.swarmload.sim.cell;

import org.swarmload.sim.kernel.EventQueue;
import org.swarmload.sim.net.PeerUplinks;
import org.swarmload.sim.net.Transfers;

/**
 * Reads what the next events are going to need, some dozens of them at a time and one after the other: so their cache
 * misses overlap, where each event by itself would wait for its own. Changes nothing, and no result depends on it.
 */
final class Foresight {
    private static final int EVENTS = 32;

    private final EventQueue queue;
    private final Viewers viewers;
    private final Transfers transfers;
    private final PeerUplinks uplinks;
    private final Crowd crowd;

    /** Events that are still to be handled before it is worth looking again. */
    private int seen;

    /** Keeps what was read: what nobody could see, the compiler would not read. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    Foresight(EventQueue queue, Viewers viewers, Transfers transfers, PeerUplinks uplinks, Crowd crowd) {
        this.queue = queue;
        this.viewers = viewers;
        this.transfers = transfers;
        this.uplinks = uplinks;
        this.crowd = crowd;
    }

    /** An event is about to be handled. */
    void next() {
        if (--seen < 0) {
            seen = Math.min(EVENTS, queue.ahead());
            long sum = 0;
            for (int k = 0; k < seen; k++) {
                sum += first(queue.aheadKind(k), queue.aheadId(k));
            }
            for (int k = 0; k < seen; k++) {
                sum += second(queue.aheadKind(k), queue.aheadId(k));
            }
            for (int k = 0; k < seen; k++) {
                if (queue.aheadKind(k) == Cell.UPLINK) {
                    sum += third(queue.aheadId(k));
                }
            }
            touched += sum;
        }
    }

    /** What the event names. */
    private long first(int kind, int id) {
        return switch (kind) {
            case Cell.UPLINK -> uplinks.first(id);
            case Cell.ARRIVE -> transfers.touch(id);
            case Cell.WAKE, Cell.ANNOUNCE -> viewers.touch(id) + crowd.touch(id);
            default -> 0;
        };
    }

    /** What that names. */
    private long second(int kind, int id) {
        if (kind == Cell.UPLINK) {
            int t = uplinks.first(id);
            return viewers.touch(id) + (t == Transfers.NONE ? 0 : transfers.touch(t));
        }
        if (kind == Cell.ARRIVE && transfers.from(id) >= 0 && transfers.to(id) >= 0) {
            return uplinks.first(transfers.from(id)) + viewers.touch(transfers.to(id));
        }
        return 0;
    }

    /** Who receives what an uplink is about to have sent. */
    private long third(int peer) {
        int t = uplinks.first(peer);
        if (t == Transfers.NONE) {
            return 0;
        }
        int next = transfers.nextOfSender(t);
        int to = transfers.to(t);
        return viewers.touch(to) + crowd.touch(to) + (next == Transfers.NONE ? 0 : transfers.to(next));
    }
}
