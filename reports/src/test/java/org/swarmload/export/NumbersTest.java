package org.swarmload.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void shouldWritePlainNumbersOfTwelveDigits() {
        assertThat(Numbers.plain(0.1)).isEqualTo("0.1");
        assertThat(Numbers.plain(1.0 / 3)).isEqualTo("0.333333333333");
        assertThat(Numbers.plain(2e22)).isEqualTo("20000000000000000000000");
        assertThat(Numbers.plain(2e-9)).isEqualTo("0.000000002");
        assertThat(Numbers.plain(-0.0)).isEqualTo("0");
        assertThat(Numbers.plain(20_000)).isEqualTo("20000");
    }

    @Test
    void shouldRefuseWhatIsNoNumber() {
        assertThatThrownBy(() -> Numbers.plain(Double.NaN)).hasMessageContaining("NaN");
    }
}
