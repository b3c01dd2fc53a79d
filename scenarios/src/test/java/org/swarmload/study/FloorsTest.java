package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyResult.Floor;
import org.swarmload.yaml.ScenarioReader;

class FloorsTest {
    private static final String LINES = "audience.access={slow: {share: 25%, down: 350kbps, up: 1Mbps, rtt: 100ms}, "
            + "fast: {share: 75%, down: 42Mbps, up: 1Mbps, rtt: 20ms}}";

    @Test
    void shouldCountTheRoundTripsAndTheBytesOfAStart() {
        // 6 s at 700 kbit/s in 12 s and 0.1 s; five round trips: four calls at the door, one for the piece.
        Floor mean = floor("startup-time.mean < 3s", "audience.patience.start-up.abandon.at-most=0%");

        assertThat(mean.best()).isCloseTo(0.25 * (12 + 0.5) + 0.75 * (0.1 + 0.1), within(1e-6));
        assertThat(mean.share()).isCloseTo(0.25, within(1e-9));
        assertThat(mean.unmeetable()).isTrue();
        assertThat(floor("startup-time.p50 < 3s").best()).isCloseTo(0.2, within(1e-6));
        assertThat(floor("startup-time.p50 < 3s").unmeetable()).isFalse();
    }

    @Test
    void shouldLetImpatientPeopleGoBeforeTheyCount() {
        // The slow wait 12.5 s: 10.5 s past the first two, 60.9 % have left.
        Floor exits = floor("exits-before-start < 10%");

        assertThat(exits.best()).isCloseTo(0.25 * 10.5 * 0.058, within(1e-6));
        assertThat(exits.unmeetable()).isTrue();
        double stay = 0.25 * (1 - 10.5 * 0.058);
        assertThat(floor("startup-time.mean < 3s").best())
                .isCloseTo((stay * 12.5 + 0.75 * 0.2) / (stay + 0.75), within(1e-6));
        assertThat(floor("start-failures < 1%").best()).isZero();
    }

    @Test
    void shouldSayWhoCannotPlayWithoutStalls() {
        Floor stalls = floor("rebuffering-ratio < 1%", "audience.patience.start-up.abandon.at-most=0%");
        // 350 kbit/s for 700: 3540 s take twice as long, less the start-up buffer; all others play on.
        double stall = 0.25 * ((3_540 - 2.5) * 2 - 3_540);

        assertThat(stalls.share()).isCloseTo(0.25, within(1e-9));
        assertThat(stalls.best()).isCloseTo(stall / (stall + 3_540), within(1e-6));
    }

    @Test
    void shouldTakeTheTimeOfAFileFromItsSizeAndTheLine() {
        Floor floor = fileFloor("42MB", "completion-time.p95 < 5min");

        assertThat(floor.best()).isCloseTo(960.5, within(1e-6));
        assertThat(floor.share()).isCloseTo(0.25, within(1e-9));
    }

    /** Nine of ten files are small: the mean of all sizes is the size of none. */
    @Test
    void shouldTakeTheTimesOfFilesThatDifferFromTheirSizes() {
        String size = "{choice: [[1.05MB, 90%], [105MB, 10%]]}";
        Floor half = fileFloor(size, "completion-time.p50 < 1s");

        // Three quarters have 42 Mbit/s, and nine of ten of these need 0.2 s.
        assertThat(half.best()).isCloseTo(0.2 + 0.1, within(1e-6));
        assertThat(half.unmeetable()).isFalse();
        assertThat(half.share()).isCloseTo(0.25 + 0.75 * 0.1, within(1e-9));
        assertThat(half.why()).contains("11.4 MB on average");
        // 11.445 MB take 2.18 s and 261.6 s.
        assertThat(fileFloor(size, "completion-time < 1min").best())
                .isCloseTo(0.75 * (2.18 + 0.1) + 0.25 * (261.6 + 0.5), within(1e-6));
        assertThat(fileFloor(size, "completion-time < 1min").unmeetable()).isTrue();
    }

    private static Floor fileFloor(String size, String objective) {
        Scenario scenario = ScenarioReader.read(
                "premiere-night",
                List.of(),
                List.of(
                        "content={kind: file, size: " + size + "}",
                        "player=!remove",
                        "audience.devices=!remove",
                        "audience.patience=!remove",
                        "audience.stay=!remove",
                        "deliveries={plain: {origin: {uplink: 1Gbps}}}",
                        "decide=plain",
                        "faults=[]",
                        "costs=!remove",
                        LINES,
                        "objectives=[" + objective + "]"));
        return Floors.of(scenario).get(0);
    }

    /** Who brings the file on a fast line has no completion time: half of those who have one are on slow lines. */
    @Test
    void shouldLeaveOutWhoBringsTheFile() {
        Floor floor = Floors.of(ScenarioReader.read(
                        "premiere-night",
                        List.of(),
                        List.of(
                                "content={kind: file, size: 42MB}",
                                "player=!remove",
                                "audience.viewers=!remove",
                                "audience.arrivals=[{count: 60, at: 0s}]",
                                "audience.initial=[{count: 20, holds: none, access: slow},"
                                        + " {count: 100, holds: all, access: fast}]",
                                "audience.devices=!remove",
                                "audience.patience=!remove",
                                "audience.stay=!remove",
                                "deliveries={p2p: {swarm: {neighbours: 20}}}",
                                "decide=p2p",
                                "faults=[]",
                                "costs=!remove",
                                LINES,
                                "objectives=[completion-time.p95 < 5min]")))
                .get(0);

        // 20 and a quarter of 60 of 80.
        assertThat(floor.share()).isCloseTo(35.0 / 80, within(1e-9));
    }

    @Test
    void shouldKnowThatABroadcastBeginsADelayAfterTheUnlock() {
        String[] live = {
            "content={kind: live, length: 59min, unlocks: \"21:00\", delay: 10s, renditions: {low: 700kbps}}",
            "audience.arrivals=[{share: 40%, at: -60s}, {share: 20%, at: 5s}, {share: 40%, at: 60s}]",
            "audience.notice=0s",
            "audience.patience=!remove",
            "audience.devices=!remove",
            "player.buffer-ahead=30s",
            "deliveries={cdn: {origin: {uplink: 1Tbps}}}",
            "faults=[]",
            "costs=!remove"
        };
        // A delay of 10 s is three segments of 4 s; the slow wait 8.5 s for their line.
        Floor p95 = floor("startup-time.p95 < 11s", live);

        assertThat(p95.best()).isEqualTo(12);
        assertThat(floor("startup-time.p50 < 11s", live).best()).isCloseTo(8.5, within(1e-9));
        assertThat(p95.share()).isCloseTo(0.4, within(1e-9));
        assertThat(p95.unmeetable()).isTrue();
        assertThat(p95.why()).endsWith("by content.delay nobody has a frame before 12s after the unlock");
    }

    @Test
    void shouldSayNothingOfMetricsThatLinesDoNotDecide() {
        Scenario scenario = ScenarioReader.read("premiere-night", List.of(), List.of("objectives=[cost < 5000 USD]"));

        assertThat(Floors.of(scenario)).isEmpty();
    }

    private static Floor floor(String objective, String... sets) {
        List<String> all = new ArrayList<>(List.of(sets));
        all.add(LINES);
        all.add("decide=cdn");
        all.add("objectives=[\"" + objective + "\"]");
        return Floors.of(ScenarioReader.read("premiere-night", List.of(), all)).get(0);
    }
}
