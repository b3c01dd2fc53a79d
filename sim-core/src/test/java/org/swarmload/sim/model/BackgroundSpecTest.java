package org.swarmload.sim.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.model.BackgroundSpec.Step;

class BackgroundSpecTest {
    @Test
    void shouldTakeAllOfWhatItIsNeverBelow() {
        BackgroundSpec evenings = new BackgroundSpec(List.of(new Step(0, 30), new Step(10, 50), new Step(20, 40)));
        assertThat(evenings.takesAllOf(30)).isTrue();
        assertThat(evenings.takesAllOf(31)).isFalse();
        assertThat(BackgroundSpec.flat(30).takesAllOf(30)).isTrue();
        assertThat(BackgroundSpec.NONE.takesAllOf(1)).isFalse();
    }
}
