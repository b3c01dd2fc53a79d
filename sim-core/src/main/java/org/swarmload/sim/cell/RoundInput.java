package org.swarmload.sim.cell;

/**
 * What a cell is told before it runs a round. Owned by the receiver: nobody else keeps or changes the arrays.
 *
 * @param fromMicros first instant of the round
 * @param toMicros first instant after it
 * @param admissions viewers let in by the door in this round, in order of time
 * @param grants one for each server
 * @param cacheUpdates pieces that arrived at edges, or failed to, in any cell in the last round
 * @param fillOrders pieces that this cell must fetch for edges because another cell asked
 */
public record RoundInput(
        long fromMicros,
        long toMicros,
        Admissions admissions,
        Grant[] grants,
        CacheEvents cacheUpdates,
        CacheEvents fillOrders) {

    /** Arrays of equal length: global viewer numbers, instants, presses and what happened before. */
    public record Admissions(int[] viewer, long[] atMicros, long[] pressMicros, int[] press, boolean[] refused) {
        public static final Admissions NONE =
                new Admissions(new int[0], new long[0], new long[0], new int[0], new boolean[0]);
    }

    /**
     * A cell's share of a server pool for a round.
     *
     * @param rate bytes per microsecond
     * @param connections open connections it may hold
     * @param queue connections that may wait: this cell's part of the pool's own queue
     * @param hopeful more that may wait for the next round: one for each connection that is free now but was granted to
     *     another cell, so that nobody is refused while the pool has room
     */
    public record Grant(double rate, long connections, long queue, long hopeful) {}

    /**
     * Arrays of equal length.
     *
     * @param freshUntil time until which the piece is fresh; {@link #FAILED} if its fetch failed; unused in orders
     */
    public record CacheEvents(int[] server, int[] slot, long[] freshUntil) {
        public static final long FAILED = -1;
        public static final CacheEvents NONE = new CacheEvents(new int[0], new int[0], new long[0]);

        public int size() {
            return server.length;
        }
    }
}
