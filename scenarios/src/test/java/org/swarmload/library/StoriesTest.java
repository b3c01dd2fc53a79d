package org.swarmload.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.study.StudyListener;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.MetricValue;
import org.swarmload.study.StudyResult.Verdict;
import org.swarmload.study.StudyRunner;
import org.swarmload.yaml.ScenarioReader;

/** What library scenarios are there to show happens, in small and by its mechanism. */
class StoriesTest {
    /** A twentieth: what many share is divided, what belongs to one viewer stays. */
    private static final String[] CRASH = {
        "audience.viewers=1000",
        "deliveries.client-server.origin.uplink=250Mbps",
        "deliveries.client-server.origin.connections=200",
        "deliveries.client-server.origin.queue=1"
    };

    private static final String[] NARROW = {
        "front-door.service-definitions={capacity: 10/s, calls: 2, queue: 10, timeout: 10s}",
        "front-door.login={capacity: 3/s, calls: 3, queue: 10, timeout: 10s}",
        "front-door.licence={capacity: 2.5/s, calls: 2, queue: 10, timeout: 10s}",
        "front-door.manifest={capacity: 2.5/s, calls: 2, queue: 10, timeout: 10s}"
    };

    private static final String[] WIDE = {
        "front-door.service-definitions.capacity=10/s",
        "front-door.login.capacity=15/s",
        "front-door.licence.capacity=10/s",
        "front-door.manifest.capacity=10/s"
    };

    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    /**
     * The login is slower than the crowd. Retries multiply the calls of the service before it, which is wide enough for one
     * try of everybody; and full servers send people back to the door.
     */
    @Test
    void shouldMeltUnderPeopleWhoAskAgain() {
        StudyResult crash = run("hbo-go-crash", both(CRASH, NARROW));
        StudyResult once = run(
                "hbo-go-crash",
                both(both(CRASH, NARROW), new String[] {"audience.retry=!remove", "audience.reload=!remove"}));

        for (String delivery : List.of("client-server", "more-servers")) {
            // The promise is 0.5 %.
            assertThat(of(crash, delivery, "start-failures")).as(delivery).isGreaterThan(0.02);
            assertThat(of(crash, delivery, "front-door-503")).as(delivery).isGreaterThan(20 * 1_000);
            // Five calls and more for each call that one try of everybody takes.
            assertThat(of(crash, delivery, "front-door-attempts"))
                    .as(delivery)
                    .isGreaterThan(5 * of(once, delivery, "front-door-attempts"));
        }
        assertThat(of(crash, "client-server", "start-failures"))
                .isGreaterThan(of(crash, "more-servers", "start-failures"));
        assertThat(of(crash, "client-server", "front-door-attempts"))
                .isGreaterThan(of(crash, "more-servers", "front-door-attempts"));
        assertThat(deciding(crash)).contains(Verdict.MISSED);
    }

    /** Politeness spares refusals and makes no door wider: the promise is missed all the same. */
    @Test
    void shouldSpareRefusalsWithBackoffAndStillNotHold() {
        StudyResult crash = run("hbo-go-crash", both(CRASH, NARROW));
        StudyResult polite = run("hbo-go-crash-backoff", both(CRASH, NARROW));

        assertThat(of(polite, "more-servers", "http-503")).isLessThan(of(crash, "more-servers", "http-503") / 2);
        assertThat(of(polite, "more-servers", "start-failures")).isGreaterThan(0.05);
    }

    /** With a door as wide as the crowd servers show what they lack; with enough of them nobody is refused. */
    @Test
    void shouldHoldWithAWideDoorAndEnoughServers() {
        StudyResult held = run("hbo-go-crash-held", both(CRASH, WIDE));

        assertThat(of(held, "client-server", "front-door-503")).isZero();
        assertThat(of(held, "client-server", "http-503")).isPositive();
        assertThat(of(held, "client-server", "start-failures")).isGreaterThan(0.05);
        assertThat(of(held, "more-servers", "http-503")).isZero();
        assertThat(of(held, "more-servers", "start-failures")).isLessThan(0.005);
        assertThat(of(held, "more-servers", "cost")).isGreaterThan(of(held, "client-server", "cost"));
    }

