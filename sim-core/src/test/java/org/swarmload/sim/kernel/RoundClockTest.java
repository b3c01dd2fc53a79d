package org.swarmload.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.kernel.RoundClock.Pace;

class RoundClockTest {
    private static final long SECOND = 1_000_000;
    private static final long BIN = 10 * SECOND;
    private static final long END = 100 * SECOND;
    private static final long[] NONE = {};

    @Test
    void shouldBeLongWhileNothingIsConstrained() {
        RoundClock clock = new RoundClock(0, 0, BIN, END, NONE);
        assertThat(clock.endOfRound(0, Pace.STEADY)).isEqualTo(SECOND);
        assertThat(clock.endOfRound(3 * SECOND, Pace.CONSTRAINED)).isEqualTo(3 * SECOND + SECOND / 10);
        assertThat(clock.endOfRound(13 * SECOND, Pace.CALM))
                .as("the end of the bin")
                .isEqualTo(2 * BIN);
    }

    @Test
    void shouldBeATenthOfTheLeastRetryDelayWhileSomethingIsConstrained() {
        assertThat(new RoundClock(0, SECOND / 4, BIN, END, NONE).endOfRound(0, Pace.CONSTRAINED))
                .isEqualTo(SECOND / 40);
        assertThat(new RoundClock(0, SECOND / 4, BIN, END, NONE).endOfRound(0, Pace.STEADY))
                .isEqualTo(SECOND);
        assertThat(new RoundClock(0, 30 * SECOND, BIN, END, NONE).endOfRound(0, Pace.CONSTRAINED))
                .isEqualTo(SECOND / 10);
    }

    @Test
    void shouldObeyAFixedLength() {
        RoundClock clock = new RoundClock(SECOND / 2, SECOND, BIN, END, NONE);
        assertThat(clock.endOfRound(0, Pace.STEADY)).isEqualTo(SECOND / 2);
        assertThat(clock.endOfRound(0, Pace.CONSTRAINED)).isEqualTo(SECOND / 2);
    }

    @Test
    void shouldEndRoundsAtBinsBoundariesAndTheEnd() {
        RoundClock clock = new RoundClock(7 * SECOND, 0, BIN, END - 1, new long[] {3 * SECOND, 3 * SECOND, 12_345_678});
        assertThat(clock.endOfRound(0, Pace.STEADY)).isEqualTo(3 * SECOND);
        assertThat(clock.endOfRound(3 * SECOND, Pace.STEADY)).isEqualTo(10 * SECOND);
        assertThat(clock.endOfRound(10 * SECOND, Pace.STEADY)).isEqualTo(12_345_678);
        assertThat(clock.endOfRound(12_345_678, Pace.STEADY)).isEqualTo(19_345_678);
        assertThat(clock.endOfRound(95 * SECOND, Pace.STEADY)).isEqualTo(END - 1);
    }

    @Test
    void shouldNotLetTheCallerMoveABoundary() {
        long[] boundaries = {SECOND / 2};
        RoundClock clock = new RoundClock(0, 0, BIN, END, boundaries);
        boundaries[0] = SECOND / 4;
        assertThat(clock.endOfRound(0, Pace.STEADY)).isEqualTo(SECOND / 2);
    }

    @Test
    void shouldAlwaysGoOnAndMissNoBoundary() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            // Half of the clocks live in a few microseconds, where boundaries are neighbours.
            long scale = seed % 2 == 0 ? END : 20;
            long end = 1 + random.nextLong(scale);
            long[] boundaries =
                    random.longs(random.nextInt(6), 0, scale).sorted().toArray();
            long fixed = random.nextBoolean() ? 0 : 1 + random.nextLong(20 * SECOND);
            RoundClock clock = new RoundClock(fixed, random.nextLong(5 * SECOND), BIN, end, boundaries);
            long from = 0;
            while (from < end) {
                long to = clock.endOfRound(from, Pace.values()[random.nextInt(3)]);
                if (to <= from || to > end || to > (from / BIN + 1) * BIN || crosses(boundaries, from, to)) {
                    fail("Seed " + seed + ": round from " + from + " to " + to + " of " + end + ", boundaries "
                            + Arrays.toString(boundaries) + ".");
                }
                from = to;
            }
        }
    }

    private static boolean crosses(long[] boundaries, long from, long to) {
        return Arrays.stream(boundaries).anyMatch(b -> b > from && b < to);
    }
}
