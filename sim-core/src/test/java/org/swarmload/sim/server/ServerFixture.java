package org.swarmload.sim.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.AudienceSpec.Region;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.ContentSpec.Rendition;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.DeliverySpec.Admission;
import org.swarmload.sim.model.DeliverySpec.Edge;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.PlayerSpec;

/** A model of servers alone, whose parts a test changes: an open door, fast lines without delay, nobody retries. */
public final class ServerFixture {
    public static final long SECOND = 1_000_000L;
    /** No bound that a test would meet. */
    public static final long AMPLE_BPS = 1_000_000_000_000_000L;

    private static final Law NEVER = Law.constant(1e9);

    public long seed = 1;
    public int viewers = 1_000;
    public Law arrivalSeconds = Law.constant(0);
    public Law staySeconds = Law.constant(1e9);
    public long lengthSeconds = 4;
    public double segmentSeconds = 4;
    public long aheadSeconds = 8;
    public long[] renditionBps = {1_000_000};
    /** Share of viewers whose screen shows each rendition at best. */
    public double[] shares = {1};

    public double[] regionShares = {1};
    public double rttSeconds;
    public Law downBps = Law.constant(1e9);
    public AudienceSpec.Retry retry =
            new AudienceSpec.Retry(AudienceSpec.Backoff.NONE, 0, 0, AudienceSpec.Jitter.NONE, 0);
    public DeliverySpec delivery = Given.delivery(origin(AMPLE_BPS), List.of(), null, null);
    public List<FaultSpec> faults = List.of();
    public int cells = 1;
    public long roundMicros;
    public long endSeconds = 1_000_000;

    public ModelSpec spec() {
        long segment = (long) (segmentSeconds * SECOND);
        return Given.model(
                "servers",
                seed,
                0,
                new ContentSpec(
                        lengthSeconds * SECOND,
                        segment,
                        Arrays.stream(renditionBps)
                                .mapToObj(bps -> new Rendition(bps + "bps", bps))
                                .toList()),
                audience(),
                List.of(),
                delivery,
                new PlayerSpec(segment, segment, aheadSeconds * SECOND),
                faults,
                new EngineSpec(cells, roundMicros, EngineSpec.CheckMode.PARANOID),
                endSeconds * SECOND);
    }

    private AudienceSpec audience() {
        List<Region> regions = new ArrayList<>();
        for (double share : regionShares) {
            regions.add(new Region("r" + regions.size(), share));
        }
        List<Device> devices = new ArrayList<>();
        for (double share : shares) {
            devices.add(new Device("d" + devices.size(), share, PeerRole.NONE, 0, devices.size()));
        }
        return new AudienceSpec(
                viewers,
                0,
                Law.constant(0),
                List.of(new Arrival(1, arrivalSeconds)),
                new AudienceSpec.Patience(0, 0, 0, NEVER),
                retry,
                new AudienceSpec.Reload(NEVER, 0),
                regions,
                List.of(new Access("line", 1, downBps, Law.constant(1e6), Law.constant(rttSeconds), false)),
                devices,
                staySeconds);
    }

    /** Presses spread evenly at random: a Poisson process, given how many there are. */
    public ServerFixture poisson(int number, double perSecond) {
        viewers = number;
        arrivalSeconds = new Law.Uniform(0, number / perSecond);
        return this;
    }

    public static Server origin(long bps) {
        return Given.server("origin", 1, bps, 0, 0, 0);
    }

    public static Server reserving(long bps, int queue) {
        return new Server("origin", 1, bps, 0, queue, 0, Admission.RESERVED, Law.constant(0), BackgroundSpec.NONE);
    }

    /** An edge for region 0 before an origin, both without any limit of capacity. */
    public static DeliverySpec cdn(CacheSpec cache) {
        return Given.delivery(origin(AMPLE_BPS), List.of(edge("edge", 0, cache)), null, null);
    }

    public static Edge edge(String name, int region, CacheSpec cache) {
        return new Edge(Given.server(name, 1, AMPLE_BPS, 0, 0, 0), List.of(region), cache);
    }

    /** A cache whose fills take that long and no time for their bytes. */
    public static CacheSpec cache(double ttlSeconds, double fillSeconds) {
        return new CacheSpec(
                (long) (ttlSeconds * SECOND), CacheSpec.UNLIMITED, true, (long) (fillSeconds * SECOND), AMPLE_BPS);
    }
}
