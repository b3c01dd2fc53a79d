package org.swarmload.sim.model;

/**
 * One service of the front door: a queue in order of arrival before {@code servers} equal servers. A capacity of c per
 * second is one server with a constant service of 1/c.
 *
 * @param serviceSeconds law of one call's service
 * @param calls calls that one start makes, one after the other
 * @param queueLimit calls that may wait; one more is answered 503
 * @param timeoutMicros a call that has waited this long is given up by the player; 0 is never
 * @param latencyMicros added to each answered call beside the viewer's round trip
 */
public record ServiceSpec(
        String name,
        int servers,
        Law serviceSeconds,
        int calls,
        int queueLimit,
        long timeoutMicros,
        long latencyMicros) {}
