package org.swarmload.sim.cell;

/**
 * What a cell is told before it runs a round. Owned by the receiver: nobody else keeps or changes the arrays.
 *
 * @param fromMicros first instant of the round
 * @param toMicros first instant after it
 * @param admissions viewers let in by the door in this round, in order of time
 * @param grants one for each server
 * @param cacheUpdates what homes of cached pieces did with them in the last round
 * @param cacheOrders what other cells tell this one, the home of these pieces
 */
public record RoundInput(
        long fromMicros,
        long toMicros,
        Admissions admissions,
        Grant[] grants,
        CacheEvents cacheUpdates,
        CacheEvents cacheOrders) {

    /** Arrays of equal length: global viewer numbers, instants, presses and what happened before. */
    public record Admissions(int[] viewer, long[] atMicros, long[] pressMicros, int[] press, boolean[] refused) {
        public static final Admissions NONE =
                new Admissions(new int[0], new long[0], new long[0], new int[0], new boolean[0]);
    }

    /**
     * A cell's share of a server pool for a round.
     *
     * @param rate bytes per microsecond
     * @param room open connections it may hold, or bits per second that its sessions may reserve
     * @param queue requests that may wait: this cell's part of the pool's own queue
     * @param hopeful room for which more may wait for the next round: what is free now but was granted to another cell,
     *     so that nobody is refused while the pool has room
     * @param spare what new flows would get of the whole pool
     */
    public record Grant(double rate, long room, long queue, long hopeful, Spare spare) {}

    /**
     * What a pool has for flows that begin in the round. None of it is granted: it tells a cell how fast a flow would be
     * that another cell begins.
     *
     * @param free rate that no flow wants, bytes per microsecond
     * @param shared rate that is divided evenly among those who want more than their part
     * @param flows how many these are
     */
    public record Spare(double free, double shared, long flows) {
        /** At least what one of {@code begun} new flows gets. */
        double rate(int begun) {
            return Math.max(free / begun, shared / (flows + begun));
        }
    }

    /**
     * What happened to slots of caches: arrays of equal length, in order.
     *
     * @param what {@link #HELD} and its fellows
     * @param micros with HELD the time until which the slot is fresh, else when it happened
     */
    public record CacheEvents(int[] server, int[] slot, byte[] what, long[] micros) {
        /** The slot is in the cache. */
        public static final byte HELD = 0;
        /** Its fetch failed. */
        public static final byte FAILED = 1;
        /** It went out of the cache for want of room. */
        public static final byte DROPPED = 2;
        /** Another cell lacks it. */
        public static final byte WANTED = 3;
        /** Another cell served it. */
        public static final byte USED = 4;

        public static final CacheEvents NONE = ofSize(0);

        public static CacheEvents ofSize(int size) {
            return new CacheEvents(new int[size], new int[size], new byte[size], new long[size]);
        }

        public int size() {
            return server.length;
        }

        /** Copies one event of another list to a place of this one. */
        public void set(int at, CacheEvents from, int i) {
            server[at] = from.server[i];
            slot[at] = from.slot[i];
            what[at] = from.what[i];
            micros[at] = from.micros[i];
        }
    }
}
