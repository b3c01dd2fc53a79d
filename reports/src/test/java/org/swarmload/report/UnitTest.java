package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitTest {
    @Test
    void shouldNotRoundASmallRateToNothing() {
        assertThat(Unit.gigabits(8)).isEqualTo("<0.0001");
        assertThat(Unit.gigabits(1e6)).isEqualTo("0.0010");
    }

    @Test
    void shouldSayThreeSignificantDigitsInTheGreatestUnit() {
        assertThat(Unit.BPS.say(19_954e6)).isEqualTo("20.0 Gbps");
        assertThat(Unit.BPS.say(999.6e6)).isEqualTo("1.00 Gbps");
        assertThat(Unit.BYTES.say(7.432e12)).isEqualTo("7.43 TB");
        assertThat(Unit.BYTES.say(0)).isEqualTo("0 B");
    }

    @Test
    void shouldNeverRoundASmallShareToNothing() {
        assertThat(Unit.SHARE.say(0.00001)).isEqualTo("<0.01 %");
        assertThat(Unit.SHARE.say(0)).isEqualTo("0 %");
        assertThat(Unit.SHARE.say(0.0042)).isEqualTo("0.42 %");
        assertThat(Unit.SHARE.say(0.872)).isEqualTo("87.2 %");
    }

    @Test
    void shouldNotRoundAlmostAllToAll() {
        assertThat(Unit.SHARE.say(0.9999)).isEqualTo("99.99 %");
        assertThat(Unit.SHARE.say(0.999999)).isEqualTo(">99.99 %");
        assertThat(Unit.SHARE.say(1)).isEqualTo("100 %");
    }

    @Test
    void shouldSayOneThingInTheSingular() {
        assertThat(Unit.COUNT.say(1, "viewer")).isEqualTo("1 viewer");
        assertThat(Unit.COUNT.say(20_000, "viewer")).isEqualTo("20,000 viewers");
        assertThat(Unit.COUNT.say(0, "simulation")).isEqualTo("0 simulations");
    }

    @Test
    void shouldKeepEveryDigitOfAnExactNumber() {
        assertThat(Unit.exact(new java.math.BigDecimal("14520.1250"))).isEqualTo("14,520.125");
        assertThat(Unit.exact(new java.math.BigDecimal("0.085"))).isEqualTo("0.085");
        assertThat(Unit.exact(new java.math.BigDecimal("1E+4"))).isEqualTo("10,000");
    }

    @Test
    void shouldGroupCounts() {
        assertThat(Unit.COUNT.say(1_234_567)).isEqualTo("1,234,567");
        assertThat(Unit.COUNT.say(12.5)).isEqualTo("12.5");
    }
}
