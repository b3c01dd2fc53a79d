package org.swarmload.sim.door;

import org.swarmload.sim.kernel.Level;

/** How many there were at once at the door, over the time from the end of the warm-up. */
public final class DoorLevels {
    /** Viewers at the door or at its error page. */
    public final Level waiting;
    /** Those of them who wait for a retry or a reload after an error. */
    public final Level retrying;
    /** Calls that wait in line, at all services. */
    public final Level queued;
    /** Servers at work, of all services. */
    public final Level busy;
    /** Places of limited sessions that are taken, at all services. */
    public final Level sessions;

    DoorLevels(long warmupMicros) {
        waiting = new Level(warmupMicros);
        retrying = new Level(warmupMicros);
        queued = new Level(warmupMicros);
        busy = new Level(warmupMicros);
        sessions = new Level(warmupMicros);
    }
}
