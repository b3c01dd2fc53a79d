package org.swarmload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way once: a small audience is simulated, reported and simulated again. */
class RunAndVerifyIT extends CommandTest {

    @TempDir
    Path place;

    @Test
    void shouldLeaveACompleteFolderThatCanBeVerified() throws IOException {
        Path folder = place.resolve("night");
        int code = run(
                "run",
                "premiere-night",
                "--set",
                "audience.viewers=300",
                "--deliveries",
                "client-server,p2p",
                "--out",
                folder.toString(),
                "--json",
                "--quiet");
        assertThat(code).as("hybrid decides and was not run" + err).isEqualTo(ExitCode.UNDECIDED.code());
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).isEqualTo(Files.readString(folder.resolve("summary.json")));
        JsonNode manifest =
                new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
        assertThat(manifest.get("complete").booleanValue()).isTrue();
        for (JsonNode file : manifest.get("files")) {
            assertThat(folder.resolve(file.get("name").textValue()))
                    .hasSize(file.get("bytes").longValue());
        }
        assertThat(folder.resolve("report.html")).exists();
        assertThat(folder.resolve("charts/demand-against-capacity.png")).exists();

        assertThat(run("verify", folder.toString(), "--threads", "1", "--quiet"))
                .isZero();
        forgeDigest(folder);
        assertThat(run("verify", folder.toString(), "--quiet")).isEqualTo(ExitCode.NOT_REPRODUCIBLE.code());
        assertThat(out.toString()).contains("reproduced: digest ", "NOT reproduced");
    }

    @Test
    void shouldVerifyEveryPointOfASweep() throws IOException {
        Path folder = place.resolve("sweep");
        assertThat(run(
                        "sweep",
                        "premiere-night",
                        "--vary",
                        "audience.viewers=40,80",
                        "--deliveries",
                        "cdn,p2p",
                        "--replications",
                        "2",
                        "--quiet",
                        "--out",
                        folder.toString()))
                .as(err.toString())
                .isZero();

        assertThat(run("verify", folder.toString(), "--threads", "1")).isZero();
        assertThat(out.toString()).contains("reproduced: digest ", " of 2 points");
        assertThat(err.toString()).contains("2 of 2: audience.viewers 80");

        Path second = folder.resolve("points/001.yaml");
        Files.writeString(second, Files.readString(second).replaceFirst("seed: \\d+", "seed: 77"));
        assertThat(run("verify", folder.toString(), "--quiet")).isEqualTo(ExitCode.NOT_REPRODUCIBLE.code());
        assertThat(out.toString())
                .contains("NOT reproduced", "audience.viewers 80, p2p, replication 1: recorded ")
                .doesNotContain("audience.viewers 40, p2p, replication 1: recorded ");
    }

    @Test
    void shouldVerifyEveryReplicationOfPickers() throws IOException {
        Path folder = place.resolve("duel");
        assertThat(run(
                        "pickers",
                        "picker-shootout-file",
                        "--pickers",
                        "bt:rarest-first,sequential",
                        "--replications",
                        "2",
                        "--set",
                        "audience.viewers=20",
                        "--set",
                        "content.size=5120kB",
                        "--no-report",
                        "--quiet",
                        "--out",
                        folder.toString()))
                .as(err.toString())
                .isZero();

        assertThat(run("verify", folder.toString(), "--quiet")).isZero();
        assertThat(out.toString()).contains("reproduced: digest ", " of 2 pickers");

        Path summary = folder.resolve("summary.json");
        JsonNode last = new ObjectMapper().readTree(summary.toFile()).at("/pickers/sequential/runs/1/digest");
        Files.writeString(summary, Files.readString(summary).replace(last.asText(), "0123456789abcdef"));
        assertThat(run("verify", folder.toString(), "--quiet")).isEqualTo(ExitCode.NOT_REPRODUCIBLE.code());
        assertThat(out.toString())
                .contains(
                        "sequential, p2p, replication 1: recorded 0123456789abcdef, now " + last.asText(),
                        "NOT reproduced");

        forgeDigest(folder);
        Files.delete(folder.resolve("scenarios/sequential.yaml"));
        assertThat(run("verify", folder.toString(), "--quiet")).isEqualTo(2);
        assertThat(err.toString()).contains("sequential.yaml' is not there, so it cannot be run again.");
    }

    @Test
    void shouldPrintTheTableOnStderrBesideJson() throws IOException {
        String folder = place.resolve("night").toString();
        run("run", "premiere-night", "--set", "audience.viewers=50", "--deliveries", "cdn", "-o", folder, "--json");
        assertThat(err.toString()).contains("played", "No verdict: hybrid, which decides, was not run.");
        assertThat(new ObjectMapper()
                        .readTree(out.toString())
                        .at("/engine/version")
                        .asText())
                .isEqualTo(Version.text());
    }

    private static void forgeDigest(Path folder) throws IOException {
        Path summary = folder.resolve("summary.json");
        String forged = Files.readString(summary).replaceFirst("\"digest\" : \"[0-9a-f]{16}\"", "\"digest\" : \"0\"");
        Files.writeString(summary, forged);
    }
}
