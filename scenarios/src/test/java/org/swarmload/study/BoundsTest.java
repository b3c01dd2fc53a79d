package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyResult.Bound;
import org.swarmload.yaml.ScenarioReader;

class BoundsTest {
    @Test
    void shouldGroupTheDigitsOfViewers() {
        assertThat(before(premiere(), "cdn").get(1).assumption()).matches("[0-9]{2},[0-9]{3} viewers at once .*");
    }

    @Test
    void shouldLeaveOutACapacityThatIsAmple() {
        Scenario ample = premiere("deliveries.cdn.edges.east.capacity=400Gbps");

        assertThat(before(premiere(), "cdn"))
                .extracting(StudyResult.Bound::metric)
                .contains("edge-bps.peak10s");
        assertThat(before(ample, "cdn")).extracting(StudyResult.Bound::metric).doesNotContain("edge-bps.peak10s");
    }

    /** People come at ten in the morning, other traffic in the evening: at ten nine tenths of the uplink are free. */
    @Test
    void shouldLimitAServerByWhatOtherTrafficLeavesWhenItIsLeast() {
        String[] morning = {
            "audience.viewers=2000",
            "audience.arrivals=[{share: 100%, at: 0s}]",
            "content.unlocks=\"10:00\"",
            "content.renditions={only: 4Mbps}",
            "audience.devices=!remove",
            "faults=[]",
            "deliveries.client-server.origin={uplink: 10Gbps, background: "
                    + "{daily: [[\"08:00\", 1Gbps], [\"20:00\", 9Gbps], [\"23:00\", 1Gbps]]}}",
            "deliveries.p2p.seeds={uplink: 10Gbps, background: {flat: 9Gbps}}"
        };

        assertThat(bound(premiere(morning), "client-server", "origin-bps.peak10s")
                        .value())
                .isEqualTo(9e9);
        assertThat(bound(premiere(morning), "p2p", "seed-bps.peak10s").value()).isEqualTo(1e9);
        morning[2] = "content.unlocks=\"20:30\"";
        assertThat(bound(premiere(morning), "client-server", "origin-bps.peak10s")
                        .value())
                .isEqualTo(1e9);
    }

    @Test
    void shouldLetPeopleWhoWaitPressWhenTheyNoticeTheUnlock() {
        // All wait, watch for a minute and notice within two: half of them are there at once, not all.
        Scenario waiting = premiere(
                "audience.arrivals=[{share: 100%, uniform: [-15min, -1min]}]",
                "audience.notice={uniform: [0s, 120s]}", "audience.stay=60s");

        assertThat(before(waiting, "cdn").get(0).value()).isCloseTo(10_000, within(30.0));
    }

    @Test
    void shouldSayHowBusyEachServiceOfTheDoorIs() {
        assertThat(bound(premiere(), "cdn", DoorBounds.LOAD + "login").value()).isBetween(0.7, 0.9);
        assertThat(bound(premiere(), "cdn", DoorBounds.LOAD + "licence").value())
                .isCloseTo(
                        0.72
                                * bound(premiere(), "cdn", DoorBounds.LOAD + "login")
                                        .value(),
                        within(1e-9));
    }

    @Test
    void shouldLetAFlashPileUpAtADoorThatIsTooNarrow() {
        Scenario flash = premiere(
                "audience.arrivals=[{share: 100%, at: 0s}]",
                "audience.notice=0s", "front-door=[{first: {capacity: 1000/s}}, {second: {capacity: 100/s}}]");

        // 20,000 at once: all but those of the first second wait, the last one for 200 s.
        assertThat(bound(flash, "cdn", "front-door-queue.max").value()).isCloseTo(19_900, within(101.0));
        assertThat(bound(flash, "cdn", "front-door-wait.max").value()).isCloseTo(200, within(1.1));
        assertThat(metrics(premiere(), "cdn")).doesNotContain("front-door-queue.max");
    }

    @Test
    void shouldSayNothingOfALineThatIsCutOff() {
        String[] flash = {"audience.arrivals=[{share: 100%, at: 0s}]", "audience.notice=0s", ""};
        flash[2] = "front-door=[{first: {capacity: 1000/s, queue: 10000}}]";
        assertThat(metrics(premiere(flash), "cdn")).doesNotContain("front-door-queue.max", "front-door-wait.max");
        flash[2] = "front-door=[{first: {capacity: 1000/s, queue: 20000}}]";
        assertThat(metrics(premiere(flash), "cdn")).contains("front-door-queue.max", "front-door-wait.max");
    }

    @Test
    void shouldSayWhichPictureTheCrowdCanCarry() {
        Bound carried = bound(premiere(), "p2p", SwarmBounds.GREATEST_RATE);
        Scenario poor = premiere(
                "audience.access.cable.up=100kbps",
                "audience.access.fibre.up=100kbps",
                "audience.access.dsl.up=100kbps",
                "deliveries.p2p.seeds.uplink=1Gbps");

        assertThat(carried.assumption()).contains("everybody to watch 'hd'");
        assertThat(metrics(premiere(), "p2p")).doesNotContain("continuity");
        assertThat(bound(poor, "p2p", SwarmBounds.GREATEST_RATE).assumption()).contains("too little");
        assertThat(bound(poor, "p2p", "continuity").value())
                .isCloseTo(bound(poor, "p2p", SwarmBounds.GREATEST_RATE).value() / 700_000, within(1e-9));
        assertThat(bound(poor, "p2p", "continuity").brokenBy(1)).isFalse();
    }

