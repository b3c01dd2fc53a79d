package org.swarmload.sim.door;

import java.util.Arrays;
import java.util.function.Function;
import org.swarmload.sim.kernel.Level;

/**
 * What has happened at the front door so far, at all services together. At every moment attempts = admitted + http503.
 * Events are counted from the end of the warm-up on; what becomes of a viewer is counted if the viewer first
 * pressed play after it. Per-bin columns have bins of 10 s and are whole.
 */
public final class DoorFacts {
    public static final long BIN_MICROS = 10_000_000L;

    /** Levels that are known at the end of each bin. */
    public enum Row {
        WAITING("waiting-viewers", levels -> levels.waiting),
        RETRYING("retrying-viewers", levels -> levels.retrying),
        QUEUED("front-door-queue", levels -> levels.queued),
        BUSY("front-door-busy", levels -> levels.busy),
        SESSIONS("front-door-sessions", levels -> levels.sessions);

        private final String word;
        private final Function<DoorLevels, Level> level;

        Row(String word, Function<DoorLevels, Level> level) {
            this.word = word;
            this.level = level;
        }

        /** Name of the level. */
        public String word() {
            return word;
        }

        Level of(DoorLevels levels) {
            return level.apply(levels);
        }
    }

    private final long[] exits;
    private long[] startFailures;
    private int[] binAttempts = new int[64];
    private int[] bin503 = new int[64];
    private int[] binFailures = new int[64];
    private int[] binExits = new int[64];
    private final int[][] binLevels = new int[Row.values().length][64];
    private int bins;
    private final long warmupMicros;
    private long admitted;
    private long http503;
    private long pressed;
    private long passes;
    private long firstCalls;
    private long firstRefused;

    DoorFacts(int services, long warmupMicros) {
        this.warmupMicros = warmupMicros;
        exits = new long[services];
        startFailures = new long[services];
    }

    /** Calls presented to services. */
    public long attempts() {
        return admitted + http503;
    }

    /** Calls that were taken, into a queue or into service. */
    public long admitted() {
        return admitted;
    }

    /** Calls answered 503 because there was no room. */
    public long http503() {
        return http503;
    }

    /** Viewers who left for good after an error, by the cause of their latest one. */
    public long startFailures(int cause) {
        return cause < startFailures.length ? startFailures[cause] : 0;
    }

    public long startFailures() {
        return Arrays.stream(startFailures).sum();
    }

    /** Viewers who left the door for good without ever having met an error, by the service they were at. */
    public long exitsBeforeStart(int service) {
        return exits[service];
    }

    public long exitsBeforeStart() {
        return Arrays.stream(exits).sum();
    }

    /** Viewers who have pressed play. */
    public long pressed() {
        return pressed;
    }

    /** Presses that passed the whole door; one viewer may pass more than once. Who was there already passes no door. */
    public long passes() {
        return passes;
    }

    /** Bins begun so far. */
    public int bins() {
        return bins;
    }

    public int attemptsInBin(int bin) {
        return bin < bins ? binAttempts[bin] : 0;
    }

    public int http503InBin(int bin) {
        return bin < bins ? bin503[bin] : 0;
    }

    /** Viewers who left for good in the bin after an error. */
    public int startFailuresInBin(int bin) {
        return bin < bins ? binFailures[bin] : 0;
    }

    /** Viewers who left for good in the bin without ever having met an error. */
    public int exitsInBin(int bin) {
        return bin < bins ? binExits[bin] : 0;
    }

    /** A level at the end of the bin; 0 for a bin that has not ended. */
    public int atEndOfBin(Row row, int bin) {
        return bin < bins ? binLevels[row.ordinal()][bin] : 0;
    }

    /** First calls of viewers who pressed play for the first time. */
    public long firstCalls() {
        return firstCalls;
    }

    /** Those of them that were answered 503. */
    public long firstRefused() {
        return firstRefused;
    }

    private boolean counts(long atMicros) {
        return atMicros >= warmupMicros;
    }

    /** A first press; whether what becomes of the viewer counts. */
    boolean press(long atMicros) {
        boolean counts = counts(atMicros);
        pressed += counts ? 1 : 0;
        return counts;
    }

    void pass(long atMicros) {
        passes += counts(atMicros) ? 1 : 0;
    }

    void firstCall(boolean refused, long atMicros) {
        if (counts(atMicros)) {
            firstCalls++;
            firstRefused += refused ? 1 : 0;
        }
    }

    void take(long atMicros) {
        int bin = bin(atMicros);
        admitted += counts(atMicros) ? 1 : 0;
        binAttempts[bin]++;
    }

    void refuse(long atMicros) {
        http503 += counts(atMicros) ? 1 : 0;
        int bin = bin(atMicros);
        binAttempts[bin]++;
        bin503[bin]++;
    }

    void exit(int service, long atMicros) {
        exits[service]++;
        int bin = bin(atMicros);
        binExits[bin]++;
    }

    void failStart(int cause, long atMicros) {
        int bin = bin(atMicros);
        binFailures[bin]++;
        if (cause >= startFailures.length) {
            startFailures = Arrays.copyOf(startFailures, cause + 1);
        }
        startFailures[cause]++;
    }

    void endBin(int bin, DoorLevels levels) {
        bin(bin * BIN_MICROS);
        for (Row row : Row.values()) {
            binLevels[row.ordinal()][bin] = (int) row.of(levels).value();
        }
    }

    /** Number of the bin, for which there is room afterwards: call it before taking hold of an array. */
    private int bin(long atMicros) {
        int bin = Math.toIntExact(atMicros / BIN_MICROS);
        if (bin >= binAttempts.length) {
            int length = Math.max(bin + 1, 2 * binAttempts.length);
            binAttempts = Arrays.copyOf(binAttempts, length);
            bin503 = Arrays.copyOf(bin503, length);
            binFailures = Arrays.copyOf(binFailures, length);
            binExits = Arrays.copyOf(binExits, length);
            Arrays.setAll(binLevels, row -> Arrays.copyOf(binLevels[row], length));
        }
        bins = Math.max(bins, bin + 1);
        return bin;
    }
}
