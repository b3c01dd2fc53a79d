package org.swarmload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PickersCommandTest extends CommandTest {

    @TempDir
    Path place;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--pickers random | one picker cannot be compared.",
                "--pickers random,random | names a picker twice.",
                "--pickers random,rarest-frist | Maybe you meant rarest-first.",
                "--replications 1 | --replications: 1 is not from 2 to 1000.",
                "--replications often | 'often' is no whole number.",
                "--trace-every 0 | --trace-every: 0 is not 1 or more."
            })
    void shouldSayWhatIsWrongWithAnOption(String options, String message) {
        List<String> arguments = new ArrayList<>(List.of("pickers", "picker-shootout", "--dry-run"));
        arguments.addAll(List.of(options.split(" ")));

        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString()).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldChooseADeliveryThatTakesAPicker() {
        assertThat(run("pickers", "premiere-night", "--dry-run")).isZero();
        assertThat(out.toString()).contains("delivery p2p");
        assertThat(run("pickers", "premiere-night", "--deliveries", "hybrid", "--dry-run"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("The delivery hybrid has no swarm that takes a picker");
    }

    @Test
    void shouldLeaveAFolderThatSaysWhatTheTableSays() throws Exception {
        Path folder = place.resolve("duel");
        Path trace = place.resolve("picks.jsonl");
        String[] arguments = {
            "pickers", "picker-shootout-file", "--pickers", "rarest-first,sequential", "--replications", "2",
            "--set", "audience.viewers=20", "--set", "content.size=5120kB", "--json", "--quiet",
            "--out", folder.toString(), "--trace", trace.toString(), "--trace-every", "5"
        };

        assertThat(run(arguments)).as(err.toString()).isZero();
        JsonNode summary = new ObjectMapper().readTree(out.toString());
        assertThat(Files.readString(folder.resolve("summary.json"))).isEqualTo(out.toString());
        assertThat(summary.get("kind").asText()).isEqualTo("pickers");
        assertThat(summary.get("pickers").get("sequential").get("runs")).hasSize(2);
        assertThat(folder.resolve("report.html")).isRegularFile();
        assertThat(folder.resolve("charts/piece-availability.png")).isRegularFile();
        assertThat(folder.resolve("charts/box-completion-time.svg")).isRegularFile();
        assertThat(Files.readString(folder.resolve("scenarios/sequential.yaml")))
                .contains("sequential", "replications: 2");
        assertThat(Files.readAllLines(trace)).hasSizeGreaterThan(20);
        assertThat(Files.readAllLines(folder.resolve("pickers.csv"))).hasSize(1 + 2 * 2 * 6);

        assertThat(run(arguments)).as("a trace that is there").isEqualTo(2);
        assertThat(err.toString()).contains("is there already");
    }
}
