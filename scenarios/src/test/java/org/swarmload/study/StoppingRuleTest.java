package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoppingRuleTest {
    @Test
    void shouldLookAtFixedNumbersOfReplications() {
        assertThat(StoppingRule.doubling(5, 20).looks()).containsExactly(5, 10, 20);
        assertThat(StoppingRule.doubling(5, 30).looks()).containsExactly(5, 10, 20, 30);
        assertThat(StoppingRule.fixed(7).looks()).containsExactly(7);
        assertThat(StoppingRule.doubling(5, 30).cap()).isEqualTo(30);
    }

    @Test
    void shouldShareTheRiskAmongIntervalsAndLooks() {
        assertThat(StoppingRule.fixed(5).confidence(0.95, 1)).isCloseTo(0.95, within(1e-12));
        assertThat(StoppingRule.doubling(5, 20).confidence(0.95, 21)).isCloseTo(1 - 0.05 / 63, within(1e-12));
    }

    @Test
    void shouldRefuseLooksThatGiveNoInterval() {
        assertThatThrownBy(() -> StoppingRule.fixed(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StoppingRule(List.of(5, 5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StoppingRule(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
