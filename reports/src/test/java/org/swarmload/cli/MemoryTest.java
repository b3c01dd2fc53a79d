package org.swarmload.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.MemoryPlan;
import org.swarmload.yaml.ScenarioReader;

/** What is said of memory before a run. */
class MemoryTest {
    private static Memory memory(String name, long heapBytes, int threads, String... sets) {
        Scenario scenario = ScenarioReader.read(name, List.of(), List.of(sets));
        List<String> deliveries = List.copyOf(scenario.deliveries().keySet());
        return new Memory(scenario, MemoryPlan.of(scenario, deliveries, threads), heapBytes);
    }

    @Test
    void shouldLetPassWhatFits() {
        Memory enough = memory("million-viewers", 4L << 30, 2);

        assertThatCode(enough::check).doesNotThrowAnyException();
        assertThat(enough.line()).contains("hybrid takes", "1,000,000 viewers at", "transfers at once", "50 cells at");
    }

    @Test
    void shouldSayHowMuchIsMissingAndWhatWouldHelp() {
        assertThatThrownBy(memory("got-s7", 1L << 30, 2)::check)
                .isInstanceOf(CannotDo.class)
                .hasMessageContainingAll("does not fit into memory", "Java may use 1.07 GB", "2,500,000 viewers at")
                .hasMessageContainingAll("SWARMLOAD_JAVA_OPTS=-Xmx", "audience.viewers=")
                .hasMessageNotContaining("--threads");
    }

    @Test
    void shouldAdviseWhatWouldFit() {
        String message = refusal("got-s7", 1L << 30);
        String viewers = message.replaceFirst("(?s).*audience.viewers=([0-9]+).*", "$1");
        String mebibytes = message.replaceFirst("(?s).*-Xmx([0-9]+)m.*", "$1");

        assertThat(Integer.parseInt(viewers)).isBetween(500_000, 2_000_000);
        assertThatCode(memory("got-s7", 1L << 30, 2, "audience.viewers=" + viewers)::check)
                .doesNotThrowAnyException();
        assertThatCode(memory("got-s7", Long.parseLong(mebibytes) << 20, 2)::check)
                .doesNotThrowAnyException();
    }

    private static String refusal(String name, long heapBytes) {
        try {
            memory(name, heapBytes, 2).check();
        } catch (CannotDo refused) {
            return refused.getMessage();
        }
        throw new AssertionError("It was not refused.");
    }

    @Test
    void shouldKnowThatSimulationsRunSideBySide() {
        assertThatThrownBy(memory("premiere-night", 34_000_000, 8, "audience.viewers=5k")::check)
                .hasMessageContainingAll("4 simulations at a time", "--threads 1");
    }

    @Test
    void shouldKnowThatAListOfViewersTakesMemory() {
        assertThatThrownBy(
                        memory("premiere-night", 34_000_000, 1, "run.list-viewers=true", "run.replications=50")::check)
                .hasMessageContaining("no list of viewers");
    }
}
