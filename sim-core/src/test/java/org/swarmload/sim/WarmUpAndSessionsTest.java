package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.audience.ModelFixture;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.PlayerSpec;
import org.swarmload.sim.model.ServiceSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.LevelFact;
import org.swarmload.sim.result.RunResult.Outcomes;

/** What is counted after a warm-up, and limits on sessions, through the whole engine. */
class WarmUpAndSessionsTest {
    private static final long SECOND = 1_000_000;

    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    @ParameterizedTest
    @ValueSource(strings = {"client-server", "hybrid"})
    void shouldCountThoseWhoPressAfterTheWarmUp(String delivery) {
        ModelSpec spec = Premiere.of(delivery, 300)
                .withLength(120)
                .withCapacity(0.5)
                .withCells(2)
                .withFault()
                .paranoid()
                .spec();
        ModelSpec later = of(spec, spec.frontDoor(), spec.endMicros(), 180 * SECOND, spec.engine());
        RunResult whole = run(spec);
        RunResult counted = run(later);
        Outcomes o = counted.outcomes();
        Audience audience = new Audience(spec);
        long after = 0;
        for (int v = 0; v < 300; v++) {
            long press = audience.pressMicros(v);
            after += press >= 180 * SECOND && press < spec.endMicros() ? 1 : 0;
        }
        assertThat(after).isBetween(1L, 299L);
        assertThat(o.viewers()).isEqualTo(after);
        assertThat(o.started() + o.startFailures() + o.exitsBeforeStart() + o.stillWaiting())
                .isEqualTo(after);
        assertThat(o.attempts())
                .isEqualTo(o.admitted() + o.http503())
                .isLessThan(whole.outcomes().attempts());
        assertThat(counted.startupSeconds().count()).isEqualTo(o.started());
        assertThat(counted.stallSecondsPerViewer().count()).isEqualTo(o.started());
        assertThat(counted.frontDoorWaitSeconds().count())
                .isLessThan(whole.frontDoorWaitSeconds().count());
        assertThat(counted.series().values("attempts"))
                .hasSameSizeAs(whole.series().values("attempts"));
        assertThat(counted.frontDoor().seconds()).isCloseTo(whole.frontDoor().seconds() - 180, within(1e-9));
        // Bytes, hours and levels in the series are of the whole run.
        assertThat(o.playedSeconds()).isGreaterThan(0.9 * whole.outcomes().playedSeconds());
        assertThat(counted.traffic().deliveredBytes())
                .isGreaterThan(9 * whole.traffic().deliveredBytes() / 10);
    }

    @Test
    void shouldCountNobodyWhenTheWarmUpIsNotOver() {
        ModelSpec spec = Premiere.of("client-server", 50).withLength(60).spec();
        RunResult result = run(of(spec, spec.frontDoor(), 100 * SECOND, 100 * SECOND, spec.engine()));
        assertThat(result.outcomes().viewers()).isZero();
        assertThat(result.outcomes().started()).isZero();
        assertThat(result.outcomes().attempts()).isZero();
        assertThat(result.levels()).allSatisfy(level -> assertThat(level.mean()).isZero());
    }

    @Test
    void shouldAverageLevelsOverTime() {
        RunResult result = run(Premiere.of("client-server", 200)
                .withLength(120)
                .withCapacity(10)
                .spec());
        double seconds = result.frontDoor().seconds();
        Outcomes o = result.outcomes();
        assertThat(level(result, "concurrent-viewers").mean() * seconds)
                .isCloseTo(o.playedSeconds() + o.stalledSeconds(), within(1e-6 * o.playedSeconds()));
        double[] series = result.series().values("concurrent-viewers");
        assertThat(level(result, "concurrent-viewers").max())
                .isEqualTo(Arrays.stream(series).max().orElseThrow());
    }

