package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyResult.Bound;
import org.swarmload.yaml.ScenarioReader;

/** The values that the cases of the literature give, from scenarios. */
class FileAndDoorBoundsTest {
    private static final String LINE = "audience.access={line: {share: 100%, down: 2Mbps, up: 1Mbps, rtt: 0s}}";
    private static final String ALONE = "deliveries={it: {origin: {uplink: 30Mbps}}}";
    private static final String SWARM = "deliveries={it: {seeds: {uplink: 30Mbps}, swarm: {neighbours: all}}}";
    private static final String AT_ONCE = "audience.arrivals=[{count: 100, at: 0s}]";

    @Test
    void shouldGiveTheTimesOfKumarAndRoss() {
        assertThat(file(ALONE, AT_ONCE, "content.size=1.875GB").get("completion-time.max"))
                .isCloseTo(50_000, within(1e-6));
        assertThat(file(SWARM, AT_ONCE, "content.size=1.875GB").get("completion-time.max"))
                .isCloseTo(11_538.46, within(0.01));
    }

    @Test
    void shouldTakeTheTimeBetweenTheFirstAndTheLastOff() {
        String tenSeconds = "audience.arrivals=[{count: 100, uniform: [0s, 10s]}]";

        assertThat(file(SWARM, tenSeconds, "content.size=1.875GB").get("completion-time.max"))
                .isCloseTo(11_528.46, within(0.01));
        assertThat(file(SWARM, "audience.arrivals=[{count: 100, uniform: [0s, 10h]}]", "content.size=1.875GB"))
                .doesNotContainKey("completion-time.max");
    }

    @Test
    void shouldNotAskServersForCopiesThatAreThere() {
        // One of them brings the file: the servers' 1 Mbit/s for one copy binds no more.
        Map<String, Double> brought = file(
                "deliveries={it: {seeds: {uplink: 1Mbps}, swarm: {neighbours: all}}}",
                AT_ONCE,
                "audience.initial=[{count: 100, holds: all}]",
                "content.size=1.875GB");

        assertThat(brought.get("completion-time.max")).isCloseTo(7_500, within(1e-6));
        assertThat(brought.get("offload")).isEqualTo(1);
    }

    /** A hundred who bring the file send 10 Mbit/s each, whatever the share of their class among the others. */
    @Test
    void shouldCountTheUplinksOfGroupsOnAGivenClass() {
        Map<String, Double> brought = file(
                "deliveries={it: {seeds: {uplink: 1Mbps}, swarm: {neighbours: all}}}",
                AT_ONCE,
                "audience.access={line: {share: 99%, down: 100Mbps, up: 1Mbps, rtt: 0s},"
                        + " fast: {share: 1%, down: 100Mbps, up: 10Mbps, rtt: 0s}}",
                "audience.initial=[{count: 100, holds: all, access: fast}]",
                "content.size=1.875GB");

        // 100 files of 15 Gbit over 1 Mbit/s, 100 times 10 Mbit/s and 100 times 1.09 Mbit/s.
        assertThat(brought.get("completion-time.max")).isCloseTo(1_500e9 / 1_110e6, within(1e-6));
    }

    /** Who brings the file on a slow line downloads nothing over it; nor does who lacks one piece of it all. */
    @Test
    void shouldTakeTheSlowestLineOfThoseWhoDownloadEverything() {
        String lines = "audience.access={slow: {share: 50%, down: 1Mbps, up: 9Mbps, rtt: 0s},"
                + " fast: {share: 50%, down: 4Mbps, up: 9Mbps, rtt: 0s}}";
        String counts = lines.replace("share: 50%", "count: 50");
        String swarm = "deliveries={it: {seeds: {uplink: 1Gbps}, swarm: {neighbours: all}}}";
        String size = "content.size=1.875GB";
        String slowBring = "audience.initial=[{count: 50, holds: all, access: slow}]";

        assertThat(file(swarm, lines, AT_ONCE, size).get("completion-time.max")).isCloseTo(15_000, within(1e-6));
        assertThat(file(swarm, counts, AT_ONCE, size).get("completion-time.max"))
                .isCloseTo(15_000, within(1e-6));
        assertThat(file(
                                swarm,
                                lines.replace("slow: {share: 50%", "slow: {share: 1%")
                                        .replace("fast: {share: 50%", "fast: {share: 99%"),
                                AT_ONCE,
                                size,
                                slowBring)
                        .get("completion-time.max"))
                .isCloseTo(3_750, within(1e-6));
        // The first fifty are on slow lines and bring all but a piece.
        assertThat(file(
                                swarm,
                                counts,
                                "audience.arrivals=[{count: 50, at: 0s}]",
                                size,
                                "audience.initial=[{count: 50, holds: {all-but: 1}}]")
                        .get("completion-time.max"))
                .isLessThan(3_750);
    }

