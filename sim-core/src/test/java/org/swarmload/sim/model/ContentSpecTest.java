package org.swarmload.sim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.model.ContentSpec.Titles;

class ContentSpecTest {
    @Test
    void shouldDivideViewersOverTitlesByZipfsLaw() {
        double[] shares = new Titles(4, 1).shares();

        assertThat(shares).containsExactly(new double[] {12 / 25.0, 6 / 25.0, 4 / 25.0, 3 / 25.0}, within(1e-15));
        assertThat(new Titles(3, 0).shares()).containsOnly(1 / 3.0);
        assertThat(Arrays.stream(new Titles(10_000, 0.8).shares()).sum()).isCloseTo(1, within(1e-12));
    }
}
