package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.DeliverySpec.Contacts;
import org.swarmload.sim.model.DeliverySpec.Exchange;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.DeliverySpec.Trading;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.PlayerSpec;
import org.swarmload.sim.result.RunResult;

/** A broadcast that spreads by encounters reaches peers alone. */
class LiveEncountersTest {
    private static final long SECOND = 1_000_000;

    /** So many viewers of each role, a minute of 1 Mbit/s, and a server that brings half of what all of them watch. */
    private static ModelSpec spec(int peers, int others, boolean pull) {
        int viewers = peers + others;
        ContentSpec content = new ContentSpec(
                60 * SECOND,
                SECOND,
                List.of(new ContentSpec.Rendition("hd", 1_000_000)),
                new ContentSpec.Live(20 * SECOND, 60 * SECOND),
                null,
                ContentSpec.Titles.ONE);
        AudienceSpec audience = new AudienceSpec(
                viewers,
                0,
                Law.constant(0),
                List.of(new AudienceSpec.Arrival(1, Law.constant(0))),
                new AudienceSpec.Patience(0, 0, 0, Law.constant(1e9)),
                new AudienceSpec.Retry(AudienceSpec.Backoff.NONE, 0, 0, AudienceSpec.Jitter.NONE, 0),
                new AudienceSpec.Reload(Law.constant(1), 0),
                List.of(new AudienceSpec.Region("all", 1)),
                List.of(new Access("line", 1, Law.constant(1e7), Law.constant(1e7), Law.constant(0.01), true)),
                List.of(
                        new Device("peer", (double) peers / viewers, peers, PeerRole.FULL, 1 << 30, 0),
                        new Device("tv", (double) others / viewers, others, PeerRole.NONE, 1 << 30, 0)),
                Law.constant(1e9));
        Contacts contacts = new Contacts(Law.constant(0.3), Law.constant(0.5), pull);
        Trading trading =
                new Trading(Exchange.CONTACTS, contacts, DeliverySpec.Discipline.SHARED, null, 4, 0, true, 0, 0);
        Swarm swarm = new Swarm(DeliverySpec.Policy.GENERIC, "random", 40, 0, 1, 4, 4, 10_000, trading);
        DeliverySpec.Server origin = Given.server("origin", 1, 500_000L * viewers, 0, 0, SECOND);
        return Given.model(
                "live",
                1,
                0,
                content,
                audience,
                List.of(),
                Given.delivery(origin, List.of(), null, swarm),
                new PlayerSpec(SECOND, SECOND, 30 * SECOND, true),
                List.of(),
                new EngineSpec(1, 0, EngineSpec.CheckMode.PARANOID),
                200 * SECOND);
    }

    private static RunResult run(ModelSpec spec) {
        try (SimulationEngine engine = SimulationEngine.start(1)) {
            return engine.run(spec, (s, now, share, present) -> {})
                    .toCompletableFuture()
                    .join();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldGiveNothingOfPeersToThoseWhoAreNone(boolean pull) {
        // Two peers do exchange; one alone has nobody, however many others there are.
        assertThat(run(spec(2, 3, pull)).traffic().peerBytes()).isPositive();
        RunResult alone = run(spec(1, 3, pull));
        assertThat(alone.traffic().deliveredBytes()).isPositive();
        assertThat(alone.traffic().peerBytes()).isZero();
    }
}
