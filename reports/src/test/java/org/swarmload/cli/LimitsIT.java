package org.swarmload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small audiences before a small door: what a scan for limits says and leaves behind. */
class LimitsIT extends CommandTest {
    private static final List<String> LIMITS = List.of(
            "limits",
            "premiere-night",
            "--set",
            "audience.viewers=80",
            "--set",
            "front-door.0.login.capacity=1/s",
            "--deliveries",
            "cdn,hybrid",
            "--within",
            "10%",
            "--quiet");

    @TempDir
    Path place;

    private String folder(String name) {
        return place.resolve(name).toString();
    }

    @Test
    void shouldSayWhatBreaksFirstAndLeaveItInFiles() throws IOException {
        assertThat(run(LIMITS, "--out", folder("a"))).as(err.toString()).isZero();
        JsonNode limits =
                new ObjectMapper().readTree(place.resolve("a/limits.json").toFile());
        assertThat(limits.get("written").asInt()).isEqualTo(80);
        JsonNode first = null;
        for (JsonNode limit : limits.at("/deliveries/hybrid/limits")) {
            first = limit.get("what").asText().equals("door:login") ? limit : first;
        }
        assertThat(first).isNotNull();
        assertThat(first.get("state").asText()).isEqualTo("found");
        int viewers = first.get("viewers").asInt();
        assertThat(viewers).isGreaterThan(first.get("notYetAt").asInt()).isLessThanOrEqualTo((int)
                Math.ceil(1.1 * first.get("notYetAt").asInt()));
        for (JsonNode point : limits.get("points")) {
            JsonNode harm = point.at("/deliveries/hybrid/harm");
            for (String kind : List.of("start-failure", "exit-before-start", "stall-seconds")) {
                double sum = 0;
                for (JsonNode cause : harm.get(kind).get("causes")) {
                    sum += cause.asDouble();
                }
                assertThat(Math.round(sum * 1e6))
                        .isEqualTo(Math.round(harm.get(kind).get("total").asDouble() * 1e6));
            }
        }
        assertThat(out.toString())
                .contains(
                        "hybrid: login is full first, at " + viewers + " viewers at 21:0",
                        "mostly",
                        "digest " + limits.get("digest").asText());
        assertThat(Files.readAllLines(place.resolve("a/limits.csv")))
                .anyMatch(line -> line.startsWith("hybrid,door:login,resource,found," + viewers + ","));
        assertThat(Files.readAllLines(place.resolve("a/harm.csv")).get(0))
                .isEqualTo("viewers,delivery,harm,cause,value");
        for (String chart : List.of("limits-hybrid", "limits-cdn", "lost-starts-hybrid", "stalls-hybrid")) {
            assertThat(place.resolve("a/charts/" + chart + ".png")).isNotEmptyFile();
            assertThat(place.resolve("a/charts/" + chart + ".svg")).isNotEmptyFile();
        }
        assertThat(place.resolve("a/limits.html")).content().contains("What breaks first", "as written: 80");
    }

    /** An audience of the scan is what 'run' gives of it. */
    @Test
    void shouldAgreeWithASingleRun() throws IOException {
        run(LIMITS, "--out", folder("a"));
        ObjectMapper json = new ObjectMapper();
        JsonNode point = json.readTree(place.resolve("a/limits.json").toFile()).at("/points/1");
        List<String> single = new ArrayList<>(LIMITS.subList(1, 8));
        single.add(0, "run");
        single.addAll(
                List.of("--set", "audience.viewers=" + point.get("viewers").asInt(), "--no-report", "--quiet"));
        run(single, "--out", folder("r"));
        JsonNode summary = json.readTree(place.resolve("r/summary.json").toFile());
        assertThat(point.at("/deliveries/hybrid/runs/0/digest"))
                .isEqualTo(summary.at("/deliveries/hybrid/runs/0/digest"));
    }

    @Test
    void shouldSayBeforehandWhatWillRun() throws IOException {
        assertThat(run(LIMITS, "--dry-run", "--out", folder("a"))).isZero();
        assertThat(out.toString())
                .contains("20, 40, 80, 160, 320, 640 viewers", "memory", "time          about", "Nothing was written.");
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void shouldPrintJsonAloneWhenAsked() throws IOException {
        assertThat(run(LIMITS, "--json", "--to", "100", "--out", folder("a"))).isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).get("kind").asText())
                .isEqualTo("limits");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldSayKindlyWhatItCannotDo() throws IOException {
        assertThat(run(LIMITS, "--from", "many")).isEqualTo(ExitCode.USAGE.code());
        assertThat(run(LIMITS, "--from", "1k", "--to", "500")).isEqualTo(ExitCode.USAGE.code());
        assertThat(run(LIMITS.subList(0, 8), "--within", "0")).isEqualTo(ExitCode.USAGE.code());
        assertThat(run(List.of("limits", "swarm-999"))).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString())
                .contains("'many' is not a number of viewers")
                .contains("From 1000 to 500 viewers there is nothing to look for.")
                .contains("--within: '0' is not a share")
                .contains("cannot be scaled");
        Path mine = Files.createDirectories(place.resolve("b")).resolve("thesis.txt");
        Files.writeString(mine, "precious");
        assertThat(run(LIMITS, "--out", folder("b"))).isEqualTo(ExitCode.USAGE.code());
        assertThat(mine).hasContent("precious");
    }
}
