package org.swarmload.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.swarmload.accuracy.Difference.Verdict;

class DifferenceTest {
    @Test
    void shouldPairReplications() {
        // Differences 1, 2, 3, 4: deviation 1.290994, and 95 % of Student's t with 3 degrees of freedom is 2.353363.
        Difference difference = Difference.of(new double[] {100, 900, 300, 700}, new double[] {101, 902, 303, 704}, 0);

        assertThat(difference.exact()).isEqualTo(500);
        assertThat(difference.mean()).isEqualTo(2.5);
        assertThat(difference.half()).isCloseTo(2.353363 * 1.290994 / 2, within(1e-5));
        assertThat(difference.tolerance()).isEqualTo(5);
        assertThat(difference.byFloor()).isFalse();
        assertThat(difference.verdict()).isEqualTo(Verdict.WITHIN);
    }

    @Test
    void shouldTakeTheFloorOfSmallQuantities() {
        Difference difference = Difference.of(new double[] {0.1, 0.1}, new double[] {0.119, 0.119}, 0.02);

        assertThat(difference.byFloor()).isTrue();
        assertThat(difference.tolerance()).isEqualTo(0.02);
        assertThat(difference.verdict()).isEqualTo(Verdict.WITHIN);
    }

    @Test
    void shouldJudgeByTheWholeInterval() {
        double[] exact = {100, 100, 100};

        assertThat(Difference.of(exact, new double[] {100, 101, 102}, 0).verdict())
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(Difference.of(exact, new double[] {100.4, 100.5, 100.6}, 0).verdict())
                .isEqualTo(Verdict.WITHIN);
        assertThat(Difference.of(exact, new double[] {97, 97.1, 97.2}, 0).verdict())
                .isEqualTo(Verdict.OUTSIDE);
        // Wide and in the middle: chance hides what the mode does.
        assertThat(Difference.of(exact, new double[] {90, 100, 110}, 0).verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void shouldKnowWhatIsTheSame() {
        double[] none = {0, 0};

        assertThat(Difference.of(none, none, 0).verdict()).isEqualTo(Verdict.WITHIN);
        assertThat(Difference.of(none, none, 0).isNothing()).isTrue();
        assertThat(Difference.of(new double[] {1, 2}, new double[] {1, 2}, 0).isNothing())
                .isFalse();
        assertThat(Difference.of(none, new double[] {1, 1}, 0).verdict()).isEqualTo(Verdict.OUTSIDE);
    }

    @Test
    void shouldRefuseWhatHasNoInterval() {
        assertThatThrownBy(() -> Difference.of(new double[] {1}, new double[] {1}, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Difference.of(new double[] {1, 2}, new double[] {1, 2, 3}, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
