package org.swarmload.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void shouldChooseTheUnitThatFitsTheGreatestValue() {
        assertThat(Axis.of(Axis.Kind.RATE, "Bandwidth", 68e9).caption()).isEqualTo("Bandwidth (Gbps)");
        assertThat(Axis.of(Axis.Kind.BYTES, "Bytes", 3.1e12).caption()).isEqualTo("Bytes (TB)");
        assertThat(Axis.of(Axis.Kind.COUNT, "Viewers", 20_000).caption()).isEqualTo("Viewers");
    }

    @Test
    void shouldEndAboveTheGreatestValue() {
        for (double max : new double[] {0.003, 1, 7.3, 68e9, 1e12}) {
            assertThat(Axis.of(Axis.Kind.RATE, "Bandwidth", max).upper()).isGreaterThan(max);
        }
    }

    @Test
    void shouldHaveAnAxisForNothing() {
        assertThat(Axis.of(Axis.Kind.RATE, "Bandwidth", 0).upper()).isPositive();
    }
}
