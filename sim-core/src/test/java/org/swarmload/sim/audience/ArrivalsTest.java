package org.swarmload.sim.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.swarmload.sim.audience.ModelFixture.SECOND;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.AudienceSpec.Holding;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.Law;

/** Who comes when: numbers, intensities, people who come at given times and people who are there already. */
class ArrivalsTest {
    private final ModelFixture fixture = new ModelFixture();

    @Test
    void shouldComeEvenlyWithoutDrift() {
        // Case O-14: 2,000 a second for a minute.
        fixture.viewers = 120_000;
        fixture.arrivals = List.of(new Arrival(1, 120_000, new Law.Steps(0, 2_000, 120_000), true));
        Audience audience = fixture.audience();
        for (int v = 0; v < 120_000; v++) {
            assertThat(audience.pressMicros(v)).isEqualTo(500L * v);
        }
        fixture.arrivals = List.of(new Arrival(1, 120_000, new Law.Steps(10, 3, 120_000), true));
        Audience thirds = fixture.audience();
        for (int v = 0; v < 120_000; v++) {
            assertThat(thirds.pressMicros(v)).isEqualTo(10 * SECOND + Math.round(v * 1e6 / 3));
        }
    }

    /** Case O-15: 30,000 on a ramp, 120,000 in the decay, by Kolmogorov and Smirnov against the intensity. */
    @Test
    void shouldFollowAnIntensityThatVaries() {
        int onRamp = 30_000;
        int inDecay = 120_000;
        fixture.viewers = onRamp + inDecay;
        fixture.arrivals = List.of(
                new Arrival(0.2, onRamp, new Law.Ramp(0, 100, 600), false),
                new Arrival(0.8, inDecay, new Law.Shifted(600, new Law.Exponential(1200)), false));
        Audience audience = fixture.audience();
        assertIntensity(press(audience, 0, onRamp), t -> t * t / 360_000);
        assertIntensity(press(audience, onRamp, inDecay), t -> 1 - Math.exp(-(t - 600) / 1200));
        fixture.arrivals = List.of(new Arrival(1, fixture.viewers, new Law.CutExponential(100, 50), false));
        assertIntensity(
                press(fixture.audience(), 0, 30_000), t -> (1 - Math.exp(-t / 100)) / (1 - Math.exp(-50.0 / 100)));
    }

    private static double[] press(Audience audience, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToDouble(v -> audience.pressMicros(v) / 1e6)
                .toArray();
    }

    /** The greatest distance of the two distribution functions is below 1.95 / sqrt(n) in 99.9 % of samples. */
    private static void assertIntensity(double[] seconds, DoubleUnaryOperator below) {
        Arrays.sort(seconds);
        double distance = 0;
        for (int i = 0; i < seconds.length; i++) {
            double expected = below.applyAsDouble(seconds[i]);
            distance = Math.max(distance, Math.abs(expected - (i + 0.5) / seconds.length));
        }
        assertThat(distance).isLessThan(1.95 / Math.sqrt(seconds.length));
    }

    @Test
    void shouldGiveCountsBeforeShares() {
        fixture.viewers = 10 + 20 + 100_000;
        fixture.unlockMicros = 1000 * SECOND;
        fixture.arrivals = List.of(
                new Arrival(0.25, Law.constant(1)),
                new Arrival(0, 10, Law.constant(2), false),
                new Arrival(0.75, Law.constant(3)),
                new Arrival(
                        0,
                        20,
                        new Law.Listed(IntStream.range(0, 20).asDoubleStream().toArray()),
                        true));
        Audience audience = fixture.audience();
        for (int v = 0; v < 10; v++) {
            assertThat(audience.pressMicros(v)).isEqualTo(1002 * SECOND);
        }
        for (int v = 10; v < 30; v++) {
            assertThat(audience.pressMicros(v)).isEqualTo((1000 + v - 10) * SECOND);
        }
        long first = IntStream.range(30, fixture.viewers)
                .filter(v -> audience.pressMicros(v) == 1001 * SECOND)
                .count();
        assertThat(first / 1e5).isCloseTo(0.25, within(0.006));
    }

    @Test
    void shouldKnowWhoIsThereFromTheBeginning() {
        fixture.viewers = 1000;
        fixture.unlockMicros = 60 * SECOND;
        fixture.access = List.of(line("slow", 700), line("fast", 250));
        fixture.initial = List.of(
                new Initial(100, Holding.ALL_BUT, 1, 0, AudienceSpec.BY_SHARE, null),
                new Initial(50, Holding.SHARE, 0, 0.4, 1, new Law.Exponential(30)));
        Audience audience = fixture.audience();
        assertThat(audience.initialViewers()).isEqualTo(150);
        assertThat(IntStream.range(0, 150).mapToLong(audience::pressMicros)).containsOnly(0L);
        assertThat(audience.pressMicros(150)).isEqualTo(60 * SECOND);
        assertThat(audience.initial(99).lacking()).isEqualTo(1);
        assertThat(audience.initial(150)).isNull();
        assertThat(audience.holdsAtStart(0, 0)).isFalse();
        assertThat(audience.holdsAtStart(0, 1)).isTrue();
        assertThat(audience.holdsAtStart(150, 1)).isFalse();
        long held = IntStream.range(0, 50 * 900)
                .filter(i -> audience.holdsAtStart(100 + i % 50, i / 50))
                .count();
        assertThat(held / 45_000.0).isCloseTo(0.4, within(0.01));
        assertThat(audience.initialStayMicros(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(audience.stayMicros(0)).isEqualTo(3600 * SECOND);
        double stay = IntStream.range(100, 150)
                .mapToLong(audience::stayMicros)
                .average()
                .orElseThrow();
        assertThat(stay).isCloseTo(30e6, within(18e6));
        // The first class goes to the least numbers that have no class of their own.
        int[] classes = IntStream.range(0, 1000).map(audience::access).toArray();
        assertThat(Arrays.copyOfRange(classes, 0, 100)).containsOnly(0);
        assertThat(Arrays.copyOfRange(classes, 100, 150)).containsOnly(1);
        assertThat(Arrays.copyOfRange(classes, 150, 750)).containsOnly(0);
        assertThat(Arrays.copyOfRange(classes, 750, 1000)).containsOnly(1);
    }

    private static Access line(String name, int count) {
        return new Access(name, count / 950.0, count, Law.constant(1e7), Law.constant(1e6), Law.constant(0), true);
    }
}
