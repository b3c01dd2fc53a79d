package org.swarmload.sim.kernel;

/**
 * A number of things that are there at once (viewers, calls, seeds), and what it was over time: its greatest value and
 * its integral, both from a given instant on. Whole numbers throughout, so that sums over cells are exact.
 */
public final class Level {
    private final long fromMicros;
    private long value;
    private long since;
    private long greatest;
    private long integral;

    /** @param fromMicros what was before this time counts neither for the integral nor for the greatest value */
    public Level(long fromMicros) {
        this.fromMicros = fromMicros;
        since = fromMicros;
    }

    public long value() {
        return value;
    }

    /**
     * Changes the level. At a time before the last change (one part of the model hears late of another) the integral is
     * exact all the same; the greatest value knows nothing of the time between.
     */
    public void add(long delta, long nowMicros) {
        if (nowMicros < since) {
            integral += delta * (since - Math.max(fromMicros, nowMicros));
        }
        if (nowMicros > since) {
            integral += value * (nowMicros - since);
            greatest = Math.max(greatest, value);
            since = nowMicros;
        }
        value += delta;
    }

    /** Units times microseconds from the given instant to {@code nowMicros}. */
    public long integral(long nowMicros) {
        return integral + value * Math.max(0, nowMicros - since);
    }

    /** The greatest value that held for any length of time, until {@code nowMicros}. */
    public long greatest(long nowMicros) {
        return nowMicros > since ? Math.max(greatest, value) : greatest;
    }

    /** The instant from which it counts. */
    public long fromMicros() {
        return fromMicros;
    }
}
