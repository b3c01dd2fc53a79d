package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec.Contacts;
import org.swarmload.sim.model.DeliverySpec.Discipline;
import org.swarmload.sim.model.DeliverySpec.Exchange;
import org.swarmload.sim.model.DeliverySpec.Policy;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;

/** Files and live channels in the language, from the text to what the simulator is told. */
class FileSwarmScenarioTest {
    private static final String FILE = "kind: file, size: 10MB, piece: 1MiB, block: 16KiB";
    private static final String SWARM = "exchange: choking, leave: {after: {exponential: 250s}}";

    private static String text(String content, String swarm) {
        return """
                schema: 1
                name: A file
                content: {%s}
                audience:
                  arrivals: [{count: 10, at: 0s}]
                  access: {line: {share: 100%%, down: 8Mbps, up: 1Mbps, rtt: 20ms}}
                deliveries:
                  p2p: {seeds: {count: 1, uplink: 6Mbps}, swarm: {%s}}
                """.formatted(content, swarm);
    }

    private static ModelSpec spec(String content, String swarm) {
        Scenario scenario = ScenarioReader.readText("file.yaml", text(content, swarm));
        return ScenarioCompiler.compile(scenario, "p2p", 0);
    }

    private static List<String> problems(String content, String swarm) {
        return problemsOf(text(content, swarm));
    }

    private static List<String> problemsOf(String text) {
        ScenarioException e = catchThrowableOfType(
                ScenarioException.class,
                () -> ScenarioCompiler.compile(ScenarioReader.readText("file.yaml", text), "p2p", 0));
        return e == null
                ? List.of()
                : e.problems().stream().map(Object::toString).toList();
    }

    /** Seven bits for each member and piece in one array: 2^31 words are too many. Found before anything is simulated. */
    @Test
    void shouldSayWhenTheSwarmOfAFileIsTooLarge() {
        String pieces = "kind: file, size: 65536MB, piece: 1MB";
        String crowd = "arrivals: [{count: 299999, at: 0s}]";
        assertThat(problemsOf(text(pieces, "neighbours: 40").replace("arrivals: [{count: 10, at: 0s}]", crowd)))
                .singleElement()
                .asString()
                .startsWith("file.yaml:8:50 ")
                .contains(
                        "deliveries.p2p.swarm",
                        "300,000 members and 65,536 pieces",
                        "takes 27.0 GB",
                        "57,216 at most, fewer viewers, or neighbours: all");
        assertThat(problemsOf(text(pieces, "neighbours: all").replace("arrivals: [{count: 10, at: 0s}]", crowd)))
                .isEmpty();
        assertThat(problemsOf(text("kind: file, size: 10TB, piece: 1B", "neighbours: 40")))
                .singleElement()
                .asString()
                .contains("content.piece");
    }

    @Test
    void shouldReadAFileAndHowItIsTraded() {
        ModelSpec spec =
                spec(FILE, SWARM + ", neighbours: all, upload: {discipline: slots}, seed-uploads: 12, pipeline: 5");
        ContentSpec content = spec.content();
        assertThat(content.pieces()).isEqualTo(10);
        assertThat(content.file()).isEqualTo(new ContentSpec.File(Law.constant(10_000_000), 1 << 20, 16 << 10));
        Swarm swarm = spec.delivery().swarm();
        assertThat(swarm.neighbours()).isEqualTo(Swarm.EVERYBODY);
        assertThat(swarm.parallelDownloads()).isEqualTo(Swarm.UNLIMITED);
        assertThat(swarm.picker()).isEqualTo("rarest-first");
        assertThat(swarm.announceMicros()).isZero();
        assertThat(swarm.trading().exchange()).isEqualTo(Exchange.CHOKING);
        assertThat(swarm.trading().discipline()).isEqualTo(Discipline.SLOTS);
        assertThat(swarm.trading().lingerSeconds()).isEqualTo(new Law.Exponential(250));
        assertThat(swarm.trading().seedUploads()).isEqualTo(12);
        assertThat(swarm.trading().requestsAhead()).isEqualTo(5);
    }

    @Test
    void shouldReadEncounters() {
        Swarm swarm = spec(FILE, "exchange: {contacts: {every: {exponential: 1s}, seeds: 2s, direction: take}}")
                .delivery()
                .swarm();
        assertThat(swarm.trading().exchange()).isEqualTo(Exchange.CONTACTS);
        assertThat(swarm.trading().contacts()).isEqualTo(new Contacts(new Law.Exponential(1), Law.constant(2), true));
    }

