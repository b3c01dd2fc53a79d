package org.swarmload.sim.cell;

/** How long a peer that knows too few others waits until it asks the tracker again; our assumption. */
final class TrackerPause {
    private static final long REANNOUNCE_MICROS = 30_000_000;

    /** Who knows nobody is more eager. */
    private static final long LONELY_MICROS = 5_000_000;

    private TrackerPause() {}

    /** Microseconds from the last time, for a peer that knows so many. */
    static long micros(int known) {
        return known == 0 ? LONELY_MICROS : REANNOUNCE_MICROS;
    }
}
