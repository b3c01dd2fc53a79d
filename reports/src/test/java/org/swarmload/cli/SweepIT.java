package org.swarmload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of small audiences: what they leave behind, and what is left when they are killed. */
class SweepIT extends CommandTest {
    private static final List<String> SWEEP = List.of(
            "sweep",
            "premiere-night",
            "--vary",
            "audience.viewers=40:160*2",
            "--vary",
            "front-door.login.capacity=1/s,100/s",
            "--deliveries",
            "cdn,hybrid",
            "--replications",
            "2",
            "--quiet");

    @TempDir
    Path place;

    private Path folder(String name) {
        return place.resolve(name);
    }

    @Test
    void shouldLeaveOneTableOfEveryPoint() throws IOException {
        assertThat(run(SWEEP, "--out", folder("a").toString()))
                .as(err.toString())
                .isZero();
        JsonNode sweep =
                new ObjectMapper().readTree(folder("a").resolve("sweep.json").toFile());
        assertThat(sweep.get("points")).hasSize(6);
        JsonNode last = sweep.at("/points/5");
        assertThat(last.at("/values/audience.viewers").asText()).isEqualTo("160");
        assertThat(last.at("/deliveries/cdn/metrics/viewers/mean").asInt()).isEqualTo(160);
        assertThat(last.at("/deliveries/cdn/runs")).hasSize(2);
        List<String> csv = Files.readAllLines(folder("a").resolve("sweep.csv"));
        assertThat(csv.get(0))
                .isEqualTo("point,audience.viewers,front-door.login.capacity,delivery,metric,mean,ci95,replications,"
                        + "digest");
        assertThat(csv).anyMatch(line -> line.startsWith("5,160,100/s,hybrid,offload,"));
        assertThat(folder("a").resolve("charts/sweep-offload.png")).isNotEmptyFile();
        assertThat(folder("a").resolve("charts/sweep-offload.svg")).isNotEmptyFile();
        assertThat(folder("a").resolve("sweep.html")).content().contains("front-door.login.capacity 1/s");
        assertThat(folder("a.unfinished")).doesNotExist();
        assertThat(out.toString())
                .contains("delivery", "hybrid", "digest " + sweep.get("digest").asText());
    }

    /** A point is what 'run' gives of its scenario. */
    @Test
    void shouldAgreeWithASingleRun() throws IOException {
        run(SWEEP, "--out", folder("a").toString());
        String scenario = folder("a").resolve("points/003.yaml").toString();
        run(
                List.of("run", scenario, "--deliveries", "cdn,hybrid", "--no-report", "--quiet"),
                "--out",
                folder("r").toString());
        ObjectMapper json = new ObjectMapper();
        JsonNode run = json.readTree(folder("r").resolve("summary.json").toFile());
        JsonNode point = json.readTree(folder("a").resolve("points/003.json").toFile());
        assertThat(point.get("digest")).isEqualTo(run.get("digest"));
        assertThat(point.at("/deliveries/hybrid/metrics/cost")).isEqualTo(run.at("/deliveries/hybrid/metrics/cost"));
    }

    @Test
    void shouldGoOnAfterAKillAndGiveTheSameBytes() throws IOException, InterruptedException {
        run(SWEEP, "--out", folder("whole").toString());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(SWEEP);
        command.addAll(List.of("--out", folder("killed").toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        Path points = folder("killed.unfinished").resolve("points");
        while (process.isAlive() && count(points) == 0) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
        assertThat(folder("killed")).doesNotExist();
        assertThat(count(points)).isPositive();
        // What a kill in the middle of writing would leave.
        String half = "0123456789abcdef".repeat(4) + ".json.tmp";
        Files.writeString(points.resolve(half), "{\"schemaVersion\" : 1, \"val");

        assertThat(run(SWEEP, "--out", folder("killed").toString())).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("--resume");
        assertThat(run(SWEEP, "--out", folder("killed").toString(), "--resume")).isZero();
        assertThat(contents(folder("killed"))).isEqualTo(contents(folder("whole")));
        assertThat(folder("killed.unfinished")).doesNotExist();
    }

    private static long count(Path points) throws IOException {
        if (!Files.isDirectory(points)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(points)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(),
                        java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    @Test
    void shouldTakeOverPointsOfAnEndedSweep() {
        run(SWEEP, "--out", folder("a").toString());
        List<String> longer = new ArrayList<>(SWEEP);
        longer.set(3, "audience.viewers=40:320*2");
        longer.remove("--quiet");
        assertThat(run(longer, "--out", folder("a").toString(), "--resume", "--metrics", "attempts"))
                .isZero();
        assertThat(err.toString()).contains("6 finished points of 8 taken over", "point 7 of 8", "point 8 of 8");
        assertThat(err.toString()).doesNotContain("point 6 of 8");
        assertThat(folder("a").resolve("charts/sweep-attempts.png")).isNotEmptyFile();
    }

    @Test
    void shouldSayBeforehandWhatWillRun() throws IOException {
        assertThat(run(SWEEP, "--dry-run", "--out", folder("a").toString())).isZero();
        assertThat(out.toString())
                .contains("6, every combination", "24 simulations", "memory", "time          about", "pilot")
                .containsPattern("5 +160 +100/s +160 +1 +4");
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void shouldLeaveAloneWhatNoSweepWrote() throws IOException {
        Path mine = Files.createDirectories(folder("a.unfinished")).resolve("thesis.txt");
        Files.writeString(mine, "precious");
        assertThat(run(SWEEP, "--out", folder("a").toString(), "--resume")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("thesis.txt", "left alone");
        assertThat(mine).hasContent("precious");
    }
}
