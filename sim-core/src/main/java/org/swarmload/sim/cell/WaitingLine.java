package org.swarmload.sim.cell;

import java.util.function.IntToLongFunction;
import org.swarmload.sim.net.Transfers;

/** Transfers waiting at a server, first come first served; linked through the transfers themselves. */
final class WaitingLine {
    private final Transfers transfers;
    private final IntToLongFunction weightOf;
    private int head = Transfers.NONE;
    private int tail = Transfers.NONE;
    private long size;
    private long weight;

    /** @param weightOf what one transfer waits for; must not change while it waits */
    WaitingLine(Transfers transfers, IntToLongFunction weightOf) {
        this.transfers = transfers;
        this.weightOf = weightOf;
    }

    /** What all together wait for. */
    long weight() {
        return weight;
    }

    /** The first, or {@link Transfers#NONE}. */
    int first() {
        return head;
    }

    long size() {
        return size;
    }

    void add(int t) {
        transfers.setState(t, Transfers.WAITING);
        transfers.setNextOfSender(t, Transfers.NONE);
        if (tail == Transfers.NONE) {
            head = t;
        } else {
            transfers.setNextOfSender(tail, t);
        }
        tail = t;
        size++;
        weight += weightOf.applyAsLong(t);
    }

    /** Takes the first, or returns {@link Transfers#NONE}. */
    int poll() {
        int t = head;
        if (t != Transfers.NONE) {
            head = transfers.nextOfSender(t);
            if (head == Transfers.NONE) {
                tail = Transfers.NONE;
            }
            size--;
            weight -= weightOf.applyAsLong(t);
        }
        return t;
    }

    /** Takes the last, who came last. The line must not be empty. */
    int pollLast() {
        int t = tail;
        remove(t);
        return t;
    }

    /** Takes one out wherever it stands; false if it is not in the line. */
    boolean remove(int t) {
        int before = Transfers.NONE;
        for (int at = head; at != Transfers.NONE; at = transfers.nextOfSender(at)) {
            if (at == t) {
                int next = transfers.nextOfSender(t);
                if (before == Transfers.NONE) {
                    head = next;
                } else {
                    transfers.setNextOfSender(before, next);
                }
                if (tail == t) {
                    tail = before;
                }
                size--;
                weight -= weightOf.applyAsLong(t);
                return true;
            }
            before = at;
        }
        return false;
    }
}
