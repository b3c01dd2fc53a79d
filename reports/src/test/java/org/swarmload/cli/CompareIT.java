package org.swarmload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finished runs are held against each other. */
class CompareIT extends CommandTest {
    @TempDir
    static Path place;

    @BeforeAll
    static void runTwice() {
        simulate("before", "2017", "80/s");
        simulate("after", "2017", "1/s");
        simulate("other", "2018", "80/s");
    }

    private static void simulate(String name, String seed, String login) {
        Main.execute(
                new String[] {
                    "run",
                    "premiere-night",
                    "--set",
                    "audience.viewers=80",
                    "--set",
                    "front-door.login.capacity=" + login,
                    "--seed",
                    seed,
                    "--replications",
                    "3",
                    "--deliveries",
                    "cdn,hybrid",
                    "--no-report",
                    "--quiet",
                    "--out",
                    place.resolve(name).toString()
                },
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()));
    }

    private static String at(String name) {
        return place.resolve(name).toString();
    }

    @Test
    void shouldPairRunsOfOneSeedAndSayWhatDiffers() throws IOException {
        assertThat(run("compare", at("before"), at("after"), "--metrics", "startup-time,viewers"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("front-door.login.capacity: 80/s -> 1/s")
                .contains("Paired by replication: same seed, same audience.")
                .containsPattern("viewers +80 +80 +0 +0 +same")
                .containsPattern("startup-time .* less");
        out.getBuffer().setLength(0);
        run("compare", at("before"), at("after"), "--json");
        ObjectMapper json = new ObjectMapper();
        JsonNode contrast = json.readTree(out.toString()).at("/contrasts/0");
        JsonNode summary =
                json.readTree(Path.of(at("before")).resolve("summary.json").toFile());
        assertThat(contrast.get("interval").asText()).isEqualTo("paired");
        assertThat(contrast.at("/metrics/startup-time/first"))
                .isEqualTo(summary.at("/deliveries/cdn/metrics/startup-time/mean"));
    }

    @Test
    void shouldCompareDeliveriesOfOneRun() {
        assertThat(run("compare", at("before") + ":cdn", at("before") + ":hybrid", "--csv"))
                .isZero();
        assertThat(out.toString()).contains(":hybrid,paired,peer-bytes,0,").contains(",3,less");
    }

    @Test
    void shouldNotPairTwoSeeds() {
        assertThat(run("compare", at("before"), at("other"))).isZero();
        assertThat(out.toString()).contains("Unpaired: the seeds differ").contains("seed: 2017 -> 2018");
    }

    @Test
    void shouldSayWhatIsNoRun() throws IOException {
        assertThat(run("compare", at("nothing"), at("before"))).isEqualTo(2);
        assertThat(run("compare", at("before") + ":cnd", at("after"))).isEqualTo(2);
        assertThat(run("compare", at("before"), at("after"), "--metrics", "ofload"))
                .isEqualTo(2);
        assertThat(run("compare", at("before") + ":cdn", at("after"), "--json", "--csv"))
                .isEqualTo(2);
        Path old = Files.createDirectories(place.resolve("old"));
        Files.writeString(old.resolve("summary.json"), "{\"deliveries\": {\"cdn\": {\"runs\": [{}]}}}");
        Files.writeString(old.resolve("effective-scenario.yaml"), "schema: 1");
        assertThat(run("compare", at("old"), at("after"))).isEqualTo(2);
        assertThat(err.toString())
                .contains("is not the folder of a run", "has no delivery 'cnd'", "'ofload' is no metric", "offload")
                .contains("older version");
    }

    /** The folder of a run whose scenario says something else. */
    private static String changed(String name, UnaryOperator<String> change) throws IOException {
        Path folder = Files.createDirectories(place.resolve(name));
        Path from = place.resolve("before");
        Files.copy(from.resolve("summary.json"), folder.resolve("summary.json"));
        String scenario = Files.readString(from.resolve("effective-scenario.yaml"));
        String now = change.apply(scenario);
        assertThat(now).isNotEqualTo(scenario);
        Files.writeString(folder.resolve("effective-scenario.yaml"), now);
        return folder.toString();
    }

    @Test
    void shouldNotTakeAudiencesForTheSameThatAreDrawnOtherwise() throws IOException {
        String drawn =
                changed("drawn", text -> text + "unknowns: {audience.viewers: {times: {uniform: [0.8, 1.2]}}}\n");
        assertThat(run("compare", at("before"), drawn, "--metrics", "viewers")).isZero();
        assertThat(out.toString()).contains("The audiences differ").doesNotContain("same audience.");
    }

    /** What was asked for needs no scenario; what is usual does, and with it the plugin. */
    @Test
    void shouldReadARunWithAPluginWhereMetricsAreAskedFor() throws IOException {
        String plugged = changed("plugged", text -> text.replaceAll("picker: *[a-z-]+", "picker: \"my:own\""));
        assertThat(run("compare", plugged, at("after"), "--metrics", "viewers"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("viewers");
        out.getBuffer().setLength(0);
        assertThat(run("compare", plugged, at("after"))).isEqualTo(ExitCode.SCENARIO.code());
        assertThat(err.toString()).contains("'my:own' is not known here", "--plugin JAR");
        assertThat(out.toString()).isEmpty();
    }
}
