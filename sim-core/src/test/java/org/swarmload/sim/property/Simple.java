package org.swarmload.sim.property;

import java.util.List;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.DeliverySpec.Trading;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.PlayerSpec;
import org.swarmload.sim.result.RunResult;

/**
 * Models without chance but that of picks: one class of lines without latency, patient people who come at told times, no
 * door. Tests change what they need with {@link Edit}.
 */
final class Simple {
    static final long SECOND = 1_000_000;

    private Simple() {}

    /** A file from an origin. */
    static ModelSpec fromOrigin(long bytes, long pieceBytes, double[] arrivals, long originBps, double downBps) {
        Server origin = Given.server("origin", 1, originBps, 0, 0, SECOND);
        return spec(
                ContentSpec.file(bytes, pieceBytes),
                arrivals,
                downBps,
                0,
                Given.delivery(origin, List.of(), null, null));
    }

    /** A file from one seed and from each other: everybody knows everybody, rarest first. */
    static ModelSpec fromSwarm(
            long bytes, long pieceBytes, double[] arrivals, long seedBps, double downBps, double upBps, int uploads) {
        Server seeds = Given.server("seeds", 1, seedBps, 0, 0, SECOND);
        Trading trading = new Trading(
                DeliverySpec.Exchange.REQUESTS, null, DeliverySpec.Discipline.SLOTS, null, uploads, 0, false, 0, 0);
        Swarm swarm = new Swarm(
                DeliverySpec.Policy.GENERIC,
                "rarest-first",
                Swarm.EVERYBODY,
                0,
                1,
                Swarm.UNLIMITED,
                uploads,
                0,
                trading);
        return spec(
                ContentSpec.file(bytes, pieceBytes),
                arrivals,
                downBps,
                upBps,
                Given.delivery(null, List.of(), seeds, swarm));
    }

    /** A minute of one rendition, watched from an origin. */
    static ModelSpec watched(double[] arrivals, long rateBps, long originBps, double downBps, double upBps) {
        ContentSpec content =
                new ContentSpec(60 * SECOND, 2 * SECOND, List.of(new ContentSpec.Rendition("only", rateBps)));
        Server origin = Given.server("origin", 1, originBps, 0, 0, SECOND);
        return spec(content, arrivals, downBps, upBps, Given.delivery(origin, List.of(), null, null));
    }

    private static ModelSpec spec(
            ContentSpec content, double[] arrivals, double downBps, double upBps, DeliverySpec delivery) {
        AudienceSpec audience = new AudienceSpec(
                arrivals.length,
                0,
                Law.constant(0),
                List.of(new Arrival(1, arrivals.length, new Law.Listed(arrivals), true)),
                new AudienceSpec.Patience(0, 0, 0, Law.constant(1e6)),
                new AudienceSpec.Retry(
                        AudienceSpec.Backoff.FIXED, SECOND, SECOND, AudienceSpec.Jitter.NONE, Integer.MAX_VALUE),
                new AudienceSpec.Reload(Law.constant(1), 0),
                List.of(new AudienceSpec.Region("all", 1)),
                List.of(new Access("line", 1, Law.constant(downBps), Law.constant(upBps), Law.constant(0), true)),
                List.of(new AudienceSpec.Device("any", 1, AudienceSpec.PeerRole.FULL, 1L << 30, 0)),
                Law.constant(1e9));
        return new ModelSpec(
                "simple",
                1,
                0,
                content,
                audience,
                List.of(),
                delivery,
                new PlayerSpec(2 * SECOND, 4 * SECOND, 20 * SECOND),
                List.of(),
                new EngineSpec(1, 0, EngineSpec.CheckMode.PARANOID),
                1_000_000 * SECOND,
                0,
                1,
                false);
    }

    /** So many people at the beginning. */
    static double[] atOnce(int people) {
        return new double[people];
    }

    static RunResult run(SimulationEngine engine, ModelSpec spec) {
        return engine.run(spec, (s, now, share, present) -> {})
                .toCompletableFuture()
                .join();
    }
}
