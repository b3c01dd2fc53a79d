package org.swarmload.sim.cell;

import java.util.Arrays;

/**
 * Whole numbers over time: rows of 10-second bins that grow with the run. The rows of servers come after the fixed ones.
 */
final class Bins {
    static final long BIN_MICROS = 10_000_000;

    /** Rows. Counts within the bin. */
    static final int PEER_BYTES = 0;

    static final int PEER_REQUESTS = 1;
    static final int ATTEMPTS = 2;
    static final int REFUSALS = 3;
    /** Levels at the bin's end. */
    static final int STARTING = 4;

    static final int PLAYING = 5;
    static final int STALLED = 6;
    static final int SEEDING = 7;
    /** Counts within the bin again. */
    static final int START_FAILURES = 8;

    static final int EXITS = 9;
    /** What lent uplinks could have carried, in kbit/s times microseconds. */
    static final int LENT_KBIT_MICROS = 10;
    /** Microseconds stalled, one row for each cause. */
    private static final int STALL_MICROS = 11;

    private static final int ROWS_OF_SERVER = 4;

    private final long[][] rows;
    private final int firstServerRow = STALL_MICROS + Cause.count();
    private int length = 64;

    Bins(int servers) {
        rows = new long[firstServerRow + ROWS_OF_SERVER * servers][length];
    }

    static int stallMicros(Cause cause) {
        return STALL_MICROS + cause.ordinal();
    }

    int serverBytes(int server) {
        return firstServerRow + ROWS_OF_SERVER * server;
    }

    int serverRequests(int server) {
        return serverBytes(server) + 1;
    }

    /** Room taken times microseconds, in units of {@link Room#takenMicros}. */
    int serverRoom(int server) {
        return serverBytes(server) + 2;
    }

    /** Requests answered 503. */
    int serverRefusals(int server) {
        return serverBytes(server) + 3;
    }

    static int bin(long micros) {
        return (int) (micros / BIN_MICROS);
    }

    /** Makes room for everything up to that time. */
    void reach(long micros) {
        if (bin(micros) >= length) {
            length = bin(micros) + 1 + length / 4;
            for (int r = 0; r < rows.length; r++) {
                rows[r] = Arrays.copyOf(rows[r], length);
            }
        }
    }

    void add(int row, long micros, long quantity) {
        rows[row][bin(micros)] += quantity;
    }

    void set(int row, long micros, long level) {
        rows[row][bin(micros)] = level;
    }

    /** The value of a bin; 0 beyond the end. */
    long get(int row, int bin) {
        return bin < length ? rows[row][bin] : 0;
    }

    /** Adds a quantity to the bins of {@code [from, to)} in proportion to the time in each, without losing a unit. */
    void spread(int row, long quantity, long from, long to) {
        int first = bin(from);
        int last = bin(Math.max(from, to - 1));
        long rest = quantity;
        double perMicro = first == last ? 0 : (double) quantity / (to - from);
        for (int b = first; b < last; b++) {
            long time = (b + 1L) * BIN_MICROS - Math.max(from, b * BIN_MICROS);
            long inBin = Math.min(rest, (long) (perMicro * time));
            rows[row][b] += inBin;
            rest -= inBin;
        }
        rows[row][last] += rest;
    }

    long stateBytes() {
        return 8L * rows.length * length;
    }
}
