package org.swarmload.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FairnessTest {
    @Test
    void shouldBeOneWhenClassesWaitAlike() {
        assertThat(Fairness.jain(new double[] {0, 0, 1}, new double[] {1, 3, 2}))
                .isEqualTo(1);
    }

    @Test
    void shouldBeJainsIndexOverClassMeans() {
        // Means 1 and 3: 4² / (2 (1 + 9)).
        assertThat(Fairness.jain(new double[] {0, 1, 1}, new double[] {1, 2, 4}))
                .isCloseTo(0.8, within(1e-12));
    }

    @Test
    void shouldLeaveOutWhoDidNotGetIt() {
        assertThat(Fairness.jain(new double[] {0, 1, 1}, new double[] {1, 3, Double.NaN}))
                .isCloseTo(0.8, within(1e-12));
        assertThat(Fairness.jain(new double[] {0, 1}, new double[] {1, Double.NaN}))
                .isNaN();
        assertThat(Fairness.jain(new double[] {0, 1}, new double[] {0, 0})).isNaN();
    }
}
