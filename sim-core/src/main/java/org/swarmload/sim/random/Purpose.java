package org.swarmload.sim.random;

/**
 * What a draw is for. Draws for different purposes are independent of each other. The codes are written out because
 * they are part of every result: reordering this list must change nothing, and a code is never used again for another
 * purpose; 17 is spent.
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
    CELL_STREAM(18),
    NOTICE(19),
    ARRIVAL_NUMBER(30),
    RETRY_GIVE_UP(31),
    INITIAL_PIECE(32),
    SERVER_LATENCY(33),
    FAULT_VICTIM(34),
    FILE_SIZE(40),
    TITLE(41),
    LINGER(42),
    ELECTION(43),
    CLIENT(44),
    UNKNOWN(50);

    private final int code;

    Purpose(int code) {
        this.code = code;
    }

    /** The number that is mixed into draws; never changes. */
    public int code() {
        return code;
    }
}
