package org.swarmload.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.swarmload.sim.watch.SwarmSample;

class SwarmHistoryTest {
    @Test
    void shouldAddUpCellsInWhateverOrderTheyReport() {
        SwarmSample early = new SwarmSample(0, 2, 2, 3, 1, new int[] {1, 2, 0}, 50);
        SwarmSample late = new SwarmSample(10_000_000, 2, 1, 2, 2, new int[] {2, 2, 1}, 90);
        SwarmSample other = new SwarmSample(0, 2, 1, 1, 1, new int[] {2, 1, 1}, 10);
        SwarmHistory one = new SwarmHistory(3);
        one.sample(early);
        one.sample(late);
        one.sample(other);
        SwarmHistory two = new SwarmHistory(3);
        two.sample(other);
        two.sample(early);
        two.sample(late);

        for (SwarmHistory history : new SwarmHistory[] {one, two}) {
            assertThat(history.moments()).isEqualTo(2);
            assertThat(history.availability(0, 0)).isEqualTo(0.75);
            assertThat(history.availability(0, 2)).isEqualTo(0.25);
            assertThat(history.lentBytes(0)).isEqualTo(60);
            assertThat(history.inOrderProgress(0)).isCloseTo(2.0 / 9, within(1e-12));
            assertThat(history.inOrderShare()).isCloseTo(4.0 / 6, within(1e-12));
        }
    }

    @Test
    void shouldFoldManyPiecesWithoutLosingOne() {
        int[] holders = new int[1_000];
        java.util.Arrays.fill(holders, 3);
        SwarmHistory history = new SwarmHistory(1_000);
        history.sample(new SwarmSample(0, 4, 4, 0, 0, holders, 0));

        for (int group = 0; group < history.groups(); group++) {
            assertThat(history.availability(0, group)).isCloseTo(0.75, within(1e-12));
        }
    }
}
