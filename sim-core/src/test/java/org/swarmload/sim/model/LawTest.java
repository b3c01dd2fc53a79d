package org.swarmload.sim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LawTest {
    private static final int SLICES = 100_000;

    @Test
    void shouldRampWithoutSteps() {
        Law up = new Law.Ramp(0, 100, 600);
        // The share that has come by t is (t / 600)^2.
        assertThat(up.quantile(0.25)).isCloseTo(300, within(1e-9));
        assertThat(up.quantile(0)).isZero();
        assertThat(up.quantile(1)).isEqualTo(600);
        assertThat(new Law.Ramp(100, 0, 600).quantile(0.75)).isCloseTo(300, within(1e-9));
        assertThat(new Law.Ramp(7, 7, 600).quantile(0.3)).isCloseTo(180, within(1e-9));
        assertThat(up.mean()).isCloseTo(400, within(1e-9));
        assertThat(new Law.Ramp(1, 3, 60).mean()).isCloseTo(average(new Law.Ramp(1, 3, 60)), within(1e-3));
    }

    @Test
    void shouldCutAnExponentialLaw() {
        Law law = new Law.CutExponential(20, 30);
        assertThat(law.quantile(1)).isCloseTo(30, within(1e-9));
        assertThat(law.quantile(0.5)).isCloseTo(-20 * Math.log(1 - 0.5 * (1 - Math.exp(-1.5))), within(1e-9));
        assertThat(law.mean()).isCloseTo(average(law), within(1e-3));
    }

    @Test
    void shouldShiftStepAndList() {
        assertThat(new Law.Shifted(5, new Law.Uniform(0, 2)).quantile(0.5)).isEqualTo(6);
        assertThat(new Law.Shifted(5, new Law.Uniform(0, 2)).mean()).isEqualTo(6);
        Law steps = new Law.Steps(1, 2_000, 120_000);
        assertThat(steps.quantile(0.5 / 120_000)).isEqualTo(1);
        assertThat(steps.quantile(119_999.5 / 120_000)).isEqualTo(60.9995);
        assertThat(steps.mean()).isCloseTo(average(steps), within(1e-3));
        Law listed = new Law.Listed(new double[] {1, 1, 4, 10});
        assertThat(IntStream.range(0, 4).mapToDouble(k -> listed.quantile((k + 0.5) / 4)))
                .containsExactly(1.0, 1.0, 4.0, 10.0);
        assertThat(listed.mean()).isEqualTo(4);
        assertThat(listed).isEqualTo(new Law.Listed(new double[] {1, 1, 4, 10})).hasSameHashCodeAs(listed);
    }

    private static double average(Law law) {
        return IntStream.range(0, SLICES)
                .mapToDouble(i -> law.quantile((i + 0.5) / SLICES))
                .average()
                .orElseThrow();
    }
}
