package org.swarmload.sim.random;

/**
 * What a draw is for. Draws for different purposes are independent of each other. The codes are written out because
 * they are part of every result: reordering this list must change nothing, and a code is never used again for another
 * purpose.
 */
public enum Purpose {
    ARRIVAL_COMPONENT(1),
    ARRIVAL_OFFSET(2),
    REGION(3),
    ACCESS_CLASS(4),
    DOWN(5),
    UP(6),
    RTT(7),
    DEVICE(8),
    STARTUP_PATIENCE(9),
    STALL_PATIENCE(10),
    STAY(11),
    RETRY_JITTER(12),
    RELOAD_DELAY(13),
    SERVICE_TIME(14),
    REACHABLE(15),
    CELL_OF_VIEWER(16),
    HOST_CHOICE(17),
    CELL_STREAM(18),
    NOTICE(19),
    SERVER_LATENCY(30),
    FAULT_VICTIM(31);

    private final int code;

    Purpose(int code) {
        this.code = code;
    }

    /** The number that is mixed into draws; never changes. */
    public int code() {
        return code;
    }
}
