package org.swarmload.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.limits.Limit.State;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.study.HarmByCause;
import org.swarmload.study.StudyListener;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.yaml.ScenarioReader;

/** Whole scans, with the engine. */
class LimitsOfANightTest {
    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    @TempDir
    static Path folder;

    private static LimitsResult scan(LimitsDesign design, int threads) {
        return new LimitScan(design, new LimitRuns(engine, threads, design, audiences -> StudyListener.none())).scan();
    }

    private static RunResult run(Scenario scenario, String delivery) {
        ModelSpec spec = ScenarioCompiler.compile(scenario, delivery, 0);
        return engine.run(spec, (s, now, share, present) -> {})
                .toCompletableFuture()
                .join();
    }

    private static Limit limit(LimitsResult result, String id) {
        return result.limits().stream()
                .filter(limit -> limit.what().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What a single run of {@code --set audience.viewers} says: not yet 5 % below what is named, and yes 5 % above. */
    @Test
    void shouldAgreeWithSingleRunsFivePercentBelowAndAbove() throws IOException {
        SweepDesign.Source source = SmallNight.in(folder);
        LimitsResult result = scan(SmallNight.design(source, "servers"), 2);
        List<Limit> found = result.limits().stream()
                .filter(limit -> limit.state() == State.FOUND)
                .toList();
        assertThat(found)
                .extracting(limit -> limit.what().id())
                .contains(
                        "door:login", "link:origin", "room:origin", "rebuffering-ratio < 1%", "startup-time.p95 < 5s");
        for (Limit limit : found) {
            assertThat(happens(limit, source, Math.round(0.95 * limit.at())))
                    .as("%s at 5 %% less than %d", limit.what(), limit.at())
                    .isFalse();
            assertThat(happens(limit, source, Math.round(1.05 * limit.at())))
                    .as("%s at 5 %% more than %d", limit.what(), limit.at())
                    .isTrue();
        }
    }

    private static boolean happens(Limit limit, SweepDesign.Source source, long viewers) {
        Scenario scenario =
                ScenarioReader.read(source.scenario(), source.overlays(), List.of("audience.viewers=" + viewers));
        RunResult run = run(scenario, limit.what().delivery());
        AudiencePoint point = new AudiencePoint(
                (int) viewers,
                0,
                List.of(new AudiencePoint.Delivery(
                        limit.what().delivery(), List.of(AudiencePoint.Run.of(run, scenario, 0)))));
        return limit.what().happensAt(point);
    }

    @Test
    void shouldMoveTheNextOneUpWhenTheFirstIsRelieved() throws IOException {
        LimitsResult before = scan(SmallNight.design(SmallNight.in(folder), "wide"), 2);
        Limit first = before.limits().get(0);
        assertThat(first.what().id()).isEqualTo("door:login");
        Limit falls = limit(before, "startup-time.p95 < 5s");
        String top = HarmByCause.top(
                        before.point(falls.at()).delivery("wide").blame().lostStarts())
                .orElseThrow();
        assertThat(top).as("whose the harm is where the objective falls").isEqualTo("login");

        LimitsResult after =
                scan(SmallNight.design(SmallNight.in(folder, "front-door.0.login.capacity=18/s"), "wide"), 2);
        assertThat(limit(after, "door:login").at()).isGreaterThan((int) (1.8 * first.at()));
        assertThat(limit(after, "startup-time.p95 < 5s").at()).isGreaterThan((int) (1.5 * falls.at()));
        assertThat(limit(before, "door:licence").state())
                .as("behind the login nothing is full")
                .isEqualTo(State.NOT_REACHED);
        assertThat(limit(after, "door:licence").state()).isEqualTo(State.FOUND);
    }

    @Test
    void shouldDependOnNoThread() throws IOException {
        SweepDesign.Source source = SmallNight.in(folder, "run.replications=2", "audience.viewers=300");
        LimitsResult one = scan(SmallNight.design(source, "servers", "wide"), 1);
        LimitsResult two = scan(SmallNight.design(source, "servers", "wide"), 2);
        assertThat(two.limits()).isEqualTo(one.limits());
        assertThat(two.digest()).isEqualTo(one.digest());
        assertThat(one.runs()).isEqualTo(one.points().size() * 2 * 2);
    }

    /** Named audiences come from runs that anybody can repeat. */
    @Test
    void shouldRunWhatTheScenarioOfThatAudienceSays() throws IOException {
        LimitsDesign design = SmallNight.design(SmallNight.in(folder), "servers");
        LimitRuns runs = new LimitRuns(engine, 2, design, audiences -> StudyListener.none());
        AudiencePoint point = runs.of(List.of(431)).get(0);
        assertThat(point.delivery("servers").runs().get(0).digest())
                .isEqualTo(run(design.at(431), "servers").digest());
    }

    @Test
    void shouldGiveNothingWhenCancelledBeforehand() throws IOException {
        LimitsDesign design = SmallNight.design(SmallNight.in(folder), "servers");
        LimitRuns runs = new LimitRuns(engine, 2, design, audiences -> StudyListener.none());
        runs.cancel();
        LimitsResult result = new LimitScan(design, runs).scan();
        assertThat(result.partial()).isTrue();
        assertThat(result.limits()).isEmpty();
    }

    /** Premiere night at a hundredth, with what is shared divided too: every lost start and stalled second has its cause. */
    @ParameterizedTest
    @ValueSource(strings = {"client-server", "cdn", "p2p", "hybrid"})
    void shouldChargeAllHarmExactlyOnce(String delivery) {
        NavigableMap<Harm, Long> harm = new TreeMap<>();
        for (int viewers : List.of(100, 200, 600)) {
            Scenario scenario = ScenarioReader.read("premiere-night", List.of(), hundredth(viewers));
            RunResult run = run(scenario, delivery);
            Blame blame = Blame.of(run);
            assertThat(blame.total(Harm.START_FAILURE)).isEqualTo(run.outcomes().startFailures());
            for (Harm kind : Harm.values()) {
                // Counts are whole, stalls whole microseconds: nothing is lost or charged twice.
                long sum = blame.parts(kind).values().stream()
                        .mapToLong(value -> Math.round(value * 1e6))
                        .sum();
                assertThat(sum).as("%s at %d", kind, viewers).isEqualTo(Math.round(blame.total(kind) * 1e6));
                harm.merge(kind, sum, Long::sum);
            }
        }
        assertThat(harm)
                .as("there is harm to charge")
                .allSatisfy((kind, sum) -> assertThat(
                                kind == Harm.START_FAILURE
                                                && !Map.of("client-server", 1, "p2p", 1)
                                                        .containsKey(delivery)
                                        ? 1
                                        : sum)
                        .isPositive());
    }

    private static List<String> hundredth(int viewers) {
        return List.of(
                "audience.viewers=" + viewers,
                "front-door.0.login.capacity=1.8/s",
                "front-door.1.licence.servers=1",
                "front-door.2.manifest.capacity=1.2/s",
                "deliveries.client-server.origin.uplink=80Mbps",
                "deliveries.client-server.origin.connections=60",
                "deliveries.cdn.edges.east.capacity=500Mbps",
                "deliveries.cdn.edges.west.capacity=300Mbps",
                "deliveries.p2p.seeds.uplink=80Mbps");
    }
}
