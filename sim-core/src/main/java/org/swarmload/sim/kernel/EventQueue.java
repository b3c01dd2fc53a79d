package org.swarmload.sim.kernel;

import java.util.Arrays;

/**
 * Events in the total order (time, kind, id, aux): the smallest first, and nothing else decides. Two events with the
 * same four numbers are the same event.
 *
 * <p>Two levels: a ring of fine buckets of {@value #BUCKET_MICROS} µs filled unordered and sorted by bins when a bucket
 * becomes current, and a ring of coarse buckets (67 s) that are scattered into fine ones when their time comes. Events pushed
 * into the current bucket go to a small heap beside the sorted run. About one sort step per event and no cache miss per
 * comparison; memory is chunks of 16 longs from one pool, and a long for each event, two for some that are far off.
 *
 * <p>An event must not be pushed before the time of the last popped one, nor before a time up to which {@link #popBefore}
 * has looked in vain. Kinds below 16, ids and aux below 2^22.
 */
public final class EventQueue {
    public static final int KIND_LIMIT = 16;
    public static final int ID_LIMIT = 1 << 22;
    public static final int AUX_LIMIT = 1 << 22;

    private static final int TIME_BITS = 15;
    private static final int BUCKET_MICROS = 1 << TIME_BITS;
    private static final int KEY_BITS = 48;
    private static final long KEY_MASK = (1L << KEY_BITS) - 1;
    private static final int FINE_BITS = 11;
    private static final int FINE = 1 << FINE_BITS;
    private static final int COARSE = 256;
    private static final int EPOCH_BITS = TIME_BITS + FINE_BITS;

    /** An event of a coarse bucket is one long where its aux has no more bits: the time in the bucket, kind and id, aux. */
    private static final int SHORT_AUX_BITS = 11;

    private static final int AUX_BITS = 22;
    private static final int KIND_ID_BITS = KEY_BITS - AUX_BITS;

    /** Below so many events of a bucket, and above so many of one bin, bins do not pay. */
    private static final int FEW = 32;

    private static final int CROWDED = 16;

    private final ChunkPool pool = new ChunkPool();
    private final ChunkPool.Lists fine = pool.lists(FINE);
    private final ChunkPool.Lists coarse = pool.lists(COARSE);

    private long current;
    private long[] run = new long[64];
    /** While a run is sorted: where it goes, and where bins end in it. */
    private long[] sorted = new long[64];

    private int[] binEnds = new int[64];
    private int runPosition;
    private int runEnd;
    private long[] heap = new long[64];
    private int heapSize;

    private long size;
    private long now;
    private long key;

    /** Adds an event. */
    public void push(long timeMicros, int kind, int id, int aux) {
        if (timeMicros < Math.max(now, current << TIME_BITS)) {
            throw new IllegalStateException("Event at " + timeMicros + " µs is in the past of " + now + " µs (kind "
                    + kind + ", id " + id + ").");
        }
        if ((id | aux) >>> 22 != 0 || kind >>> 4 != 0) {
            throw new IllegalStateException("Event of kind " + kind + " with id " + id + " and aux " + aux
                    + " does not fit its key: ids and aux are below " + ID_LIMIT + ".\nMaybe more cells.");
        }
        size++;
        file(timeMicros, ((long) kind << 44) | ((long) id << 22) | aux);
    }

    private void file(long time, long low) {
        long bucket = time >> TIME_BITS;
        if (bucket <= current) {
            heapPush(((time - (current << TIME_BITS)) << KEY_BITS) | low);
        } else if (bucket < current + FINE) {
            fine.add((int) bucket & (FINE - 1), ((time & (BUCKET_MICROS - 1)) << KEY_BITS) | low);
        } else {
            fileFar(time, low);
        }
    }

    /** Two longs, of which the first is negative, for what one has no room for. */
    private void fileFar(long time, long low) {
        long epoch = Math.min(time >> EPOCH_BITS, (current >> FINE_BITS) + COARSE - 1);
        int slot = (int) epoch & (COARSE - 1);
        long within = time - (epoch << EPOCH_BITS);
        long aux = low & (AUX_LIMIT - 1);
        if (within >>> EPOCH_BITS == 0 && aux >>> SHORT_AUX_BITS == 0) {
            coarse.add(slot, (within << KIND_ID_BITS | low >>> AUX_BITS) << SHORT_AUX_BITS | aux);
        } else {
            coarse.add(slot, ~time);
            coarse.add(slot, low);
        }
    }

