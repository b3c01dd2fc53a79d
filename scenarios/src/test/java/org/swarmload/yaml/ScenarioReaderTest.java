package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.swarmload.yaml.SmallScenario.problems;
import static org.swarmload.yaml.SmallScenario.spoilt;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.library.ScenarioLibrary;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.DeliverySpec.Policy;
import org.swarmload.sim.model.Law;

class ScenarioReaderTest {
    @Test
    void shouldReadASoundScenario() {
        Scenario scenario = ScenarioReader.readText("small.yaml", SmallScenario.TEXT);

        assertThat(scenario.name()).isEqualTo("Small night");
        assertThat(scenario.id()).isEqualTo("small-night");
        assertThat(scenario.content().unlocks()).isEqualTo(LocalTime.of(21, 0));
        assertThat(scenario.audience().viewers()).isEqualTo(500);
        assertThat(scenario.audience().arrivals().get(0).offsetSeconds()).isEqualTo(new Law.Uniform(-90, 0));
        assertThat(scenario.audience().access().get(1).uploadAllowed()).isFalse();
        assertThat(scenario.audience().devices().get(1).p2p()).isEqualTo(PeerRole.DOWNLOAD_ONLY);
        assertThat(scenario.frontDoor().get(0).serviceSeconds()).isEqualTo(Law.constant(0.01));
        assertThat(scenario.frontDoor().get(1).queueLimit()).isEqualTo(Integer.MAX_VALUE);
        assertThat(scenario.objectives().get(1).limit()).isEqualTo(4);
        assertThat(scenario.costs().contracts().payers()).containsOnlyKeys("edges", "peers");
    }

    @Test
    void shouldMergeADeliveryOverTheOneItIsLike() {
        DeliveryDef hybrid =
                ScenarioReader.readText("small.yaml", SmallScenario.TEXT).delivery("hybrid");

        assertThat(hybrid.edges()).hasSize(2);
        assertThat(hybrid.edges().get(0).server().background().mostBps()).isEqualTo(15_000_000_000L);
        assertThat(hybrid.swarm().policy()).isEqualTo(Policy.P2P_MEDIA_LOADER);
        assertThat(hybrid.swarm().uploadCapBps()).isEqualTo(3_000_000);
    }

    @Test
    void shouldReadEveryLibraryScenario() {
        for (String name : ScenarioLibrary.names()) {
            assertThat(ScenarioReader.read(name).name()).isNotBlank();
        }
    }

    @Test
    void shouldPrintProblemsWithPlacePathAndHint() {
        String text = SmallScenario.with("up: 10Mbps", "up: 10Mpbs");

        assertThat(problems(text))
                .containsExactly("small.yaml:17:77  audience.access.cable.up: '10Mpbs' is not a bandwidth.\n"
                        + "    Maybe you meant 10Mbps.");
    }

    @Test
    void shouldReportEveryProblemAtOnceInOrder() {
        String text = SmallScenario.TEXT
                .replace("viewers: 500", "viewers: many")
                .replace("picker: window", "picker: windwo")
                .replace("zone: America/New_York", "zone: America/NewYork");

        assertThat(problems(text))
                .containsExactly(
                        "small.yaml:4:7  zone: 'America/NewYork' is no time zone.\n    Maybe you meant America/New_York.",
                        "small.yaml:8:12  audience.viewers: 'many' is not a count.",
                        "small.yaml:31:76  deliveries.p2p.swarm.picker: 'windwo' is not known here.\n"
                                + "    Maybe you meant window.");
    }

