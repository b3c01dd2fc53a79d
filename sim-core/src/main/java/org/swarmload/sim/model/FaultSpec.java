package org.swarmload.sim.model;

/**
 * Something is down from {@code atMicros} for {@code forMicros}: its open transfers break and nobody answers new
 * requests until it is back. Such a request is neither an attempt nor a 503: no machine was there to answer it.
 *
 * @param name of the edge or service; ignored for the other targets
 */
public record FaultSpec(long atMicros, long forMicros, Target target, String name) {
    public enum Target {
        /** What this delivery depends on: the origin's servers, or the seeds and the tracker. */
        CENTRAL,
        ORIGIN,
        SEEDS,
        TRACKER,
        EDGE,
        SERVICE
    }

    public long endMicros() {
        return atMicros + forMicros;
    }
}
