package org.swarmload.sim.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.swarmload.sim.Premiere;
import org.swarmload.sim.Swarms;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.policy.Pickers;

/** One digest in two runs and on any number of threads with every picker, those of bt included. */
class PickersDeterminismTest {
    @AutoClose
    private static final SimulationEngine one = SimulationEngine.start(1);

    @AutoClose
    private static final SimulationEngine two = SimulationEngine.start(2);

    static List<String> names() {
        return Pickers.own();
    }

    private static long digest(SimulationEngine engine, ModelSpec spec) {
        return engine.run(spec, (s, now, share, present) -> {})
                .toCompletableFuture()
                .join()
                .digest();
    }

    private static ModelSpec stream(String picker) {
        return Premiere.of("p2p", 80)
                .withLength(80)
                .withCells(2)
                .withPicker(picker)
                .spec();
    }

    private static void check(ModelSpec spec) {
        long reference = digest(one, spec);
        assertThat(digest(one, spec)).as("again on one thread").isEqualTo(reference);
        assertThat(digest(two, spec)).as("on two threads").isEqualTo(reference);
        assertThat(digest(two, spec)).as("again on two threads").isEqualTo(reference);
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldGiveOneDigestOfAStream(String picker) {
        check(stream(picker));
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldGiveOneDigestOfAFile(String picker) {
        check(Swarms.file(20, 70, picker));
    }

    /** Else the two tests above would show little. */
    @Test
    void shouldDoSomethingElseWithEachPickerThatDiffers() {
        TreeSet<Long> files = new TreeSet<>();
        TreeSet<Long> streams = new TreeSet<>();
        for (String picker : Pickers.own()) {
            files.add(digest(one, Swarms.file(20, 70, picker)));
            streams.add(digest(one, stream(picker)));
        }
        // In a file deadline is rarest-first; sequential, bt's and ttorrent's are the same everywhere.
        assertThat(files).hasSize(Pickers.own().size() - 3);
        assertThat(streams).hasSize(Pickers.own().size() - 2);
    }
}
