package org.swarmload.sim.actors;

import org.swarmload.sim.result.EngineFacts.WallTime;

/**
 * Measures on the wall how long a run takes, and for how much of that its cells are at work. The only place of the
 * simulator that reads the machine's clock; nothing but {@link WallTime} ever hears of it. A conductor's own.
 */
final class Stopwatch {
    private final long began = System.nanoTime();
    private long cellsBegan;
    private long cellNanos;

    /** Work is handed to the cells. */
    void cellsBegin() {
        cellsBegan = System.nanoTime();
    }

    /** The last cell has answered. */
    void cellsEnd() {
        cellNanos += System.nanoTime() - cellsBegan;
    }

    WallTime read() {
        long nanos = System.nanoTime() - began;
        return new WallTime(nanos, nanos - cellNanos);
    }
}