    @Test
    void shouldReadABroadcast() {
        ContentSpec content = spec(
                        "kind: live, length: 1h, segment: 2s, delay: 7s, titles: {count: 5, zipf: 1}, renditions: {hd: 4Mbps}",
                        "policy: relay")
                .content();
        assertThat(content.live()).isEqualTo(new ContentSpec.Live(7_000_000, 60_000_000));
        assertThat(content.titles()).isEqualTo(new ContentSpec.Titles(5, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admission: connections", "connections: 10", "queue: 5", "keep-alive: 1s", "latency: 20ms"})
    void shouldRefuseWhatMeansNothingForTheSeedsOfAFile(String key) {
        String line = text(FILE, SWARM).replace("uplink: 6Mbps", "uplink: 6Mbps, " + key);
        String word = key.substring(0, key.indexOf(':'));
        assertThat(problemsOf(line))
                .singleElement()
                .asString()
                .contains("deliveries.p2p.seeds." + word, "serve as peers do", "Leave out " + word);
        String stream = line.replace(FILE, "kind: vod, length: 1h, renditions: {hd: 4Mbps}")
                .replace(SWARM, "");
        assertThat(problemsOf(stream)).isEmpty();
    }

    @Test
    void shouldRefuseWhatTheSeedsOfAFileInherit() {
        String text = text(FILE, SWARM).replace("uplink: 6Mbps", "uplink: 6Mbps, queue: 5")
                + "  again: {like: p2p, seeds: {queue: !remove }}\n  more: {like: p2p, swarm: {uploads: 3}}\n";
        assertThat(problemsOf(text)).singleElement().asString().contains("deliveries.p2p.seeds.queue");
    }

    @Test
    void shouldReadOtherTrafficOfTheSeedsOfAFile() {
        String text = text(FILE, SWARM).replace("uplink: 6Mbps", "uplink: 6Mbps, background: {flat: 2Mbps}");
        ModelSpec spec = ScenarioCompiler.compile(ScenarioReader.readText("file.yaml", text), "p2p", 0);
        assertThat(spec.delivery().seeds().background()).isEqualTo(BackgroundSpec.flat(2_000_000));
    }

    @Test
    void shouldReadWhatTheClientBtDoes() {
        String text = text(FILE, "policy: bt, picker: 'bt:randomized-rarest', uplink-queue: 1s, leave: at-completion");
        ModelSpec spec = ScenarioCompiler.compile(ScenarioReader.readText("file.yaml", text), "p2p", 0);
        assertThat(spec.delivery().swarm().policy()).isEqualTo(Policy.BT);
        assertThat(spec.delivery().swarm().uploadsAtMost()).isEqualTo(Swarm.UNLIMITED);
        assertThat(spec.delivery().swarm().trading().uplinkQueueMicros()).isEqualTo(1_000_000);
        assertThat(spec.delivery().swarm().trading().lingerSeconds()).isEqualTo(Law.constant(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kind: file, size: 10MB, titles: 2 | picker: random | The operator's seeds have one file each
                    kind: file, size: {exponential: 1MB} | picker: random | Peers have the same file
                    kind: file, size: 10MB, piece: 20MB | picker: random | A piece is larger than the file.
                    kind: file, size: 10GB, piece: 1kB | picker: random | pieces; at most 65,536.
                    kind: file, size: 10MB, piece: 1MB, block: 2MB | picker: random | A block is larger than a piece.
                    kind: file, size: {exponential: 1MB}, piece: 1kB | picker: random | A file whose size is a law is one piece.
                    kind: file, size: 10MB | policy: p2p-media-loader | is for streams; this is a file.
                    kind: file, size: 10MB | upload: {discipline: serial}, uploads: 3 | A serial uploader serves one at a time.
                    kind: live, length: 1h, renditions: {hd: 4Mbps} | neighbours: all | Only peers who download a file
                    kind: live, length: 1h, renditions: {hd: 4Mbps} | exchange: choking | choking is for files in this version.
                    kind: live, length: 1h, renditions: {hd: 4Mbps} | upload: {discipline: slots} | slots uplinks are for files
                    kind: vod, length: 1h, renditions: {hd: 4Mbps} | exchange: {contacts: {every: 1s}} | contacts are for files and live
                    kind: file, size: 10MB | policy: bt, uploads: 4 | The policy bt does here what the client bt does.
                    kind: file, size: 10MB | policy: bt, exchange: choking | The policy bt does here what the client bt does.
                    kind: file, size: 10MB | uplink-queue: 1s | Only the policy bt has it.
                    kind: live, length: 1h, renditions: {hd: 4Mbps} | policy: bt | bt is for files; this is a stream.
                    kind: file, size: 10MB | leave: never | Maybe at-end.
                    kind: file, size: 10MB | leave: 10min | Maybe leave: {after: 10min}.
                    kind: file, size: 10MB | leave: later | {after: LAW}
                    kind: live, length: 1h, renditions: {hd: 4Mbps} | leave: at-completion | is for files
                    kind: live, length: 1h, delay: 1s, renditions: {hd: 4Mbps} | picker: window | before the first segment
                    """)
    void shouldNameWhatDoesNotGoTogether(String content, String swarm, String message) {
        assertThat(problems(content, swarm))
                .anySatisfy(problem -> assertThat(problem).contains(message));
    }
}
