package org.swarmload.duel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.sim.actors.Cancellation;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.picker.PieceView;
import org.swarmload.sim.policy.Pickers;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.watch.Watch;
import org.swarmload.yaml.ScenarioReader;

/** A trace says all that is needed to repeat a choice: this test is the client in another language. */
class PickTraceTest {
    private static RunResult run(String scenario, String picker, Watch watch) {
        ModelSpec spec = ScenarioCompiler.compile(
                ScenarioReader.read(
                        scenario,
                        List.of(),
                        List.of("audience.viewers=12", "deliveries.p2p.swarm.picker='" + picker + "'")),
                "p2p",
                0);
        try (SimulationEngine engine = SimulationEngine.start(1)) {
            return engine.run(spec, (s, now, share, present) -> {}, new Cancellation(), watch)
                    .toCompletableFuture()
                    .join();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "picker-shootout, window",
        "picker-shootout, bt:rarest-first",
        "picker-shootout, deadline",
        "picker-shootout, give-to-get",
        "picker-shootout-file, bt:randomized-rarest",
        "picker-shootout-file, window",
        "picker-shootout-file, random",
        "picker-shootout-file, rarest-first",
        "picker-shootout-file, sequential"
    })
    void shouldLetEveryChoiceBeRepeated(String scenario, String picker) throws Exception {
        List<String> lines = new ArrayList<>();
        RunResult traced = run(scenario, picker, new PickTrace(picker, 1, lines::add));

        assertThat(traced.digest()).isEqualTo(run(scenario, picker, Watch.NONE).digest());
        assertThat(lines).hasSizeGreaterThan(100);
        for (String line : lines) {
            JsonNode said = new ObjectMapper().readTree(line);
            assertThat(said.get("picker").asText()).isEqualTo(picker);
            Replay replay = new Replay(said);
            assertThat(Pickers.create(picker).pick(replay))
                    .as(line)
                    .isEqualTo(said.get("choice").asInt());
            assertThat(replay.chance).as("draws that were not used of " + line).isEmpty();
        }
    }

    @Test
    void shouldTakeASample() {
        List<String> all = new ArrayList<>();
        List<String> some = new ArrayList<>();
        run("picker-shootout-file", "random", new PickTrace("random", 1, all::add));
        run("picker-shootout-file", "random", new PickTrace("random", 10, some::add));

        assertThat(some).hasSize((all.size() + 9) / 10);
        for (int i = 0; i < some.size(); i++) {
            assertThat(some.get(i)).isEqualTo(all.get(10 * i));
        }
    }

    /** A view made of a line. */
    private static final class Replay implements PieceView {
        private final JsonNode said;
        private final int[] holders;
        private final long[] micros;
        private final long[] words;
        private final Deque<JsonNode> chance = new ArrayDeque<>();

        Replay(JsonNode said) {
            this.said = said;
            holders = new int[pieces()];
            micros = new long[pieces()];
            words = new long[(pieces() + 63) / 64];
            Arrays.fill(holders, -1);
            for (int i = 0; i < said.get("offered").size(); i++) {
                int index = said.get("offered").get(i).asInt();
                words[index >> 6] |= 1L << index;
                holders[index] = said.get("holders").get(i).asInt();
                micros[index] = said.get("microsToDeadline").get(i).asLong();
            }
            said.get("chance").forEach(chance::add);
        }

        private int next(String what) {
            JsonNode draw = chance.remove();
            assertThat(draw.get(0).asText()).isEqualTo(what);
            return draw.get(draw.size() - 1).asInt();
        }

        @Override
        public int pieces() {
            return said.get("pieces").asInt();
        }

        @Override
        public long clientSeed() {
            return Long.parseLong(said.get("clientSeed").asText());
        }

        @Override
        public int front() {
            return said.get("front").asInt();
        }

        @Override
        public int firstPiece() {
            return said.get("firstPiece").asInt();
        }

        @Override
        public long offered(int word) {
            return words[word];
        }

        @Override
        public int holders(int index) {
            return holders[index];
        }

        @Override
        public long microsToDeadline(int index) {
            return micros[index];
        }

        @Override
        public int randomBelow(int bound) {
            return next("below");
        }

        @Override
        public int random(int from, int to) {
            return next("random");
        }

        @Override
        public int rarest(int from, int to) {
            return next("rarest");
        }
    }
}
