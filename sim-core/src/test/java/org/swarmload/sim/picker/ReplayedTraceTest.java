package org.swarmload.sim.picker;

import static org.assertj.core.api.Assertions.assertThat;

import bt.torrent.PieceStatistics;
import bt.torrent.selector.RarestFirstSelector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.Premiere;
import org.swarmload.sim.Swarms;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.policy.Plugins;

/**
 * Our rarest-first and bt's, on states that simulated swarms came through: 50,000 of a file and 50,000 of streams. A state
 * is taken down when the engine asks for a choice, with the choice; afterwards both are asked for theirs.
 */
class ReplayedTraceTest {
    private static final int STATES = 50_000;
    private static final String NAME = "test:recorder";

    private final Recorder recorder = new Recorder();

    private static final class Recorder implements PiecePicker {
        private final List<RecordedState> states = new ArrayList<>();
        private final List<Integer> choices = new ArrayList<>();

        @Override
        public int pick(PieceView view) {
            boolean record = states.size() < STATES;
            if (record) {
                states.add(new RecordedState(view));
            }
            int choice = new RarestFirst().pick(view);
            if (record) {
                choices.add(choice);
            }
            return choice;
        }
    }

    @AfterEach
    void forget() {
        Plugins.install(Plugins.NONE);
    }

    private void record(ModelSpec spec) {
        Plugins.install(new Plugins(List.of(new Plugins.Picker(NAME, () -> recorder, "the recorder")), List.of()));
        try (SimulationEngine engine = SimulationEngine.start(1)) {
            engine.run(spec, (s, now, share, present) -> {})
                    .toCompletableFuture()
                    .join();
        }
        assertThat(recorder.states).as("states of the run").hasSize(STATES);
    }

    @Test
    void shouldChooseAmongTheSamePiecesOfAFileAsBtDoes() {
        record(Swarms.file(120, 500, NAME));
        compare();
    }

    @Test
    void shouldChooseAmongTheSamePiecesOfAStreamAsBtDoes() {
        record(Premiere.of("p2p", 900).withCells(1).withPicker(NAME).spec());
        compare();
    }

    private void compare() {
        int severalOfMore = 0;
        for (int i = 0; i < STATES; i++) {
            RecordedState state = recorder.states.get(i);
            BitSet bt = rarestOfBt(state);
            assertThat(bt.get(recorder.choices.get(i)))
                    .as("state %d: the engine took one of them", i)
                    .isTrue();
            assertThat(state.answers(new RarestFirst())).as("state %d", i).isEqualTo(bt);
            severalOfMore +=
                    bt.cardinality() > 1 && bt.cardinality() < state.offered().cardinality() ? 1 : 0;
        }
        assertThat(severalOfMore)
                .as("states with several rarest pieces among others")
                .isGreaterThan(STATES / 20);
    }

    /** The pieces at the head of bt's order that have as many holders as the first. */
    private static BitSet rarestOfBt(RecordedState state) {
        PieceStatistics statistics = new PieceStatistics() {
            @Override
            public int getCount(int piece) {
                return state.holders(piece);
            }

            @Override
            public int getPiecesTotal() {
                return state.pieces();
            }
        };
        int[] order = RarestFirstSelector.rarest()
                .getNextPieces(state.offered(), statistics)
                .toArray();
        BitSet rarest = new BitSet();
        for (int piece : order) {
            if (state.holders(piece) == state.holders(order[0])) {
                rarest.set(piece);
            }
        }
        return rarest;
    }
}