    /** Servers send in proportion to the audience, unless viewers send to each other. */
    @Test
    void shouldNeedLessOfServersThanTheCrowdGrows() {
        StudyResult few = run("crowd-powered", "audience.viewers=300");
        StudyResult many = run("crowd-powered", "audience.viewers=1500");

        for (String delivery : List.of("client-server", "cdn")) {
            assertThat(growth(few, many, delivery)).as(delivery).isBetween(4.0, 6.0);
        }
        for (String delivery : List.of("p2p", "hybrid")) {
            assertThat(growth(few, many, delivery)).as(delivery).isLessThan(4.0);
            assertThat(of(many, delivery, "server-bps.peak10s"))
                    .as(delivery)
                    .isLessThan(of(many, "cdn", "server-bps.peak10s"));
        }
        // What is sent is paid, not what could be. The first 100 GB of a month are free.
        for (String delivery : List.of("client-server", "cdn")) {
            assertThat(of(many, delivery, "cost-per-viewer-hour"))
                    .as(delivery)
                    .isBetween(
                            0.7 * of(few, delivery, "cost-per-viewer-hour"),
                            1.4 * of(few, delivery, "cost-per-viewer-hour"));
        }
        many.deliveries().forEach(delivery -> {
            assertThat(delivery.metrics().get("http-503").mean())
                    .as(delivery.name())
                    .isZero();
            assertThat(delivery.metrics().get("front-door-wait").max())
                    .as(delivery.name())
                    .isLessThan(5);
        });
    }

    private static double growth(StudyResult few, StudyResult many, String delivery) {
        return of(many, delivery, "server-bps.peak10s") / of(few, delivery, "server-bps.peak10s");
    }

    /** The same people on the same lines: more bits to send, no more uplink to send them with, and some lines too slow. */
    @Test
    void shouldAskForMoreThanLinesHaveIn4K() {
        StudyResult hd = run("crowd-powered", "audience.viewers=800");
        StudyResult uhd = run("four-k", "audience.viewers=800");

        for (String delivery : List.of("client-server", "cdn")) {
            assertThat(of(uhd, delivery, "delivered-bytes"))
                    .as(delivery)
                    .isGreaterThan(2.5 * of(hd, delivery, "delivered-bytes"))
                    .isLessThan(16.8 / 4 * of(hd, delivery, "delivered-bytes"));
        }
        assertThat(of(uhd, "cdn", "mean-bitrate")).isGreaterThan(8.7e6);
        assertThat(of(uhd, "hybrid", "mean-bitrate")).isLessThan(8.7e6);
        assertThat(of(uhd, "hybrid", "offload")).isLessThan(of(hd, "hybrid", "offload") - 0.2);
        assertThat(of(uhd, "hybrid", "server-bps.peak10s")).isGreaterThan(2 * of(hd, "hybrid", "server-bps.peak10s"));
    }

    private static String[] both(String[] some, String[] more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static StudyResult run(String name, String... sets) {
        Scenario scenario = ScenarioReader.read(name, List.of(), Arrays.asList(sets));
        return new StudyRunner(engine, 2).run(scenario, List.of(), 1, StudyListener.none());
    }

    private static double of(StudyResult study, String delivery, String metric) {
        Map<String, MetricValue> metrics = study.deliveries().stream()
                .filter(one -> one.name().equals(delivery))
                .findFirst()
                .orElseThrow()
                .metrics();
        return metrics.get(metric).mean();
    }

    private static List<Verdict> deciding(StudyResult study) {
        List<Verdict> verdicts = new ArrayList<>();
        study.verdicts().stream()
                .filter(StudyResult.ObjectiveVerdict::deciding)
                .forEach(v -> verdicts.add(v.verdict()));
        return verdicts;
    }
}
