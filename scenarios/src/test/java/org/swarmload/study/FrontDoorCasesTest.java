package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.study.StudyResult.MetricValue;
import org.swarmload.yaml.ScenarioReader;

/** Cases of queueing theory, written as a planner writes them and run through everything from the file to the metrics. */
class FrontDoorCasesTest {
    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    @TempDir
    private Path folder;

    /** Case O-12: 1,000 clients at once, 100 at a time, retries after exactly a second. Exact. */
    @Test
    void shouldStormWithoutJitter() throws IOException {
        Map<String, MetricValue> metrics = run(
                "20s",
                "{count: 1000, at: 0s}",
                "retry: {backoff: fixed, first: 1s, attempts: for-ever}",
                "{servers: 100, service: 500ms, queue: 0}");
        assertThat(mean(metrics, "attempt-rate")).isEqualTo(5_500 / 20.0);
        assertThat(mean(metrics, "front-door-blocked-share")).isEqualTo(4_500 / 5_500.0);
        assertThat(mean(metrics, "first-blocked-share")).isEqualTo(0.9);
        assertThat(mean(metrics, "served-rate")).isEqualTo(1_000 / 20.0);
        assertThat(metrics.get("front-door-wait").max()).isEqualTo(9.5);
        assertThat(metrics.get("retrying-viewers").max()).isEqualTo(900);
        assertThat(mean(metrics, "retrying-viewers")).isCloseTo(4_500 / 20.0, within(1e-9));
    }

    /** Case O-14 at a tenth: 200 a second for a minute at a door for 100 a second, with and without an end of the line. */
    @Test
    void shouldFillAndEmptyALine() throws IOException {
        String evenly = "{rate: 200/s, for: 60s, evenly: true}";
        Map<String, MetricValue> endless = run("130s", evenly, "stay: 1s", "{capacity: 100/s}");
        assertThat(mean(endless, "viewers")).isEqualTo(12_000);
        assertThat(endless.get("front-door-queue").max()).isEqualTo(6_000);
        assertThat(endless.get("front-door-wait").max()).isCloseTo(60, within(0.011));
        assertThat(mean(endless, "front-door-wait")).isCloseTo(30, within(0.011));

        Map<String, MetricValue> limited = run("130s", evenly, "stay: 1s", "{capacity: 100/s, queue: 999}");
        assertThat(mean(limited, "http-503")).isCloseTo(5_000, within(1.0));
        assertThat(limited.get("front-door-queue").max()).isEqualTo(999);
    }

    /** Case O-11 at a hundredth of its time, 60,000 arrivals: 1.5 in orbit, 1.25 attempts, 60 % refused. */
    @Test
    void shouldKeepTheOrbit() throws IOException {
        Map<String, MetricValue> metrics = run(
                "1200s, warm-up: 5%",
                "{rate: 50/s, for: 1200s}",
                "stay: 1s\n  retry: {delay: {exponential: 20ms}, attempts: for-ever}",
                "{servers: 1, service: {exponential: 10ms}, queue: 0}");
        assertThat(mean(metrics, "retrying-viewers")).isCloseTo(1.5, within(0.12));
        assertThat(mean(metrics, "attempt-rate")).isCloseTo(125, within(4.0));
        assertThat(mean(metrics, "front-door-blocked-share")).isCloseTo(0.6, within(0.012));
        assertThat(mean(metrics, "first-blocked-share")).isCloseTo(0.5, within(0.012));
        assertThat(mean(metrics, "front-door-busy")).isCloseTo(0.5, within(0.012));
    }

    /** Case O-15 at a thirtieth: 5,000 viewers on a ramp and a decay, who all stay for an hour. */
    @Test
    void shouldGatherAPremieresCrowd() throws IOException {
        Map<String, MetricValue> metrics = run(
                "70min, warm-up: 60min",
                "{ramp: [0/s, 3.333333333/s], for: 10min}\n    - {decay: 3.333333333/s, mean: 20min, from: 10min}",
                "stay: 1h",
                "{capacity: 1000/s}");
        // Between an hour and 70 minutes it is 140,150 at first, 140,344 at most and 114,026 at last; in thirtieths.
        assertThat(mean(metrics, "concurrent-viewers")).isCloseTo(140_344 / 30.0, within(3 * 68.4));
        assertThat(mean(metrics, "mean-concurrent-viewers")).isBetween(4_200.0, 4_700.0);
    }

    /** A rate so low that nobody comes in this replication, and a stay of no time. */
    @Test
    void shouldBearNobodyAndNoTime() throws IOException {
        Map<String, MetricValue> nobody = run("20s", "{rate: 0.00001/s, for: 1s}", "stay: 1s", "{capacity: 1/s}");
        assertThat(mean(nobody, "viewers")).isZero();
        assertThat(nobody).doesNotContainKeys("start-failures", "front-door-blocked-share");
        Map<String, MetricValue> brief = run(
                "20s",
                "{count: 50, at: 0s}\n  initial: [{count: 10}]",
                "stay: {uniform: [0s, 0s]}",
                "{capacity: 100/s}");
        assertThat(mean(brief, "viewers-started")).isEqualTo(60);
        // Fifty calls at 100 a second; the ten who were there pass no door.
        assertThat(brief.get("front-door-wait").max()).isEqualTo(0.5);
    }

    @Test
    void shouldCountThoseAloneWhoPassTheDoorAlsoInAGroup() throws IOException {
        StudyResult study = study(
                "20s",
                "{count: 50, at: 0s}\n  initial: [{count: 10}]",
                "stay: 1s",
                "{capacity: 100/s}",
                "expect: [{metric: front-door-wait, where: {access: line}, value: 0.255s, within: 0.001%}]");
        assertThat(mean(study.deliveries().get(0).metrics(), "front-door-wait")).isCloseTo(0.255, within(1e-6));
        assertThat(study.expectations())
                .hasSize(1)
                .allSatisfy(outcome -> assertThat(outcome.got()).isCloseTo(0.255, within(1e-6)));
    }

    private Map<String, MetricValue> run(String until, String arrivals, String behaviour, String service)
            throws IOException {
        return study(until, arrivals, behaviour, service, "")
                .deliveries()
                .get(0)
                .metrics();
    }

    private StudyResult study(String until, String arrivals, String behaviour, String service, String more)
            throws IOException {
        String text = """
                schema: 1
                name: Case
                run: {until: UNTIL}
                content: {length: 1h, segment: 60s, renditions: {only: 10kbps}}
                audience:
                  arrivals:
                    - ARRIVALS
                  BEHAVIOUR
                  access: {line: {share: 100%, down: 1Gbps, up: 1Mbps, rtt: 0s}}
                player: {start-up: 1s, resume: 1s, buffer-ahead: 60s}
                front-door: [{door: SERVICE}]
                deliveries: {client-server: {origin: {uplink: 100Gbps}}}
                engine: {cells: 1, round: 10s}
                """;
        Path file = folder.resolve("case.yaml");
        Files.writeString(
                file,
                text.replace("UNTIL", until)
                                .replace("ARRIVALS", arrivals)
                                .replace("BEHAVIOUR", behaviour)
                                .replace("SERVICE", service)
                        + more);
        Scenario scenario = ScenarioReader.read(file.toString());
        return new StudyRunner(engine).run(scenario, List.of(), 1, StudyListener.none());
    }

    private static double mean(Map<String, MetricValue> metrics, String word) {
        return metrics.get(word).mean();
    }
}
