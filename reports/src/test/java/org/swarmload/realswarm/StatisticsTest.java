package org.swarmload.realswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void shouldTakeTheMiddle() {
        assertThat(Statistics.median(new double[] {3, 1, 2})).isEqualTo(2);
        assertThat(Statistics.median(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
    }

    @Test
    void shouldMeasureSpreadAsOfASample() {
        assertThat(Statistics.deviation(new double[] {1, 3})).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(Statistics.deviation(new double[] {5})).isZero();
    }

    @Test
    void shouldCorrelateRanksWithTies() {
        assertThat(Statistics.rankCorrelation(new double[] {1, 2, 3, 9}, new double[] {5, 6, 7, 8}))
                .isCloseTo(1, within(1e-12));
        assertThat(Statistics.rankCorrelation(new double[] {1, 2, 3}, new double[] {3, 2, 1}))
                .isCloseTo(-1, within(1e-12));
        // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / sqrt(4.5 * 5).
        assertThat(Statistics.rankCorrelation(new double[] {1, 2, 2, 3}, new double[] {1, 2, 3, 4}))
                .isCloseTo(4.5 / Math.sqrt(22.5), within(1e-12));
    }
}
