package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.swarmload.yaml.SmallScenario.spoilt;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake yields one message: what depends on a wrong value is not judged. */
class OneMistakeTest {
    /** Each line: what is replaced, by what, and a part of the only problem. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    segment: 4s            | segmnt: 4s                   | content.segmnt: is no key here.
                    segment: 4s            | segment: 40                  | '40' has no unit.
                    segment: 4s            | segment: 11min               | out of range
                    length: 10min          | lenght: 10min                | content.lenght: is no key here.
                    kind: vod              | kind: Live                   | Maybe you meant live.
                    kind: vod              | kind: film                   | 'film' is not known here.
                    kind: vod              | kind: file                   | content.kind: There is no length, segment, renditions of kind file.
                    kind: vod              | kind: vod, delay: 8s         | content.delay: is for live, and this is vod.
                    kind: vod              | kind: Live, delay: 8s        | Maybe you meant live.
                    kind: vod              | kind: file, delay: 8s        | Maybe kind: live.
                    kind: vod              | kind: live, delay: 4min, window: 30s | A window of 30s is less than the delay of 4min
                    unlocks: "21:00"       | unlcks: "21:00"              | content.unlcks: is no key here.
                    content: {             | contnt: {                    | contnt: is no key here.
                    audience:              | audiense:                    | audiense: is no key here.
                    renditions: {sd        | renditons: {sd               | content.renditons: is no key here.
                    sd: 2Mbps, hd: 4Mbps   | sd: 2, hd: 1Mbps             | '2' has no unit.
                    viewers: 500           | vewers: 500                  | audience.vewers: is no key here.
                    arrivals:              | arivals:                     | audience.arivals: is no key here.
                    exponential: 2min      | exponental: 2min             | exponental: is no key here.
                    first: 1s, cap: 32s    | frst: 40s, cap: 500ms        | retry.frst: is no key here.
                    regions: {east: {share: 60%}, west: {share: 40%}} | regions: {} | at least one region
                    regions: {east: {share: 60%} | regions: {east: {share: 50%} | The shares add up to 90%
                    regions: {east         | regons: {east                | audience.regons: is no key here.
                    capacity: 100/s        | capcity: 100/s               | front-door.login.capcity: is no key here.
                    like: cdn              | like: cnd                    | 'cnd' is no delivery.
                    like: cdn              | lik: cdn                     | deliveries.hybrid.lik: is no key here.
                    origin: {servers: 1    | orign: {servers: 1           | deliveries.cdn.orign: is no key here.
                    uplink: 10Gbps         | uplnk: 10Gbps                | deliveries.cdn.origin.uplnk: is no key here.
                    uplink: 10Gbps         | uplink: 10Gb                 | deliveries.cdn.origin.uplink
                    serves: east           | servs: east                  | edges.e1.servs: is no key here.
                    capacity: 40Gbps       | capacity: 4Gps               | capacity: '4Gps' is not a bandwidth.
                    origin: {servers: 1, uplink: 10Gbps} | seeds: {uplink: 10Gbps} | Edges need an origin
                    decide: hybrid         | decid: hybrid                | decid: is no key here.
                    edges: {tariff         | edgs: {tariff                | costs.edgs: is no key here.
                    target: central        | traget: central              | faults.0.traget: is no key here.
                    """)
    void shouldGiveOneMessage(String piece, String other, String message) {
        assertThat(spoilt(piece, other)).singleElement().asString().contains(message);
    }

    /** Each line: a value that is set over premiere-night, and a part of the only problem. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    deliveries={}              | deliveries: Name at least one delivery.
                    content.segment=!remove    | default of 4s does not go with a buffer-ahead of 300s
                    content.segment=2s         | buffer-ahead: More than 64 segments ahead
                    player.start-up=40s        | player.start-up: Play would never start
                    deliveries.cdn.player.buffer-ahead=4.5s | Play would never go on: buffer-ahead is less than
                    content={kind: vod, unlocks: "21:00", length: 24h, segment: 5s, renditions: {low: 1Mbps, sd: 2Mbps}} | 86400s / 5s = 17,280 segments; at most 16,383.
                    audience.viewers=5M        | audience.viewers: '5M' is out of range: from 1 to 4,000,000.
                    deliveries.p2p.swarm.neighbours=101 | from 1 to 100.
                    deliveries.p2p.swarm.uploads=101    | from 1 to 100.
                    deliveries.p2p.swarm.announce=11s   | from 0s to 10s.
                    faults.0.at="05:00"        | 05:00 is after the model's end.
                    faults.0.at="19:30"        | 19:30 is more than an hour before the unlock.
                    faults.0.at="20:20"        | 20:20 is too early
                    faults.0.at="20:40"        | ``
                    faults.0.at="01:00"        | ``
                    faults.0.for=13h           | from 1ms to 12h.
                    """)
    void shouldKeepTheEnginesLimits(String set, String message) {
        List<String> problems = problems(set);
        if (message == null || message.isEmpty()) {
            assertThat(problems).isEmpty();
        } else if (set.startsWith("content.segment=2s")) {
            // Two deliveries keep 5 minutes ahead, each as written in its own place.
            assertThat(problems).hasSize(2).allSatisfy(p -> assertThat(p).contains(message));
        } else {
            assertThat(problems).singleElement().asString().contains(message);
        }
    }

    @Test
    void shouldSayWhenTheNightIs() {
        assertThat(problems("faults.0.at=\"05:00\""))
                .singleElement()
                .asString()
                .matches("(?s).*The model runs from 20:45 to 0[0-9]:[0-9]{2}; the title unlocks at 21:00\\.");
    }

    @Test
    void shouldRefuseMoreEdgesThanItTakes() {
        StringBuilder edges = new StringBuilder();
        for (int i = 0; i < 99; i++) {
            edges.append("      x").append(i).append(": {serves: [], capacity: 1Gbps}\n");
        }

        assertThat(spoilt("      w1:", edges + "      w1:"))
                .singleElement()
                .asString()
                .contains("101 edges");
    }

    private static List<String> problems(String set) {
        try {
            ScenarioReader.read("premiere-night", List.of(), List.of(set));
            return List.of();
        } catch (ScenarioException e) {
            return e.problems().stream().map(ScenarioProblem::toString).toList();
        }
    }
}
