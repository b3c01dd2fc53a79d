package org.swarmload.sim.kernel;

/**
 * Where rounds begin and end, from the model's state alone. Every multiple of the bin and every given instant (faults,
 * unlock) is a boundary, after which everything may change at once: rounds are short there for a while.
 */
public final class RoundClock {
    /** What the state of the model asks of the next round. */
    public enum Pace {
        /** Nobody is near a limit that cells share. */
        CALM,
        /** A pool that cells share is much used, and none is short. */
        STEADY,
        /** Somebody waits for what another cell or the next round may bring. */
        CONSTRAINED
    }

    private static final long CALM_MICROS = 10_000_000;
    private static final long STEADY_MICROS = 1_000_000;
    private static final long SHORT_MICROS = 100_000;

    /** Time after a given instant in which rounds are short. */
    public static final long SETTLING_MICROS = 10_000_000;

    private final long fixedMicros;
    private final long shortMicros;
    private final long binMicros;
    private final long endMicros;
    private final long[] boundaries;

    /**
     * @param fixedMicros length of every round; 0 lets the state decide
     * @param leastRetryMicros a short round is at most a tenth of it, but not below 10 ms; 0 is no retry
     * @param boundaries times at which a round ends, in any order
     */
    public RoundClock(long fixedMicros, long leastRetryMicros, long binMicros, long endMicros, long[] boundaries) {
        this.fixedMicros = fixedMicros;
        this.shortMicros = leastRetryMicros == 0
                ? SHORT_MICROS
                : Math.max(SHORT_MICROS / 10, Math.min(SHORT_MICROS, leastRetryMicros / 10));
        this.binMicros = binMicros;
        this.endMicros = endMicros;
        this.boundaries = boundaries.clone();
    }

    /** End of the round that begins at {@code from}. */
    public long endOfRound(long from, Pace pace) {
        boolean settling = false;
        long to = Math.min(endMicros, (from / binMicros + 1) * binMicros);
        for (long boundary : boundaries) {
            if (boundary > from) {
                to = Math.min(to, boundary);
            } else {
                settling |= from < boundary + SETTLING_MICROS;
            }
        }
        return Math.min(to, from + (fixedMicros > 0 ? fixedMicros : length(settling ? Pace.CONSTRAINED : pace)));
    }

    private long length(Pace pace) {
        return switch (pace) {
            case CALM -> CALM_MICROS;
            case STEADY -> STEADY_MICROS;
            case CONSTRAINED -> shortMicros;
        };
    }
}