    /** Who waits for the whole film before the first frame plays it without a stall, however little comes in a second. */
    @Test
    void shouldNotTakeWhatCrowdAndServersCarryForALimitOfWhatIsPlayed() {
        Scenario poor = premiere(
                "audience.arrivals=[{share: 100%, at: 0s}]",
                "audience.notice=0s",
                "audience.access={line: {share: 100%, down: 10Mbps, up: 100kbps, rtt: 20ms}}",
                "deliveries.p2p.seeds.uplink=1Gbps");

        assertThat(bound(poor, "p2p", "continuity").value()).isBetween(0.1, 0.4);
        assertThat(bound(poor, "p2p", "continuity").brokenBy(1)).isFalse();
    }

    @Test
    void shouldCountEveryPieceOnceAtEveryEdge() {
        assertThat(bound(premiere(), "cdn", "cache-fills").value()).isEqualTo(2 * 590);
        assertThat(metrics(premiere(), "hybrid")).doesNotContain("cache-fills");
    }

    @Test
    void shouldBreakOnlyOnTheWrongSideOfALimit() {
        Bound limit = bound(premiere(), "p2p", "seed-bps.peak10s");

        assertThat(limit.brokenBy(16.01e9)).isFalse();
        assertThat(limit.brokenBy(16.1e9)).isTrue();
        assertThat(bound(premiere(), "p2p", "concurrent-viewers").brokenBy(1e9)).isFalse();
    }

    /** What is said before a run. */
    private static List<Bound> before(Scenario scenario, String delivery) {
        return Bounds.of(BoundCase.of(scenario, delivery, Map.of(), false));
    }

    private static Bound bound(Scenario scenario, String delivery, String metric) {
        return before(scenario, delivery).stream()
                .filter(bound -> bound.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> metrics(Scenario scenario, String delivery) {
        return before(scenario, delivery).stream().map(Bound::metric).toList();
    }

    private static Scenario premiere(String... sets) {
        return ScenarioReader.read("premiere-night", List.of(), List.of(sets));
    }

    @Test
    void shouldBoundTheOffloadOfThePictureThatIsWatched() {
        double wanted = offload(Map.of());
        double watched =
                offload(Map.of("mean-bitrate", new StudyResult.MetricValue(1e6, null, null, null, null, null)));

        assertThat(wanted).isLessThan(0.4);
        assertThat(watched).isGreaterThan(2 * wanted).isLessThanOrEqualTo(1);
    }

    /** Who has a fast uplink may stay longer than the others: a mean over people limits no bytes. Copies do. */
    @Test
    void shouldJudgeAnOffloadByCopiesAlone() {
        String[] lines = {
            "audience.access={slow: {share: 50%, down: 350kbps, up: 0.1Mbps, rtt: 20ms},"
                    + " fast: {share: 50%, down: 50Mbps, up: 3Mbps, rtt: 20ms}}",
            "audience.devices=!remove"
        };
        Bound byUplinks = bound(premiere(lines), "hybrid", "offload");
        Bound byScreens = bound(
                premiere(
                        "audience.access.dsl.up=1Gbps",
                        "audience.access.cable.up=1Gbps",
                        "audience.devices={app: {share: 50%, p2p: full, cache: 1GiB}, tv: {share: 50%, p2p: none}}",
                        "deliveries.hybrid.swarm.upload-cap=!remove"),
                "hybrid",
                "offload");

        assertThat(byUplinks.assumption()).endsWith("if all stay equally long");
        assertThat(byUplinks.brokenBy(0.99)).isFalse();
        assertThat(byScreens.assumption()).endsWith("if these get all they want");
        assertThat(byScreens.brokenBy(0.99)).isFalse();
        lines[0] = lines[0].replace("0.1Mbps", "1Gbps").replace("up: 3Mbps", "up: 1Gbps");
        Bound byCopies = bound(premiere(lines), "p2p", "offload");
        assertThat(byCopies.value()).isEqualTo(1 - 1 / 20_000.0);
        assertThat(byCopies.brokenBy(1.1)).isTrue();
        lines[0] = lines[0].replace("rtt: 20ms", "rtt: 20ms, upload: forbidden");
        assertThat(bound(premiere(lines), "p2p", "offload").brokenBy(0.01)).isTrue();
    }

    private static double offload(Map<String, StudyResult.MetricValue> metrics) {
        Scenario tvs = ScenarioReader.read("premiere-night-tvs", List.of(), List.of());
        return Bounds.of(BoundCase.of(tvs, "hybrid", metrics, false)).stream()
                .filter(bound -> bound.metric().equals("offload"))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