    /** Twenty places, 20 erlangs of sessions: B = 0.15889, and 16.82 places are taken on average. */
    @Test
    void shouldLimitSessionsAsErlangSays() {
        int viewers = 2_400;
        double seconds = viewers * 300.0 / 20;
        ModelFixture fixture = new ModelFixture().poisson(viewers, seconds);
        fixture.devices = List.of(new Device("tv", 1, PeerRole.NONE, 0, 0));
        fixture.staySeconds = new Law.Exponential(300);
        ServiceSpec login =
                new ServiceSpec("login", Integer.MAX_VALUE, Law.constant(0), 1, Integer.MAX_VALUE, 0, 0, 20, 0);
        RunResult result = run(sessions(fixture, login, seconds));
        assertThat(result.frontDoor().http503() / (double) result.frontDoor().attempts())
                .isCloseTo(0.15889, within(0.02));
        assertThat(result.frontDoor().attempts())
                .isEqualTo(result.frontDoor().passes() + result.frontDoor().http503());
        assertThat(level(result, "front-door-sessions").mean()).isCloseTo(16.82, within(0.6));
        assertThat(level(result, "front-door-sessions").max()).isEqualTo(20);
        // Who has a place is starting or playing, or went less than a round ago.
        assertThat(level(result, "concurrent-viewers").mean()).isCloseTo(16.7, within(0.6));
    }

    /** With a queue nobody is refused: whoever finds no place has the next one. */
    @Test
    void shouldLetTheNextOneInWhenASessionEnds() {
        ModelFixture fixture = new ModelFixture();
        fixture.viewers = 5;
        fixture.devices = List.of(new Device("tv", 1, PeerRole.NONE, 0, 0));
        fixture.staySeconds = Law.constant(100);
        ServiceSpec login = new ServiceSpec("login", 1, Law.constant(0.001), 1, 10, 0, 0, 2, 10);
        RunResult result = run(sessions(fixture, login, 2_000));
        assertThat(result.frontDoor().http503()).isZero();
        assertThat(result.outcomes().started()).isEqualTo(5);
        // Two at once, and three rounds of somewhat more than 100 s: waits of 0, 0, 100, 100 and 200 s.
        assertThat(result.frontDoorWaitSeconds().sum()).isBetween(400.0, 405.0);
        assertThat(level(result, "front-door-sessions").max()).isEqualTo(2);
    }

    private static ModelSpec sessions(ModelFixture fixture, ServiceSpec service, double endSeconds) {
        ModelSpec spec = fixture.model();
        ContentSpec content =
                new ContentSpec(3600 * SECOND, 60 * SECOND, List.of(new ContentSpec.Rendition("only", 100_000)));
        DeliverySpec.Server origin = Given.server("origin", 1, 1_000_000_000, 0, 0, 75 * SECOND);
        return new ModelSpec(
                "client-server",
                spec.seed(),
                0,
                content,
                spec.audience(),
                List.of(service),
                Given.delivery(origin, List.of(), null, null),
                new PlayerSpec(60 * SECOND, 60 * SECOND, 120 * SECOND),
                List.of(),
                new EngineSpec(1, SECOND, EngineSpec.CheckMode.FAST),
                Math.round(endSeconds * 1e6),
                0,
                0,
                false);
    }

    private static ModelSpec of(
            ModelSpec spec, List<ServiceSpec> door, long endMicros, long warmupMicros, EngineSpec engineSpec) {
        return new ModelSpec(
                spec.deliveryName(),
                spec.seed(),
                spec.replication(),
                spec.content(),
                spec.audience(),
                door,
                spec.delivery(),
                spec.player(),
                spec.faults(),
                engineSpec,
                endMicros,
                warmupMicros,
                0,
                false);
    }

    private static LevelFact level(RunResult result, String name) {
        return result.levels().stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RunResult run(ModelSpec spec) {
        return engine.run(spec, (s, now, share, present) -> {})
                .toCompletableFuture()
                .join();
    }
}
