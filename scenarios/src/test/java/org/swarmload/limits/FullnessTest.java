package org.swarmload.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.limits.Resource.Kind;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.TimeSeries;
import org.swarmload.sim.result.TimeSeries.Column;

/** When a resource is full. */
class FullnessTest {
    private static final long BIN = 10_000_000;
    private static final Resource LOGIN = new Resource(Kind.DOOR, "login");

    @TempDir
    static Path folder;

    private static RunResult any;

    @BeforeAll
    static void run() throws java.io.IOException {
        try (SimulationEngine engine = SimulationEngine.start(1)) {
            any = engine.run(
                            ScenarioCompiler.compile(
                                    SmallNight.read(SmallNight.in(folder, "audience.viewers=20")), "servers", 0),
                            (spec, now, share, present) -> {})
                    .toCompletableFuture()
                    .join();
        }
    }

    @AfterAll
    static void forget() {
        any = null;
    }

    /** The same run with other curves. */
    private static RunResult with(Column... columns) {
        List<Column> all = new ArrayList<>(List.of(columns));
        return new RunResult(
                any.delivery(),
                any.seed(),
                any.replication(),
                any.partial(),
                any.digest(),
                any.outcomes(),
                any.startupSeconds(),
                any.stallSecondsPerViewer(),
                any.frontDoorWaitSeconds(),
                any.completionSeconds(),
                any.traffic(),
                new TimeSeries(BIN, all),
                any.ledger(),
                any.causes(),
                any.levels(),
                any.frontDoor(),
                any.viewers(),
                any.engine());
    }

    private static Column column(String name, double... values) {
        return new Column(name, values);
    }

    private static final Column CROWD = column("concurrent-viewers", 100, 100, 100, 1);

    @Test
    void shouldBeFullWhenAWholeBinIsUsed() {
        Fullness login = Fullness.of(with(CROWD, column("use:door:login", 0.2, 0.989, 0.99, 1)), 0)
                .get(0);
        assertThat(login.resource()).isEqualTo(LOGIN);
        assertThat(login.fullAtMicros()).isEqualTo(2 * BIN);
        assertThat(login.greatestUse()).isEqualTo(1);
    }

    @Test
    void shouldBeFullWhenSomebodyIsTurnedAway() {
        Fullness login = Fullness.of(
                        with(
                                CROWD,
                                column("use:door:login", 0.2, 0.3, 0.2, 0),
                                column("refused:door:login", 0, 2, 0, 1)),
                        0)
                .get(0);
        assertThat(login.fullAtMicros()).isEqualTo(BIN);
        assertThat(login.refused()).isEqualTo(3);
    }

    @Test
    void shouldLeaveTheWarmUpOut() {
        RunResult run = with(CROWD, column("use:link:origin", 1, 1, 0.5, 1));
        assertThat(Fullness.of(run, 2 * BIN).get(0).fullAtMicros()).isEqualTo(3 * BIN);
        assertThat(Fullness.of(run, 4 * BIN).get(0).fullAtMicros()).isNull();
    }

    /** One of the last two serves the other as fast as it can: no shortage. */
    @Test
    void shouldLookAtUplinksOfACrowdAlone() {
        assertThat(Fullness.of(with(CROWD, column("use:uplinks:peers", 0.5, 0.6, 0.7, 1)), 0)
                        .get(0)
                        .fullAtMicros())
                .isNull();
        assertThat(Fullness.of(with(CROWD, column("use:link:seeds", 0.5, 0.6, 0.7, 1)), 0)
                        .get(0)
                        .fullAtMicros())
                .isEqualTo(3 * BIN);
    }

    @Test
    void shouldKnowEveryResourceOfADelivery() {
        assertThat(Fullness.of(any, 0))
                .extracting(one -> one.resource().id())
                .containsExactly("door:login", "door:licence", "link:origin", "room:origin");
        assertThat(Fullness.of(any, 0)).allSatisfy(one -> {
            assertThat(one.greatestUse()).isBetween(1e-4, 0.9);
            assertThat(one.fullAtMicros()).isNull();
        });
    }
}
