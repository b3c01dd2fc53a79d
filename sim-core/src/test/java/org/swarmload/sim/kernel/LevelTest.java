package org.swarmload.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The integral of a level, also when a change is told late. */
class LevelTest {
    @Test
    void shouldIntegrateFromTheInstantOn() {
        Level level = new Level(10);
        level.add(2, 4);
        level.add(1, 20);
        assertThat(level.integral(30)).isEqualTo(2 * 10 + 3 * 10);
        assertThat(level.greatest(30)).isEqualTo(3);
    }

    @Test
    void shouldCountFromTheTimeOfAChangeThatIsToldLate() {
        Level level = new Level(0);
        level.add(1, 100);
        level.add(1, 60);
        assertThat(level.value()).isEqualTo(2);
        assertThat(level.integral(200)).isEqualTo(40 + 2 * 100);
    }

    @Test
    void shouldLeaveOutWhatWasBeforeTheInstantAlsoWhenToldLate() {
        Level level = new Level(80);
        level.add(1, 100);
        level.add(1, 60);
        assertThat(level.integral(100)).isEqualTo(20);
    }
}