    /** Each line: what is replaced, by what, and a part of the only problem. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    viewers: 500           | vewers: 500                  | audience.vewers: is no key here.
                    viewers: 500           | viewers: 500.5               | '500.5' is not a whole number.
                    viewers: 500           | viewers: 0                   | '0' is out of range: from 1 to 4,000,000.
                    viewers: 500           | viewers: 4000001             | '4000001' is out of range
                    viewers: 500 | viewers: {at: 3} | audience.viewers: This must be a count, it is a map.
                    viewers: 500 | viewers: | audience.viewers: This must be a count, it is empty.
                    viewers: 500           | viewers: [500]               | This must be a count, it is a list.
                    up: 10Mbps             | up: 10                       | '10' has no unit.
                    up: 10Mbps             | up: 10mb                     | '10mb' is ambiguous
                    up: 10Mbps             | up: 10s                      | '10s' is a duration, not a bandwidth.
                    up: 10Mbps             | up: -10Mbps                  | '-10Mbps' is out of range
                    up: 10Mbps | up: {expnential: 3Mbps} | audience.access.cable.up.expnential: No such law.
                    up: 10Mbps             | up: {uniform: [2Mbps, 1Mbps]}| The first value is above the second: '2Mbps', '1Mbps'.
                    up: 10Mbps             | up: {uniform: [2Mbps]}       | This must be [least, most], it is a list.
                    up: 10Mbps             | up: {triangular: [2Mbps, 1Mbps, 3Mbps]} | these do not: '2Mbps', '1Mbps', '3Mbps'.
                    up: 10Mbps             | up: {lognormal: 3Mbps}       | needs its percentiles
                    up: 10Mbps             | up: {lognormal: {p10: 3Mbps}}| takes p10 and p90
                    up: 10Mbps             | up: {lognormal: {p10: 3Mbps, p90: 1Mbps}}| these do not: p10 '3Mbps', p90 '1Mbps'.
                    up: 10Mbps | up: {lognormal: {median: 3Mbps, sigma: x}} | is not a plain number from 0 to 5
                    up: 10Mbps | up: {choice: [[1Mbps, 50%], [2Mbps, 40%]]} | The shares add up to 90%, not 100%.
                    up: 10Mbps             | up: {choice: [1Mbps]}        | This must be [value, share]
                    up: 10Mbps             | up: {exponential: 0bps}      | The mean must be more than 0.
                    share: 80% | share: 79% | audience.arrivals: The shares add up to 99%, not 100%.
                    share: 80%             | share: 0.8                   | '0.8' has no unit.
                    exponential: 2min      | exponental: 2min             | exponental: is no key here.
                    exponential: 2min      | exponential: 2min, at: 0s    | One law, not at and exponential.
                    length: 10min          | lenght: 10min                | content.lenght: is no key here.
                    segment: 4s            | segment: 20min               | out of range
                    kind: vod              | kind: film                   | 'film' is not known here.
                    unlocks: "21:00"       | unlocks: "21:60"             | '21:60' is no clock time.
                    unlocks: "21:00"       | unlocks: nine                | 'nine' is no clock time.
                    sd: 2Mbps, hd: 4Mbps   | sd: 2Mbps, hd: 2Mbps         | Another rendition has this rate.
                    hd: 4Mbps              | a: 3Mbps, b: 4Mbps, c: 5Mbps, hd: 6Mbps | at most 4 renditions
                    top: sd                | top: uhd                     | 'uhd' is not known here.
                    p2p: full              | p2p: fulll                   | 'fulll' is not known here.
                    capacity: 100/s        | capacity: 100                | '100' has no unit.
                    capacity: 100/s | servers: 3, capacity: 100/s | Either a capacity or servers with their service.
                    capacity: 100/s,       | ` `                          | How fast is it?
                    licence:               | login:                       | The service login is here twice.
                    serves: east           | serves: north                | 'north' is no region of the audience.
                    serves: east           | serves: west                 | The edge e1 serves west already.
                    serves: [west]         | serves: []                   | No edge serves west.
                    flat: 15Gbps | flat: 45Gbps | Other traffic takes all of the capacity.
                    like: cdn              | like: cnd                    | 'cnd' is no delivery.
                    like: cdn              | like: hybrid                 | a circle
                    policy: generic, picker: window | policy: p2p-media-loader     | p2p-media-loader needs an origin
                    seeds: {count: 2, uplink: 1Gbps}, | ` `               | Nobody has the title
                    , swarm: {policy: generic, picker: window} | ` `      | Seeds without a swarm are not supported
                    origin: {servers: 1, uplink: 10Gbps} | seeds: {uplink: 10Gbps} | Edges need an origin to fill from.
                    uplink: 10Gbps         | uplnk: 10Gbps                | uplnk: is no key here.
                    target: central        | target: centrall             | 'centrall' is no target.
                    target: central        | target: edge e2              | There is no 'e2'.
                    target: central        | target: service logn         | There is no 'logn'.
                    at: "21:02"            | at: "21:62"                  | '21:62' is no clock time.
                    decide: hybrid         | decide: hybrd                | 'hybrd' is no delivery.
                    decide: hybrid | x-decide: hybrid | decide: is missing: whose objectives set the verdict?
                    start-failures < 0.5%  | start-failures 0.5%          | is no objective.
                    start-failures < 0.5%  | start-failures < 0.5         | The limit '0.5' has no unit.
                    start-failures < 0.5%  | start-failurs < 0.5%         | 'start-failurs' is no metric.
                    start-failures < 0.5%  | completion-time.p95 < 1h     | a stream is no file.
                    start-failures < 0.5%  | seed-link-use < 50%          | seed-link-use is not measured: hybrid has no seeds.
                    costs: {edges: {tariff: cloudfront-list}, peers: {tariff: vendor-share-of-cdn}} | expect: [{metric: cost, at-most: 5000}] | cost needs costs:.
                    start-failures < 0.5%  | start-failures.p95 < 0.5%    | is one number, no distribution
                    startup-time.p95 < 4s  | startup-time.p96 < 4s        | 'p96' is no statistic.
                    tariff: cloudfront-list| tariff: cloudfrot-list       | There is no tariff 'cloudfrot-list'.
                    edges: {tariff: cloudfront-list}, | ` `               | needs the CDN's tariff.
                    schema: 1              | schema: 2                    | This version reads schema 1.
                    schema: 1              | x-schema: 1                  | schema: is missing.
                    seed: 7                | seed: -7                     | out of range
                    replications: 2        | replications: 0              | out of range
                    until: end             | until: "20:00"               | The run would end before the unlock.
                    zone: America/New_York | zone: Mars/Olympus           | 'Mars/Olympus' is no time zone.
                    cap: 32s               | cap: 500ms                   | The cap of 0.5s is below the first delay of 1s.
                    backoff: exponential   | backoff: none                | With none nobody tries again, and first, cap, jitter, attempts do nothing.
                    attempts: 8            | attempts: forever            | 'forever' is not known here.
                    attempts: 8            | attempts: for-ever           | ``
                    servers: 1, uplink     | connections: unlimited, servers: 1, uplink | ``
                    queue: 2000            | queue: unlimited             | ``
                    timeout: 10s           | timeout: never               | ``
                    until: end             | until: alldone               | Maybe you meant all-done.
                    until: end             | until: 95%                   | Maybe 95% done.
                    until: end             | until: later                 | Known here: end, all-done, 95% done, a duration
                    regions:               | stay: 2h\\n  regions:       | '2h' is more than the title of 10min.
                    regions:               | stay: 5min\\n  regions:     | ``
                    decide: hybrid         | decide: hybrid\\nexpect: [start-failures < 30%] | Maybe {metric: start-failures, at-most: 30%}.
                    decide: hybrid         | decide: hybrid\\nexpect: [{metric: start-failures, at-most: lots}] | 'lots' is not a percentage.
                    jitter: full           | jitter: fll                  | 'fll' is not known here.
                    name: Small night      | name: [Small night]          | name: This must be a text, it is a list.
                    name: Small night      | name: Small night, warm-up   | ``
                    run: {replications: 2  | run: {isps: 10%              | 'isps' is not supported by this version.
                    decide: hybrid         | decide: hybrid\\nunknowns: [] | unknowns: This must be a map of keys and values, it is a list.
                    name: Small night      | "<<": *x                     | stands for nothing
                    """)
    void shouldNameTheProblem(String piece, String other, String message) {
        List<String> problems = spoilt(piece, other.replace("\\n", "\n"));

        if (message.isEmpty()) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).anySatisfy(p -> assertThat(p).contains(message));
        }
    }

    @Test
    void shouldReportAMissingPartOnce() {
        List<String> problems = problems("schema: 1\nname: Nothing\n");

        assertThat(problems)
                .hasSize(3)
                .allSatisfy(p -> assertThat(p).startsWith("small.yaml:1:1  ").contains("is missing."));
    }

    @Test
    void shouldRefuseDuplicateKeysWithBothPlaces() {
        assertThat(spoilt("seed: 7", "name: Other"))
                .containsExactly("small.yaml:3:1  name: is written twice; first at small.yaml:2:1.");
    }

    @Test
    void shouldRefuseASecondDocument() {
        assertThat(problems("schema: 1\n---\nschema: 1\n"))
                .containsExactly("small.yaml:2:1  A second document begins here; write one per file.");
    }

    @Test
    void shouldRefuseAnAliasBomb() {
        String bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
                + IntStream.range(0, 12)
                        .mapToObj(i -> {
                            char from = (char) ('a' + i);
                            char to = (char) ('b' + i);
                            return to + ": &" + to + " [" + ("*" + from + ", ").repeat(7) + "*" + from + "]\n";
                        })
                        .collect(Collectors.joining());

        assertThat(problems(bomb))
                .singleElement()
                .asString()
                .startsWith("small.yaml:")
                .contains("Too large");
        assertThat(problems("a: &a b\nc: [" + "*a, ".repeat(200) + "*a]\n"))
                .singleElement()
                .asString()
                .contains("More than 100 aliases");
    }

    @Test
    void shouldRefuseDeepNesting() {
        assertThat(problems("a: " + "[".repeat(100_000)))
                .containsExactly("small.yaml:1:53  Nested more than 50 levels deep.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a: b: c                | mapping values are not allowed here
                    a: [b                  | Not YAML
                    - a                    | A scenario is a map of keys and values, this is a list.
                    justaword              | A scenario is a map of keys and values
                    {[a]: b}               | A key must be a word
                    a: !!python/object x   | is missing
                    a: !java x             | The tag !java is not known.
                    {a: !remove}           | Leave a space after !remove.
                    a: *b                  | stands for nothing
                    # only a comment       | Nothing is written here.
                    "a\\u0000": b          | is no key here
                    """)
    void shouldSurviveWhatIsNoScenario(String text, String message) {
        assertThat(problems(text)).anySatisfy(p -> assertThat(p).contains(message));
    }

    @Test
    void shouldShareAnAliasedValue() {
        String text =
                SmallScenario.TEXT.replace("up: 10Mbps", "up: &line 10Mbps").replace("up: 1Mbps", "up: *line");

        assertThat(ScenarioReader.readText("small.yaml", text)
                        .audience()
                        .access()
                        .get(1)
                        .upBps())
                .isEqualTo(Law.constant(10_000_000));
    }

    @Test
    void shouldIgnoreThePlannersOwnNotes() {
        assertThat(spoilt("seed: 7", "seed: 7\nx-note: {anything: [goes]}")).isEmpty();
    }

    @Test
    void shouldSuggestLibraryNames() {
        assertThatThrownBy(() -> ScenarioReader.read("premier-night"))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("premier-night  There is no scenario 'premier-night' in the library.\n"
                        + "    Maybe you meant premiere-night. A file's name ends in .yaml.");
    }
}
