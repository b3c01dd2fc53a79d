package org.swarmload.sim.cell;

import java.util.Arrays;

/**
 * Whole numbers over time: rows of 10-second bins that grow with the run. The rows of servers come after the fixed ones.
 * Every cell has them, and most are 0: nobody stalls, or an edge has gone quiet. So only pages with another number exist.
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

    private static final int PAGE_SHIFT = 6;
    private static final int PAGE = 1 << PAGE_SHIFT;
    /** Bytes of a page with what an array has beside its numbers, and of the place that names it. */
    private static final long PAGE_BYTES = 8L * PAGE + 16;

    private static final long NAME_BYTES = 8;

    private final int rows;
    private final int firstServerRow = STALL_MICROS + Cause.count();
    /** For each page of bins one of each row; null where all are 0. */
    private long[][] pages;

    private int pagesHeld;

    Bins(int servers) {
        rows = firstServerRow + ROWS_OF_SERVER * servers;
        pages = new long[rows][];
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
        int needed = ((bin(micros) >> PAGE_SHIFT) + 1) * rows;
        if (needed > pages.length) {
            pages = Arrays.copyOf(pages, needed);
        }
    }

    private static int place(int bin) {
        return bin & PAGE - 1;
    }

    private long[] page(int row, int bin) {
        int at = (bin >> PAGE_SHIFT) * rows + row;
        if (pages[at] == null) {
            pages[at] = new long[PAGE];
            pagesHeld++;
        }
        return pages[at];
    }

    void add(int row, long micros, long quantity) {
        addTo(row, bin(micros), quantity);
    }

    private void addTo(int row, int bin, long quantity) {
        if (quantity != 0) {
            page(row, bin)[place(bin)] += quantity;
        }
    }

    void set(int row, long micros, long level) {
        int bin = bin(micros);
        addTo(row, bin, level - get(row, bin));
    }

    /** The value of a bin; 0 beyond the end. */
    long get(int row, int bin) {
        int at = (bin >> PAGE_SHIFT) * rows + row;
        return at >= pages.length || pages[at] == null ? 0 : pages[at][place(bin)];
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
            addTo(row, b, inBin);
            rest -= inBin;
        }
        addTo(row, last, rest);
    }

    long stateBytes() {
        return PAGE_BYTES * pagesHeld + NAME_BYTES * pages.length;
    }
}
