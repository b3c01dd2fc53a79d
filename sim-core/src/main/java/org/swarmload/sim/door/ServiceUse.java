package org.swarmload.sim.door;

import java.util.Arrays;
import org.swarmload.sim.kernel.Level;

/** How much of one service was used, bin by bin of 10 s, and whom it turned away for want of what. */
public final class ServiceUse {
    /** Servers at work, and places of limited sessions that are taken. */
    final Level busy = new Level(0);

    final Level places = new Level(0);

    private long busyBefore;
    private long placesBefore;
    private long[] busyMicros = new long[64];
    private long[] placeMicros = new long[64];
    private int[] refused = new int[64];
    private int[] refusedForPlaces = new int[64];
    private int ended;

    /** A call is answered 503. */
    void refuse(boolean wantsPlace, long atMicros) {
        int bin = Math.toIntExact(atMicros / DoorFacts.BIN_MICROS);
        reach(bin);
        (wantsPlace ? refusedForPlaces : refused)[bin]++;
    }

    /** Bins end in their order. */
    void endBin(int bin) {
        reach(bin);
        long end = (bin + 1) * DoorFacts.BIN_MICROS;
        busyMicros[bin] = busy.integral(end) - busyBefore;
        placeMicros[bin] = places.integral(end) - placesBefore;
        busyBefore += busyMicros[bin];
        placesBefore += placeMicros[bin];
        ended = bin + 1;
    }

    private void reach(int bin) {
        if (bin >= refused.length) {
            int length = Math.max(bin + 1, 2 * refused.length);
            busyMicros = Arrays.copyOf(busyMicros, length);
            placeMicros = Arrays.copyOf(placeMicros, length);
            refused = Arrays.copyOf(refused, length);
            refusedForPlaces = Arrays.copyOf(refusedForPlaces, length);
        }
    }

    /** Time that servers worked in the bin, all servers together; 0 for a bin that has not ended. */
    public long busyMicros(int bin) {
        return bin < ended ? busyMicros[bin] : 0;
    }

    /** Time that places were taken in the bin, all places together; 0 for a bin that has not ended. */
    public long placeMicros(int bin) {
        return bin < ended ? placeMicros[bin] : 0;
    }

    /** Calls answered 503 in the bin because servers and queue had no room. */
    public int refused(int bin) {
        return bin < refused.length ? refused[bin] : 0;
    }

    /** Calls answered 503 in the bin because no place was free. */
    public int refusedForPlaces(int bin) {
        return bin < refused.length ? refusedForPlaces[bin] : 0;
    }
}
