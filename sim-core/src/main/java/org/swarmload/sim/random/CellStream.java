package org.swarmload.sim.random;

/**
 * The random numbers that the course of one cell's simulation uses (picks, neighbour lists): the numbers
 * 0, 1, 2 … of a {@link CounterRandom} stream. Which of them serves which choice depends on the course of events, so
 * nothing that should be equal in two deliveries may be drawn here.
 */
public final class CellStream {
    private final long start;
    private long counter;

    public CellStream(long seed, int replication, int cell) {
        start = CounterRandom.stream(CounterRandom.key(seed, replication), cell, Purpose.CELL_STREAM);
    }

    public long nextLong() {
        return CounterRandom.draw(start, counter++);
    }

    /** A double in the open interval (0, 1). */
    public double nextDouble() {
        return CounterRandom.toUnit(nextLong());
    }

    /** A number in [0, bound); bound is positive. The bias is below bound / 2^32. */
    public int nextInt(int bound) {
        return CounterRandom.toInt(nextLong(), bound);
    }
}