    @Test
    void shouldGiveTheSteadyStateOfQiuAndSrikant() {
        Map<String, Double> open = file(
                "deliveries={it: {seeds: {uplink: 1Mbps}, swarm: {neighbours: 40, leave: {after: {exponential: 250s}}}}}",
                "audience.arrivals=[{rate: 0.5/s, for: 20h}]",
                "audience.access.line.down=4Mbps",
                "content.size=125MB");

        assertThat(open.get("leechers")).isCloseTo(375, within(1e-6));
        assertThat(open.get("seeds-online")).isCloseTo(125, within(1e-6));
        assertThat(open.get("completion-time")).isCloseTo(750, within(1e-6));
    }

    @Test
    void shouldShareALinkAmongPoissonRequests() {
        Map<String, Double> shared = file(
                "deliveries={it: {origin: {uplink: 10Mbps}}}",
                "audience.arrivals=[{rate: 8/s, for: 1h}]",
                "audience.access.line.down=10Gbps",
                "content.size={exponential: 125kB}");

        assertThat(shared.get("completion-time")).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void shouldNotLetAnybodyFinishBeforeTheMachinesHaveWorkedItOff() {
        // 100 files of 0.15 Gbit each at 30 Mbit/s take 500 s; who comes evenly for 100 s waits 200 s on average.
        Map<String, Double> flash = file(
                ALONE,
                "audience.arrivals=[{count: 100, uniform: [0s, 100s]}]",
                "audience.access.line.down=10Gbps",
                "content.size=18.75MB");

        assertThat(flash.get("completion-time")).isCloseTo(200, within(3.0));
    }

    /** Served by their size, small files are done before the mean of them all is; who comes last may find nobody. */
    @Test
    void shouldSayNothingOfTheMeanTimeOfFilesThatDifferNorAfterAWarmUp() {
        String evenly = "audience.arrivals=[{count: 100, uniform: [0s, 100s]}]";

        assertThat(file(ALONE, evenly, "content.size=10MB")).containsKey("completion-time");
        assertThat(file(ALONE, evenly, "content.size={choice: [[1MB, 90%], [91MB, 10%]]}"))
                .doesNotContainKey("completion-time");
        assertThat(file(ALONE, evenly, "content.size=10MB", "run.warm-up=50s")).doesNotContainKey("completion-time");
    }

    /** In a thousand people there may be no large file at all, and each needs a thousandth of the mean. */
    @Test
    void shouldNotJudgeByTheTimeThatAllNeedWhereFilesDiffer() {
        String thousand = "audience.arrivals=[{count: 1000, at: 0s}]";

        assertThat(slowest(thousand, "content.size=10MB").brokenBy(0.001)).isTrue();
        assertThat(slowest(thousand, "content.size={choice: [[10kB, 99.9%], [10GB, 0.1%]]}")
                        .brokenBy(0.001))
                .isFalse();
    }

    private static Bound slowest(String... sets) {
        List<String> all = new ArrayList<>(List.of(sets));
        all.add(ALONE);
        return bounds(true, all).stream()
                .filter(bound -> bound.metric().equals("completion-time.max"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldGiveErlangsLossesAndTheQueueOfKendall() {
        assertThat(door("front-door=[{d: {servers: 100, service: {exponential: 1s}, queue: 0}}]", "100/s")
                        .get("front-door-blocked-share"))
                .isCloseTo(0.0757, within(1e-5));
        Map<String, Double> line =
                door("front-door=[{d: {servers: 50, service: {exponential: 1s}, queue: 10}}]", "45/s");
        assertThat(line.get("front-door-blocked-share")).isCloseTo(0.014323, within(1e-6));
        assertThat(line.get("front-door-queue")).isCloseTo(1.1188, within(1e-4));
    }

    @Test
    void shouldGiveWaitsInOrderOfArrival() {
        String one = "front-door=[{d: {servers: 1, service: {exponential: 1s}}}]";
        String constant = "front-door=[{d: {capacity: 1/s}}]";

        assertThat(door(one, "0.8/s").get("front-door-wait")).isCloseTo(5, within(1e-9));
        assertThat(door(constant, "0.8/s").get("front-door-wait")).isCloseTo(3, within(1e-9));
        assertThat(door(constant, "2/s")).doesNotContainKey("front-door-wait");
        assertThat(door(constant, "2/s").get(DoorBounds.LOAD + "d")).isCloseTo(2, within(1e-9));
    }

    @Test
    void shouldGiveTheFixedPointOfRetries() {
        Map<String, Double> door = door(
                "front-door=[{d: {servers: 100, service: {exponential: 1s}, queue: 0}}]",
                "200/s",
                "audience.retry={delay: {exponential: 20s}, attempts: 3}");

        assertThat(door.get("front-door-blocked-share")).isCloseTo(0.84129, within(1e-5));
        assertThat(door.get("attempt-rate")).isCloseTo(628.9, within(0.1));
        assertThat(door(
                                "front-door=[{d: {servers: 1, service: {exponential: 1s}, queue: 0}}]",
                                "0.8/s",
                                "audience.retry={delay: {exponential: 5s}, attempts: for-ever}")
                        .get("retrying-viewers"))
                .isCloseTo(19.2, within(1e-6));
    }

    @Test
    void shouldCountThoseWhoRetryForEverOnlyIfServiceIsExponential() {
        String[] sets = {"audience.retry={delay: {exponential: 5s}, attempts: for-ever}"};

        assertThat(door("front-door=[{d: {servers: 1, service: {exponential: 1s}, queue: 0}}]", "0.8/s", sets))
                .containsKey("retrying-viewers");
        assertThat(door("front-door=[{d: {servers: 1, service: 1s, queue: 0}}]", "0.8/s", sets))
                .doesNotContainKey("retrying-viewers");
    }

    @Test
    void shouldGiveTheMissesOfACache() {
        Map<String, Double> ttl = file(
                "deliveries={it: {origin: {uplink: 1Gbps}, edges: {e: {serves: everywhere, capacity: 1Gbps, cache: {ttl:"
                        + " 9s}}}}}",
                "audience.arrivals=[{rate: 1/s, for: 1h}]",
                "content.size=1MB");

        assertThat(ttl.get("miss-ratio")).isCloseTo(0.1, within(1e-9));
    }

    private static Map<String, Double> door(String door, String rate, String... sets) {
        List<String> all = new ArrayList<>(List.of(sets));
        all.add(door);
        all.add("audience.arrivals=[{rate: " + rate + ", for: 4h}]");
        all.add("content.size=1kB");
        all.add(ALONE);
        return file(all.toArray(String[]::new));
    }

    private static Map<String, Double> file(String... sets) {
        Map<String, Double> values = new HashMap<>();
        for (Bound bound : bounds(false, List.of(sets))) {
            values.putIfAbsent(bound.metric(), bound.value());
        }
        return values;
    }

    /** @param complete whether everybody has finished, as far as is known */
    private static List<Bound> bounds(boolean complete, List<String> sets) {
        List<String> all = new ArrayList<>(List.of(
                "content={kind: file, size: 1MB}",
                "audience={arrivals: [{count: 1, at: 0s}]}",
                "front-door=[]",
                "decide=!remove",
                "objectives=[]",
                "costs=!remove",
                LINE));
        all.addAll(sets);
        Scenario scenario = ScenarioReader.read("file-release", List.of(), all);
        return Bounds.of(BoundCase.of(scenario, "it", Map.of(), complete));
    }
}
