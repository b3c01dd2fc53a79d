package org.swarmload.sim.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;

/**
 * Time has no scale: all rates doubled (and arrivals in half the time) halve every time, and a file twice as large at
 * twice the rates takes as long; exactly, where times are whole even microseconds.
 */
class ScalingTest {
    private static final int CASES = 40;
    private static final double BYTE_PER_MICRO = 8e6;

    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    /** People who come at whole even microseconds, some of them together. */
    private static double[] arrivals(Dice dice, int people) {
        double[] seconds = new double[people];
        long micros = 0;
        for (int i = 0; i < people; i++) {
            seconds[i] = micros / 1e6;
            micros += dice.chance(50) ? 0 : 2L * dice.between(1, 2_000_000);
        }
        return seconds;
    }

    private static double power(Dice dice, int least, int most) {
        return StrictMath.scalb(1.0, dice.between(least, most));
    }

    /** Sizes and rates are powers of two, so that all times are whole and all sums exact. */
    private static ModelSpec swarm(long seed) {
        Dice dice = new Dice(seed);
        long piece = 1L << dice.between(14, 18);
        int pieces = dice.between(1, 40);
        double up = power(dice, -3, 1) * BYTE_PER_MICRO;
        long seedBps = (long) (power(dice, -2, 2) * BYTE_PER_MICRO);
        int uploads = 1 << dice.between(0, 3);
        ModelSpec spec = Simple.fromSwarm(
                pieces * piece, piece, arrivals(dice, dice.between(1, 25)), seedBps, 1e12, up, uploads);
        return Edit.with(spec, "seed", seed);
    }

    /** People who come at once share the origin evenly and end together, at a whole even microsecond. */
    private static ModelSpec origin(long seed) {
        Dice dice = new Dice(seed);
        int people = dice.between(1, 30);
        long perViewer = 2L * dice.between(1, 3_000_000);
        long bps = dice.between(1, 40) * 8_000_000L;
        long bytes = perViewer * bps / 8_000_000;
        return Simple.fromOrigin(bytes, bytes, Simple.atOnce(people), bps * people, 1e12);
    }

    private static ModelSpec faster(ModelSpec spec) {
        ModelSpec faster = rates(spec);
        Law.Listed times = (Law.Listed) spec.audience().arrivals().get(0).offsetSeconds();
        double[] half = Arrays.stream(times.values()).map(t -> t / 2).toArray();
        return Edit.with(
                faster,
                "audience.arrivals",
                List.of(Edit.with(spec.audience().arrivals().get(0), "offsetSeconds", new Law.Listed(half))));
    }

    private static ModelSpec rates(ModelSpec spec) {
        String server = spec.delivery().origin() != null ? "delivery.origin.uplinkBps" : "delivery.seeds.uplinkBps";
        var access = spec.audience().access().get(0);
        access = Edit.with(access, "downBps", Law.constant(2 * access.downBps().mean()));
        access = Edit.with(access, "upBps", Law.constant(2 * access.upBps().mean()));
        ModelSpec doubled = Edit.with(spec, server, 2 * (long) Edit.get(spec, server));
        return Edit.with(doubled, "audience.access", List.of(access));
    }

    private static ModelSpec larger(ModelSpec spec) {
        ModelSpec doubled = rates(spec);
        var file = spec.content().file();
        doubled = Edit.with(doubled, "content.file.sizeBytes", Law.constant(2 * file.bytes()));
        doubled = Edit.with(doubled, "content.file.pieceBytes", 2 * file.pieceBytes());
        return Edit.with(doubled, "content.file.blockBytes", 2 * file.blockBytes());
    }

    private static double[] times(ModelSpec spec) {
        var completion = Simple.run(engine, spec).completionSeconds();
        assertThat(completion.count()).isEqualTo(spec.audience().viewers());
        return completion.quantiles();
    }

    private static double[] halved(double[] times) {
        return Arrays.stream(times).map(t -> t / 2).toArray();
    }

    @Test
    void shouldTakeHalfTheTimeAtTwiceTheRates() {
        for (long seed = 1; seed <= CASES; seed++) {
            for (ModelSpec spec : new ModelSpec[] {swarm(seed), origin(seed)}) {
                assertThat(times(faster(spec))).as(SpecText.of(spec)).isEqualTo(halved(times(spec)));
            }
        }
    }

    @Test
    void shouldTakeAsLongForTwiceTheBytesAtTwiceTheRates() {
        for (long seed = 1; seed <= CASES; seed++) {
            for (ModelSpec spec : new ModelSpec[] {swarm(seed), origin(seed)}) {
                assertThat(times(larger(spec))).as(SpecText.of(spec)).isEqualTo(times(spec));
            }
        }
    }
}
