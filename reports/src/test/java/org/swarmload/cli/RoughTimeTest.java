package org.swarmload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoughTimeTest {
    @ParameterizedTest
    @CsvSource({
        "0.2, 1 s",
        "89, 89 s",
        "90, 2 min",
        "601, 11 min",
        "5399, 90 min",
        "5400, 1.5 hours",
        "36000, 10 hours",
        "172799, 48 hours",
        "222695, 2.6 days",
        "8640000, 100 days",
    })
    void shouldSayTheGreatestUnitThatTells(double seconds, String said) {
        assertThat(RoughTime.say(seconds)).isEqualTo(said);
    }
}
