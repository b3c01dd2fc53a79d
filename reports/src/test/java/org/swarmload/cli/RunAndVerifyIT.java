package org.swarmload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way once: a small audience is simulated, reported and simulated again. */
class RunAndVerifyIT {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path place;

    private int run(String... arguments) {
        return Main.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

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
