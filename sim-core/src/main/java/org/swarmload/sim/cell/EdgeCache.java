package org.swarmload.sim.cell;

import java.util.Arrays;
import org.swarmload.sim.kernel.IntMap;

/**
 * What a cache holds, as one cell knows it: slots (a piece in a rendition) with the time until which they are fresh.
 * Slots that this cell keeps itself count against its part of the size, in the order of their last use; what other cells
 * keep is noted only. Memory grows with what is held, not with what there is.
 */
final class EdgeCache {
    static final int NOTHING = -1;

    private static final long ABSENT = -1;

    private final long sizeBytes;
    private final IntMap index = new IntMap();
    private int[] slotOf = new int[16];
    private long[] freshUntil = new long[16];
    private long[] usedAt = new long[16];
    /** 0 for what another cell keeps. */
    private long[] bytes = new long[16];
    /** Of what this cell keeps: the neighbours in the order of use. Free entries are linked by {@code older}. */
    private int[] newer = new int[16];

    private int[] older = new int[16];
    private int newest = NOTHING;
    private int oldest = NOTHING;
    private int used;
    private int free = NOTHING;
    private long held;

    /** @param sizeBytes most that this cell keeps */
    EdgeCache(long sizeBytes) {
        this.sizeBytes = sizeBytes;
    }

    boolean fresh(int slot, long now) {
        return freshUntil(slot) > now;
    }

    /** Time until which the slot is fresh; negative when it is not held. */
    long freshUntil(int slot) {
        int e = index.get(slot);
        return e == NOTHING ? ABSENT : freshUntil[e];
    }

    /** The slot was asked for: it goes to the front. Returns the time of its last use before. */
    long use(int slot, long now) {
        int e = index.get(slot);
        if (e == NOTHING) {
            return ABSENT;
        }
        if (bytes[e] > 0) {
            unlink(e);
            linkFirst(e);
        }
        long before = usedAt[e];
        usedAt[e] = now;
        return before;
    }

    /** Whether this cell's part of the cache is large enough for a piece of that size, alone. */
    boolean fits(long size) {
        return size <= sizeBytes;
    }

    /** Keeps the slot, at the front; it must fit, or it drives out all others before it goes itself. */
    void keep(int slot, long size, long until, long now) {
        int e = entry(slot);
        if (bytes[e] > 0) {
            unlink(e);
            held -= bytes[e];
        }
        bytes[e] = Math.max(1, size);
        held += bytes[e];
        linkFirst(e);
        freshUntil[e] = until;
        usedAt[e] = now;
    }

    /** Another cell keeps the slot. */
    void note(int slot, long until) {
        int e = entry(slot);
        freshUntil[e] = until;
    }

    /** Takes the least recently used slot out if more is kept than there is room for; {@link #NOTHING} if all fits in. */
    int evict() {
        if (held <= sizeBytes) {
            return NOTHING;
        }
        int slot = slotOf[oldest];
        drop(slot);
        return slot;
    }

    /** Forgets the slot. */
    void drop(int slot) {
        int e = index.get(slot);
        if (e == NOTHING) {
            return;
        }
        if (bytes[e] > 0) {
            unlink(e);
            held -= bytes[e];
        }
        index.remove(slot);
        older[e] = free;
        free = e;
    }

    private int entry(int slot) {
        int e = index.get(slot);
        if (e != NOTHING) {
            return e;
        }
        if (free != NOTHING) {
            e = free;
            free = older[e];
        } else {
            if (used == slotOf.length) {
                grow(2 * used);
            }
            e = used++;
        }
        slotOf[e] = slot;
        bytes[e] = 0;
        usedAt[e] = ABSENT;
        index.put(slot, e);
        return e;
    }

    private void grow(int capacity) {
        slotOf = Arrays.copyOf(slotOf, capacity);
        freshUntil = Arrays.copyOf(freshUntil, capacity);
        usedAt = Arrays.copyOf(usedAt, capacity);
        bytes = Arrays.copyOf(bytes, capacity);
        newer = Arrays.copyOf(newer, capacity);
        older = Arrays.copyOf(older, capacity);
    }

    private void linkFirst(int e) {
        newer[e] = NOTHING;
        older[e] = newest;
        if (newest == NOTHING) {
            oldest = e;
        } else {
            newer[newest] = e;
        }
        newest = e;
    }

    private void unlink(int e) {
        if (newer[e] == NOTHING) {
            newest = older[e];
        } else {
            older[newer[e]] = older[e];
        }
        if (older[e] == NOTHING) {
            oldest = newer[e];
        } else {
            newer[older[e]] = newer[e];
        }
    }

    long stateBytes() {
        return slotOf.length * 36L + index.stateBytes();
    }
}
