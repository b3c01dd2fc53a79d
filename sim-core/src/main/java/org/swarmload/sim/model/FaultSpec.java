package org.swarmload.sim.model;

/**
 * Something is down from {@code atMicros} for {@code forMicros}: its open transfers break and nobody answers new
 * requests until it is back. Such a request is neither an attempt nor a 503: no machine was there to answer it.
 *
 * @param name of the edge, service or region; ignored for the other targets
 * @param part share of the target's machines that is down, more than 0; 1 is all of it. What is left goes on with that
 *     much less capacity, connections and places in line. Services and the tracker are down whole or not at all
 */
public record FaultSpec(long atMicros, long forMicros, Target target, String name, double part) {
    public enum Target {
        /** What this delivery depends on: the origin's servers, or the seeds and the tracker. */
        CENTRAL,
        ORIGIN,
        SHIELD,
        SEEDS,
        TRACKER,
        EDGE,
        SERVICE
    }

    /** All of the target. */
    public FaultSpec(long atMicros, long forMicros, Target target, String name) {
        this(atMicros, forMicros, target, name, 1);
    }

    public long endMicros() {
        return atMicros + forMicros;
    }
}
