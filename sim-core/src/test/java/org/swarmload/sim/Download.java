package org.swarmload.sim;

import java.util.List;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.DeliverySpec.Contacts;
import org.swarmload.sim.model.DeliverySpec.Discipline;
import org.swarmload.sim.model.DeliverySpec.Exchange;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.DeliverySpec.Trading;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.PlayerSpec;
import org.swarmload.sim.result.RunResult;

/** A file for tests, built by hand: everybody comes at once, no latency, one seed or one origin. Rates in bits/s. */
public final class Download {
    private static final long SECOND = 1_000_000;

    int peers = 10;
    long bytes = 1_000_000;
    long pieceBytes = 100_000;
    double down = 1e9;
    double up = 1e6;
    long seedUplink = 1_000_000;
    int uploads = 4;
    int seedUploads = 4;
    int neighbours = Swarm.EVERYBODY;
    int parallel = Swarm.UNLIMITED;
    String picker = "rarest-first";
    Discipline discipline = Discipline.SHARED;
    DeliverySpec.Policy policy = DeliverySpec.Policy.GENERIC;
    Exchange exchange = Exchange.REQUESTS;
    double uplinkQueueSeconds;
    Law linger;
    boolean endgame;
    boolean swarm = true;
    /** A server in the place of seeds: who trades may ask it for one piece at a time. */
    boolean originBesideSwarm;

    long seed = 1;
    double overSeconds;
    long endSeconds = 10_000_000;
    double announceSeconds;
    double rttSeconds;
    int seedMachines = 1;
    BackgroundSpec background = BackgroundSpec.NONE;
    /** Encounters, where the exchange is by them. */
    Contacts contacts;

    List<Device> devices = List.of(new Device("any", 1, PeerRole.FULL, 0, 0));
    List<Initial> initial = List.of();
    List<FaultSpec> faults = List.of();

    RunResult run(SimulationEngine engine) {
        return engine.run(spec(), (s, now, share, present) -> {})
                .toCompletableFuture()
                .join();
    }

    /** A fault from one second to another; 1 is all of the target. */
    static FaultSpec fault(FaultSpec.Target target, double fromSecond, double toSecond, double part) {
        long at = Math.round(fromSecond * SECOND);
        return new FaultSpec(at, Math.round(toSecond * SECOND) - at, target, "", part);
    }

    public ModelSpec spec() {
        DeliverySpec.Server server = Given.server(
                        swarm && !originBesideSwarm ? "seeds" : "origin", seedMachines, seedUplink, 0, 0, 10 * SECOND)
                .withBackground(background);
        long uplinkQueue = Math.round(uplinkQueueSeconds * SECOND);
        Trading trading =
                new Trading(exchange, contacts, discipline, linger, seedUploads, 0, endgame, 0, 0, uplinkQueue);
        long announce = Math.round(announceSeconds * SECOND);
        Swarm rules = new Swarm(policy, picker, neighbours, 0, 1, parallel, uploads, announce, trading);
        DeliverySpec delivery = swarm && !originBesideSwarm
                ? Given.delivery(null, List.of(), server, rules)
                : Given.delivery(server, List.of(), null, swarm ? rules : null);
        AudienceSpec audience = new AudienceSpec(
                peers,
                0,
                Law.constant(0),
                List.of(new AudienceSpec.Arrival(1, new Law.Uniform(0, overSeconds))),
                new AudienceSpec.Patience(0, 0, 0, Law.constant(1e9)),
                new AudienceSpec.Retry(AudienceSpec.Backoff.NONE, 0, 0, AudienceSpec.Jitter.NONE, 0),
                new AudienceSpec.Reload(Law.constant(1), 0),
                List.of(new AudienceSpec.Region("all", 1)),
                List.of(new Access("line", 1, Law.constant(down), Law.constant(up), Law.constant(rttSeconds), true)),
                devices,
                Law.constant(1e9),
                initial);
        return new ModelSpec(
                "file",
                seed,
                0,
                ContentSpec.file(bytes, pieceBytes),
                audience,
                List.of(),
                delivery,
                new PlayerSpec(SECOND, SECOND, SECOND),
                faults,
                new EngineSpec(1, 0, EngineSpec.CheckMode.PARANOID),
                endSeconds * SECOND,
                0,
                0,
                true);
    }
}
