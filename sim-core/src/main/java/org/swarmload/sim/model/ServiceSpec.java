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
 * @param sessions places: a start takes one with its first call here and keeps it until the viewer's session ends or the
 *     press fails; 0 is no limit
 * @param placeQueueLimit calls that may wait when no place is free; one more is answered 503. They wait in the same
 *     queue: {@code queueLimit} holds for them too
 */
public record ServiceSpec(
        String name,
        int servers,
        Law serviceSeconds,
        int calls,
        int queueLimit,
        long timeoutMicros,
        long latencyMicros,
        int sessions,
        int placeQueueLimit) {

    /** A service without a limit on sessions. */
    public ServiceSpec(
            String name,
            int servers,
            Law serviceSeconds,
            int calls,
            int queueLimit,
            long timeoutMicros,
            long latencyMicros) {
        this(name, servers, serviceSeconds, calls, queueLimit, timeoutMicros, latencyMicros, 0, 0);
    }

    public boolean limitsSessions() {
        return sessions > 0;
    }
}
