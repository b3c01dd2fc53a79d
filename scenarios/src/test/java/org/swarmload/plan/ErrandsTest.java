package org.swarmload.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.swarmload.cost.EventUse;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.PairedRuns.Night;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.RunNote;
import org.swarmload.yaml.ScenarioReader;

/** Nights that wait for an idle thread. */
class ErrandsTest {
    private static final Scenario LARGE = ScenarioReader.read("premiere-night");
    private static final Scenario SMALL = SmallCrowd.of(LARGE, 5);

    /** Remembers its batches and answers with the number of each night. */
    private static final class Recorder implements Simulation {
        private final List<List<Integer>> batches = new ArrayList<>();

        @Override
        public List<RunNote> run(List<Night> nights) {
            batches.add(nights.stream().map(Night::replication).toList());
            return nights.stream().map(night -> note(night.replication())).toList();
        }

        private static RunNote note(int night) {
            return new RunNote(
                    night, true, night, Map.of(), List.of(), new EventUse(List.of(), 0, 0), List.of(), Map.of());
        }

        @Override
        public int atOnce() {
            return 2;
        }

        @Override
        public void announce(String what) {}
    }

    private static List<Night> nights(Scenario scenario, int from, int to) {
        return Night.of(List.of(new Variant("any", scenario, "hybrid")), from, to);
    }

    @Test
    void shouldRunInPlacesThatNobodyWantsAndTheRestWhenAsked() {
        Recorder recorder = new Recorder();
        Errands errands = new Errands(recorder);
        List<Night> waiting = nights(LARGE, 100, 103);
        errands.later(waiting);
        assertThat(numbers(errands.run(nights(LARGE, 0, 3)))).containsExactly(0, 1, 2);
        assertThat(numbers(errands.run(nights(LARGE, 3, 5)))).containsExactly(3, 4);
        assertThat(numbers(errands.of(waiting))).containsExactly(100, 101, 102);
        assertThat(recorder.batches).containsExactly(List.of(0, 1, 2, 100), List.of(3, 4), List.of(101, 102));
    }

    @Test
    void shouldNotMakeShortNightsWaitForLongOnes() {
        Recorder recorder = new Recorder();
        Errands errands = new Errands(recorder);
        errands.later(nights(LARGE, 100, 101));
        errands.run(nights(SMALL, 0, 1));
        assertThat(recorder.batches).containsExactly(List.of(0));
    }

    private static List<Integer> numbers(List<RunNote> notes) {
        return notes.stream().map(RunNote::replication).toList();
    }
}
