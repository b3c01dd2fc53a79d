package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many nights settle whether enough of them hold. */
class NightsHeldTest {
    /** With so many and the same share the interval is on one side; with a quarter less it is not yet. */
    @ParameterizedTest
    @CsvSource({"40, 34, 0.9", "20, 19, 0.97", "100, 60, 0.65", "40, 38, 0.9", "12, 5, 0.5"})
    void shouldCountNightsUntilTheIntervalLiesOnOneSide(int nights, int held, double wanted) {
        NightsHeld seen = NightsHeld.of(nights, held);
        assertThat(isOpen(seen, wanted)).isTrue();
        int all = seen.nightsToTell(wanted, 20_000);
        assertThat(all).isGreaterThan(nights);
        assertThat(isOpen(at(seen, all), wanted)).isFalse();
        assertThat(isOpen(at(seen, Math.max(nights, 3 * all / 4)), wanted)).isTrue();
    }

    private static NightsHeld at(NightsHeld seen, int all) {
        return NightsHeld.of(all, (int) Math.round(seen.share() * all));
    }

    private static boolean isOpen(NightsHeld held, double wanted) {
        return held.low() < wanted && held.high() >= wanted;
    }

    @Test
    void shouldNotCountForEverWhereTheShareLiesOnTheLimit() {
        assertThat(NightsHeld.of(40, 36).nightsToTell(0.9, 2_000)).isEqualTo(2_000);
    }

    @Test
    void shouldAskForNoMoreWhereItIsKnown() {
        assertThat(NightsHeld.of(40, 10).nightsToTell(0.9, 2_000)).isEqualTo(40);
    }
}