    /** Takes the next event if it is before the limit; then {@link #time}, {@link #kind} … tell which it is. */
    public boolean popBefore(long limitMicros) {
        while (true) {
            if (runPosition < runEnd || heapSize > 0) {
                boolean fromRun = heapSize == 0 || (runPosition < runEnd && run[runPosition] <= heap[0]);
                long head = fromRun ? run[runPosition] : heap[0];
                long time = (current << TIME_BITS) + (head >>> KEY_BITS);
                if (time >= limitMicros) {
                    return false;
                }
                if (fromRun) {
                    runPosition++;
                } else {
                    heapPop();
                }
                now = time;
                key = head & KEY_MASK;
                size--;
                return true;
            }
            if (current >= (limitMicros - 1) >> TIME_BITS) {
                return false;
            }
            nextBucket();
        }
    }

    private void nextBucket() {
        current++;
        if ((current & (FINE - 1)) == 0) {
            scatter((int) (current >> FINE_BITS) & (COARSE - 1));
        }
        int slot = (int) current & (FINE - 1);
        int count = fine.count(slot);
        runPosition = 0;
        runEnd = count;
        if (count > 0) {
            if (run.length < count) {
                run = new long[Math.max(count, 2 * run.length)];
            }
            fine.drain(slot, run);
            sort(count);
        }
    }

    /** Sorts the run. Times are about evenly spread as a rule: then an event has a bin of time nearly for itself. */
    private void sort(int count) {
        int bits = Math.min(TIME_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(count));
        int shift = KEY_BITS + TIME_BITS - bits;
        if (count < FEW || mostInBin(count, 1 << bits, shift) > CROWDED) {
            Arrays.sort(run, 0, count);
            return;
        }
        fillBins(count, 1 << bits, shift);
        for (int i = 1; i < count; i++) {
            long value = run[i];
            int hole = i;
            while (hole > 0 && run[hole - 1] > value) {
                run[hole] = run[--hole];
            }
            run[hole] = value;
        }
    }

    /** Counts the events of each bin. */
    private int mostInBin(int count, int bins, int shift) {
        if (binEnds.length < bins) {
            binEnds = new int[bins];
        }
        Arrays.fill(binEnds, 0, bins, 0);
        int most = 0;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, ++binEnds[(int) (run[i] >>> shift)]);
        }
        return most;
    }

    /** Brings the run into the order of bins. */
    private void fillBins(int count, int bins, int shift) {
        for (int bin = 1; bin < bins; bin++) {
            binEnds[bin] += binEnds[bin - 1];
        }
        if (sorted.length < run.length) {
            sorted = new long[run.length];
        }
        for (int i = 0; i < count; i++) {
            sorted[--binEnds[(int) (run[i] >>> shift)]] = run[i];
        }
        long[] unsorted = run;
        run = sorted;
        sorted = unsorted;
    }

    private void scatter(int slot) {
        int count = coarse.count(slot);
        if (count == 0) {
            return;
        }
        long epochBegan = current << TIME_BITS;
        long[] moved = new long[count];
        coarse.drain(slot, moved);
        for (int i = 0; i < count; i++) {
            long first = moved[i];
            if (first < 0) {
                file(~first, moved[++i]);
            } else {
                long low = first >>> SHORT_AUX_BITS << AUX_BITS | first & (1L << SHORT_AUX_BITS) - 1;
                file(epochBegan + (first >>> SHORT_AUX_BITS + KIND_ID_BITS), low & KEY_MASK);
            }
        }
    }

    /** How many of the next events are known and in order; others may still come in between. */
    public int ahead() {
        return runEnd - runPosition;
    }

    /** Kind of the k-th of them. */
    public int aheadKind(int k) {
        return (int) (run[runPosition + k] >>> 44) & 15;
    }

    /** Id of the k-th of them. */
    public int aheadId(int k) {
        return (int) (run[runPosition + k] >>> 22) & (ID_LIMIT - 1);
    }

    /** Time of the last popped event. */
    public long time() {
        return now;
    }

    public int kind() {
        return (int) (key >>> 44);
    }

    public int id() {
        return (int) (key >>> 22) & (ID_LIMIT - 1);
    }

    public int aux() {
        return (int) key & (AUX_LIMIT - 1);
    }

    /** Kind, id and aux of the last popped event in one number, for digests. */
    public long key() {
        return key;
    }

    /** Events not yet popped, stale ones included. */
    public long size() {
        return size;
    }

    /** Bytes of memory held. */
    public long stateBytes() {
        return pool.stateBytes() + 8L * (run.length + sorted.length + heap.length) + 4L * binEnds.length;
    }

    private void heapPush(long value) {
        if (heapSize == heap.length) {
            heap = Arrays.copyOf(heap, 2 * heapSize);
        }
        int i = heapSize++;
        while (i > 0) {
            int parent = (i - 1) >> 1;
            if (heap[parent] <= value) {
                break;
            }
            heap[i] = heap[parent];
            i = parent;
        }
        heap[i] = value;
    }

    private void heapPop() {
        long value = heap[--heapSize];
        int i = 0;
        while (true) {
            int child = 2 * i + 1;
            if (child >= heapSize) {
                break;
            }
            if (child + 1 < heapSize && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= value) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = value;
    }
}
