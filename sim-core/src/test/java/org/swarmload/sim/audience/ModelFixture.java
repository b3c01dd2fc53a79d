package org.swarmload.sim.audience;

import java.util.List;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.AudienceSpec.Backoff;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.AudienceSpec.Jitter;
import org.swarmload.sim.model.AudienceSpec.Patience;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.AudienceSpec.Region;
import org.swarmload.sim.model.AudienceSpec.Reload;
import org.swarmload.sim.model.AudienceSpec.Retry;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.ContentSpec.Rendition;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.PlayerSpec;
import org.swarmload.sim.model.ServiceSpec;

/** A small model whose parts a test changes one by one: plain lines, endless patience, no retries, an open door. */
public final class ModelFixture {
    public static final long SECOND = 1_000_000L;
    public static final Patience ENDLESS = new Patience(0, 0, 0, Law.constant(60));

    public long seed = 1;
    public int viewers = 1000;
    public long unlockMicros;
    public Law noticeSeconds = Law.constant(0);
    public List<Arrival> arrivals = List.of(new Arrival(1, Law.constant(0)));
    public Patience patience = ENDLESS;
    public Retry retry = new Retry(Backoff.NONE, 0, 0, Jitter.NONE, 0);
    public Reload reload = new Reload(Law.constant(5), 0);
    public List<Region> regions = List.of(new Region("here", 1));
    public List<Access> access =
            List.of(new Access("fibre", 1, Law.constant(50e6), Law.constant(10e6), Law.constant(0), true));
    public List<Device> devices = List.of(new Device("tv", 1, PeerRole.FULL, 1 << 30, 2));
    public Law staySeconds = Law.constant(3600);
    public List<Initial> initial = List.of();
    public List<ServiceSpec> frontDoor = List.of();
    public List<FaultSpec> faults = List.of();
    public long endMicros = 24 * 3600 * SECOND;
    public long warmupMicros;

    public ModelSpec model() {
        ContentSpec content = new ContentSpec(
                3600 * SECOND,
                4 * SECOND,
                List.of(
                        new Rendition("low", 1_000_000),
                        new Rendition("mid", 3_000_000),
                        new Rendition("high", 8_000_000)));
        AudienceSpec audience = new AudienceSpec(
                viewers,
                unlockMicros,
                noticeSeconds,
                arrivals,
                patience,
                retry,
                reload,
                regions,
                access,
                devices,
                staySeconds,
                initial);
        return new ModelSpec(
                "test",
                seed,
                0,
                content,
                audience,
                frontDoor,
                Given.delivery(null, List.of(), null, null),
                new PlayerSpec(4 * SECOND, 4 * SECOND, 30 * SECOND),
                faults,
                new EngineSpec(1, 0, EngineSpec.CheckMode.PARANOID),
                endMicros,
                warmupMicros,
                0,
                false);
    }

    public Audience audience() {
        return new Audience(model());
    }

    /** Presses spread evenly at random over so many seconds: a Poisson process, given its number of arrivals. */
    public ModelFixture poisson(int viewers, double overSeconds) {
        this.viewers = viewers;
        arrivals = List.of(new Arrival(1, new Law.Uniform(0, overSeconds)));
        return this;
    }
}
