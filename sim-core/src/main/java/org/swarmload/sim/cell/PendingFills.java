package org.swarmload.sim.cell;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.swarmload.sim.kernel.IntMap;
import org.swarmload.sim.net.Transfers;

/**
 * Fills of one cache that are under way, and the requests that wait for each. A slot has one fill at a time, or several
 * where requests do not wait for those of others. A fill that another cell makes has no transfer here, but a time at which
 * it is expected.
 */
final class PendingFills {
    static final int NONE = -1;

    /** A time that is not expected. */
    static final long NEVER = Long.MAX_VALUE;

    private final Transfers transfers;
    /** Newest fill of a slot; older ones are linked by {@code next}, which also links free rows. */
    private final IntMap newest = new IntMap();

    private int[] slot = new int[16];
    private int[] fetch = new int[16];
    private long[] began = new long[16];
    private long[] expected = new long[16];
    private int[] waiting = new int[16];
    private int[] next = new int[16];
    private int used;
    private int free = NONE;

    PendingFills(Transfers transfers) {
        this.transfers = transfers;
    }

    /** The newest fill of the slot, or {@link #NONE}. */
    int of(int slotNumber) {
        return newest.get(slotNumber);
    }

    /** A new fill without a transfer and without anybody who waits. */
    int begin(int slotNumber, long now) {
        int row = free;
        if (row != NONE) {
            free = next[row];
        } else {
            if (used == slot.length) {
                grow(2 * used);
            }
            row = used++;
        }
        slot[row] = slotNumber;
        fetch[row] = Transfers.NONE;
        began[row] = now;
        expected[row] = NEVER;
        waiting[row] = Transfers.NONE;
        next[row] = newest.get(slotNumber);
        newest.put(slotNumber, row);
        return row;
    }

    private void grow(int capacity) {
        slot = Arrays.copyOf(slot, capacity);
        fetch = Arrays.copyOf(fetch, capacity);
        began = Arrays.copyOf(began, capacity);
        expected = Arrays.copyOf(expected, capacity);
        waiting = Arrays.copyOf(waiting, capacity);
        next = Arrays.copyOf(next, capacity);
    }

    void setFetch(int row, int t) {
        fetch[row] = t;
    }

    /** Another cell makes the fill, and it is expected at that time. */
    void expect(int row, long due) {
        expected[row] = due;
    }

    /** When a fill by another cell is expected, or {@link #NEVER}. */
    long expected(int row) {
        return expected[row];
    }

    int slot(int row) {
        return slot[row];
    }

    /** When the first request for it came. */
    long began(int row) {
        return began[row];
    }

    /** The fill that a transfer makes. */
    int madeBy(int t, int slotNumber) {
        int row = newest.get(slotNumber);
        while (fetch[row] != t) {
            row = next[row];
        }
        return row;
    }

    /** Lets a request wait for the fill. */
    void await(int row, int t) {
        transfers.setState(t, Transfers.WAITING);
        transfers.setNextOfSender(t, waiting[row]);
        waiting[row] = t;
    }

    /** Ends a fill. Returns the first of those who waited; the others follow by {@link Transfers#nextOfSender}. */
    int end(int row) {
        int before = newest.get(slot[row]);
        if (before != row) {
            while (next[before] != row) {
                before = next[before];
            }
            next[before] = next[row];
        } else if (next[row] != NONE) {
            newest.put(slot[row], next[row]);
        } else {
            newest.remove(slot[row]);
        }
        next[row] = free;
        free = row;
        fetch[row] = Transfers.NONE;
        expected[row] = NEVER;
        return waiting[row];
    }

    /** Takes a waiting request out; false if it does not wait for the slot. */
    boolean forget(int t, int slotNumber) {
        for (int row = newest.get(slotNumber); row != NONE; row = next[row]) {
            int before = Transfers.NONE;
            for (int at = waiting[row]; at != Transfers.NONE; at = transfers.nextOfSender(at)) {
                if (at == t) {
                    if (before == Transfers.NONE) {
                        waiting[row] = transfers.nextOfSender(t);
                    } else {
                        transfers.setNextOfSender(before, transfers.nextOfSender(t));
                    }
                    return true;
                }
                before = at;
            }
        }
        return false;
    }

    /** Whether a request waits for a fill of the slot. */
    boolean isWaiting(int t, int slotNumber) {
        for (int row = newest.get(slotNumber); row != NONE; row = next[row]) {
            for (int at = waiting[row]; at != Transfers.NONE; at = transfers.nextOfSender(at)) {
                if (at == t) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Transfers of all fills under way, in the order of slots. */
    int[] fetches() {
        return bySlot(row -> fetch[row] != Transfers.NONE, row -> fetch[row]);
    }

    /** Rows of fills that are expected from other cells, in the order of slots. */
    int[] expectedRows() {
        return bySlot(row -> expected[row] != NEVER, row -> row);
    }

    private int[] bySlot(IntPredicate wanted, IntUnaryOperator what) {
        return IntStream.range(0, used)
                .filter(wanted)
                .mapToLong(row -> (long) slot[row] << 32 | what.applyAsInt(row))
                .sorted()
                .mapToInt(found -> (int) found)
                .toArray();
    }

    long stateBytes() {
        return slot.length * 32L + newest.stateBytes();
    }
}
