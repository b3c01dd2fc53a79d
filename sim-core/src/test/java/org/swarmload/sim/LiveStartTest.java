package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.PlayerSpec;
import org.swarmload.sim.result.RunResult;

/** Viewers of a broadcast whose first frame comes by the clock, not with a piece. */
class LiveStartTest {
    private static final long SECOND = 1_000_000;
    private static final int VIEWERS = 10;

    /** Whoever is there from the first second on has all that it may fetch ahead before the delay of 20 s is over. */
    private static ModelSpec spec() {
        ContentSpec content = new ContentSpec(
                60 * SECOND,
                SECOND,
                List.of(new ContentSpec.Rendition("hd", 1_000_000)),
                new ContentSpec.Live(20 * SECOND, 60 * SECOND),
                null,
                ContentSpec.Titles.ONE);
        AudienceSpec audience = new AudienceSpec(
                VIEWERS,
                0,
                Law.constant(0),
                List.of(new AudienceSpec.Arrival(1, Law.constant(0))),
                new AudienceSpec.Patience(0, 0, 0, Law.constant(1e9)),
                new AudienceSpec.Retry(AudienceSpec.Backoff.NONE, 0, 0, AudienceSpec.Jitter.NONE, 0),
                new AudienceSpec.Reload(Law.constant(1), 0),
                List.of(new AudienceSpec.Region("all", 1)),
                List.of(new Access("line", 1, Law.constant(1e7), Law.constant(1e7), Law.constant(0.01), true)),
                List.of(new Device("tv", 1, VIEWERS, PeerRole.NONE, 1 << 30, 0)),
                Law.constant(1e9));
        return Given.model(
                "live",
                1,
                0,
                content,
                audience,
                List.of(),
                Given.delivery(Given.server("origin", 1, 1_000_000_000, 0, 0, SECOND), List.of(), null, null),
                new PlayerSpec(SECOND, SECOND, 5 * SECOND),
                List.of(),
                new EngineSpec(1, 0, EngineSpec.CheckMode.PARANOID),
                200 * SECOND);
    }

    @Test
    void shouldPlayOnAfterAFirstFrameByTheClock() {
        try (SimulationEngine engine = SimulationEngine.start(1)) {
            RunResult run = engine.run(spec(), (s, now, share, present) -> {})
                    .toCompletableFuture()
                    .join();

            assertThat(run.startupSeconds().min()).isEqualTo(20);
            assertThat(run.outcomes().rebufferingEvents()).isZero();
            assertThat(run.outcomes().playedSeconds()).isEqualTo(60 * VIEWERS);
        }
    }
}
