package org.swarmload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.swarmload.sim.policy.Plugins;

/** Jars of users: the worked example line by line as its page says, and what is said of jars that are broken. */
class PluginTest extends CommandTest {
    private static final Path EXAMPLES = Path.of("..", "sim-core", "examples");
    private static final String PROVIDER = "org.swarmload.sim.picker.PickerProvider";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path place;

    @AfterEach
    void forget() {
        Plugins.install(Plugins.NONE);
    }

    /** Where the page says the top folder, this says where it is; jars of the program are those of this test. */
    @Test
    void shouldRunTheExampleAsItsPageSays() throws IOException {
        String page = Files.readString(EXAMPLES.resolve("README.md"));
        String block = page.substring(page.indexOf("```\n") + 4);
        List<String> lines = block.substring(0, block.indexOf("```")).lines().toList();
        assertThat(lines).hasSize(4);
        for (String line : lines) {
            assertThat(execute(line)).as(line + "\n" + err).isZero();
        }
        assertThat(out.toString()).contains("reproduced: digest ", "mine");
        JsonNode summary = new ObjectMapper()
                .readTree(place.resolve("out/nearest-rare/summary.json").toFile());
        String parts = summary.at("/deliveries/mine").findValue("parts").toString();
        assertThat(parts)
                .contains("NearestRare")
                .containsPattern("org.example.NearestRareProvider of nearest-rare.jar, sha256 [0-9a-f]{64}");
        assertThat(summary.at("/deliveries/p2p").findValue("parts").toString()).doesNotContain("nearest-rare.jar");

        String run = place.resolve("out/nearest-rare").toString();
        String jar = place.resolve("out/nearest-rare.jar").toString();
        assertThat(run("compare", run + ":mine", run + ":p2p", "--plugin", jar))
                .as(err.toString())
                .isZero();

        out.getBuffer().setLength(0);
        assertThat(run("verify", place.resolve("out/nearest-rare").toString())).isEqualTo(ExitCode.SCENARIO.code());
        assertThat(err.toString()).contains("'my:nearest-rare' is not known here", "--plugin JAR");
    }

    private int execute(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            String word = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            words.add(
                    word.equals("reports/target/lib/*")
                            ? System.getProperty("java.class.path")
                            : word.replaceFirst("^out/", Matcher.quoteReplacement(place.resolve("out") + "/"))
                                    .replaceFirst("^sim-core/examples", Matcher.quoteReplacement(EXAMPLES.toString())));
        }
        String[] arguments = words.subList(1, words.size()).toArray(String[]::new);
        return words.get(0).equals("./swarmload") ? run(arguments) : tool(words.get(0), arguments);
    }

    private int tool(String name, String... arguments) {
        return ToolProvider.findFirst(name)
                .orElseThrow()
                .run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    /** A jar of one class, in the package a, and one service file; an empty name is none. */
    private String jar(String source, String service, String content) throws IOException {
        Path classes = place.resolve("classes");
        Files.createDirectories(classes);
        if (!source.isEmpty()) {
            Path file = Files.writeString(place.resolve("P.java"), source);
            int code = tool(
                    "javac", "-cp", System.getProperty("java.class.path"), "-d", classes.toString(), file.toString());
            assertThat(code).as("compiles" + err).isZero();
        }
        if (!service.isEmpty()) {
            Path services = Files.createDirectories(classes.resolve("META-INF/services"));
            Files.writeString(services.resolve(service), content);
        }
        String jar = place.resolve("p.jar").toString();
        assertThat(tool("jar", "--create", "--file", jar, "-C", classes.toString(), "."))
                .isZero();
        return jar;
    }

    private static String provider(String name, String picker) {
        return "package a; public class P implements " + PROVIDER + " {"
                + " public String name() { return \"" + name + "\"; }"
                + " public org.swarmload.sim.picker.PiecePicker create() { return " + picker + "; } }";
    }

    private void check(String jar, String... said) {
        err.getBuffer().setLength(0);
        assertThat(run("validate", "premiere-night", "--plugin", jar)).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains(said).startsWith("--plugin: ");
        assertThat(err.toString().lines()).as("one message and perhaps a hint").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void shouldSayWhatIsWrongWithAFile() throws IOException {
        check(place.resolve("nowhere.jar").toString(), "there is no file", "nowhere.jar", "Maybe");
        Path text = Files.writeString(place.resolve("text.jar"), "no jar");
        check(text.toString(), "text.jar' is no jar", "Maybe");
        check(jar("", "", ""), "provides no picker and no policy", PROVIDER);
        check(jar("", PROVIDER, "a.Missing"), "cannot be used", "a.Missing", "Maybe");
    }

    @Test
    void shouldSayWhatIsWrongWithAProvider() throws IOException {
        check(jar(provider("nearest", "v -> 0"), PROVIDER, "a.P"), "is named 'nearest'", "Maybe");
        check(jar(provider("bt:nearest", "v -> 0"), PROVIDER, "a.P"), "is named 'bt:nearest'", "Maybe");
        check(jar(provider("my:p", "null"), PROVIDER, "a.P"), "'my:p' cannot be made");
    }

    @Test
    void shouldSayWhichPluginEndedARun() throws IOException {
        String jar = jar(provider("my:p", "v -> v.pieces()"), PROVIDER, "a.P");
        int code = run(
                "run",
                EXAMPLES.resolve("nearest-rare/evening.yaml").toString(),
                "--plugin",
                jar,
                "--set",
                "deliveries.mine.swarm.picker=my:p",
                "--deliveries",
                "mine",
                "--quiet",
                "--out",
                place.resolve("run").toString());
        assertThat(code).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("The picker 'my:p' answered").doesNotContain("bug of Swarmload");
        assertThat(place.resolve("run")).doesNotExist();
    }

    @Test
    void shouldKnowThePluginsOfThisCommandOnly() throws IOException {
        String jar = jar(provider("my:p", "v -> v.first(0, v.pieces())"), PROVIDER, "a.P");
        String[] validate = {"validate", "premiere-night", "--set", "deliveries.p2p.swarm.picker=my:p"};
        List<String> plugged = new ArrayList<>(List.of(validate));
        plugged.addAll(List.of("--plugin", jar));
        assertThat(run(plugged.toArray(String[]::new))).as("%s", err).isZero();
        assertThat(run(validate)).isEqualTo(ExitCode.SCENARIO.code());
        plugged.set(3, "deliveries.p2p.swarm.picker=my:q");
        assertThat(run(plugged.toArray(String[]::new))).isEqualTo(ExitCode.SCENARIO.code());
        assertThat(err.toString()).contains("'my:q' is not known here");
        plugged.set(3, "deliveries.p2p.swarm.policy=my:p");
        assertThat(run(plugged.toArray(String[]::new)))
                .as("a picker is no policy")
                .isEqualTo(3);
    }
}
