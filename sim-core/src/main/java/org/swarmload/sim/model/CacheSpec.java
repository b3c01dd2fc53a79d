package org.swarmload.sim.model;

/**
 * What an edge or a shield keeps, and how it gets what it lacks. The least recently used piece goes first when the size
 * is short. A cache is empty at the start.
 *
 * @param ttlMicros a piece is fresh for this long after its fill; 0 keeps nothing beyond those who wait for the fill
 * @param sizeBytes {@link #UNLIMITED}, or what fits in
 * @param collapse requests for a piece whose fill is under way wait for it; otherwise each fetches for itself
 * @param fillRttMicros from the miss to the request's arrival at the next tier
 * @param fillRateBps most that one fill carries
 */
public record CacheSpec(long ttlMicros, long sizeBytes, boolean collapse, long fillRttMicros, long fillRateBps) {
    public static final long UNLIMITED = Long.MAX_VALUE;

    /** What the core adds to a round trip between two networks; the middle of 10 to 25 ms. */
    public static final long DEFAULT_FILL_RTT_MICROS = 17_500;

    /** What one flow carries at most in a data centre (AWS, EC2 network bandwidth). */
    public static final long DEFAULT_FILL_RATE_BPS = 5_000_000_000L;

    public boolean bounded() {
        return sizeBytes != UNLIMITED;
    }
}
