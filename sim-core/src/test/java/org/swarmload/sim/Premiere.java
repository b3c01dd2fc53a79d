package org.swarmload.sim;

import java.util.List;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.PlayerSpec;
import org.swarmload.sim.model.ServiceSpec;

/** A small premiere for tests, built by hand: ten minutes of content unlock after one minute. */
public record Premiere(
        int viewers,
        String delivery,
        long seed,
        int cells,
        EngineSpec.CheckMode mode,
        long lengthSeconds,
        double capacity,
        boolean fault,
        String picker) {
    private static final long SECOND = 1_000_000;

    /** Premiere of that delivery: client-server, cdn, p2p or hybrid. */
    public static Premiere of(String delivery, int viewers) {
        return new Premiere(viewers, delivery, 7, 0, EngineSpec.CheckMode.FAST, 600, 1, false, "window");
    }

    public Premiere withSeed(long other) {
        return new Premiere(viewers, delivery, other, cells, mode, lengthSeconds, capacity, fault, picker);
    }

    public Premiere withCells(int number) {
        return new Premiere(viewers, delivery, seed, number, mode, lengthSeconds, capacity, fault, picker);
    }

    public Premiere paranoid() {
        return new Premiere(
                viewers, delivery, seed, cells, EngineSpec.CheckMode.PARANOID, lengthSeconds, capacity, fault, picker);
    }

    public Premiere withLength(long seconds) {
        return new Premiere(viewers, delivery, seed, cells, mode, seconds, capacity, fault, picker);
    }

    /** Scales the capacity of all servers. */
    public Premiere withCapacity(double factor) {
        return new Premiere(viewers, delivery, seed, cells, mode, lengthSeconds, factor, fault, picker);
    }

    public Premiere withFault() {
        return new Premiere(viewers, delivery, seed, cells, mode, lengthSeconds, capacity, true, picker);
    }

    public Premiere withPicker(String name) {
        return new Premiere(viewers, delivery, seed, cells, mode, lengthSeconds, capacity, fault, name);
    }

    public ModelSpec spec() {
        long unlock = 60 * SECOND;
        long end = unlock + (lengthSeconds + 900) * SECOND;
        List<FaultSpec> faults = fault
                ? List.of(
                        new FaultSpec(unlock + lengthSeconds * SECOND / 2, 120 * SECOND, FaultSpec.Target.CENTRAL, ""))
                : List.of();
        boolean peers = delivery.equals("p2p") || delivery.equals("hybrid");
        long ahead = (peers ? 120 : 30) * SECOND;
        return Given.model(
                delivery,
                seed,
                0,
                new ContentSpec(
                        lengthSeconds * SECOND,
                        4 * SECOND,
                        List.of(
                                new ContentSpec.Rendition("low", 700_000),
                                new ContentSpec.Rendition("sd", 2_000_000),
                                new ContentSpec.Rendition("hd", 4_000_000))),
                audience(unlock),
                door(),
                deliverySpec(),
                new PlayerSpec(2_500_000, 5 * SECOND, ahead),
                faults,
                new EngineSpec(cells, 0, mode),
                end);
    }

    private AudienceSpec audience(long unlock) {
        return new AudienceSpec(
                viewers,
                unlock,
                new Law.Uniform(0, 60),
                List.of(
                        new AudienceSpec.Arrival(0.15, new Law.Uniform(-60, 0)),
                        new AudienceSpec.Arrival(0.55, Law.Lognormal.ofMedian(180, 0.9)),
                        new AudienceSpec.Arrival(0.30, new Law.Exponential(300))),
                new AudienceSpec.Patience(2, 0.058, 0.9, new Law.Exponential(240)),
                new AudienceSpec.Retry(
                        AudienceSpec.Backoff.EXPONENTIAL, SECOND, 32 * SECOND, AudienceSpec.Jitter.FULL, 3),
                new AudienceSpec.Reload(new Law.Exponential(15), 5),
                List.of(new AudienceSpec.Region("east", 0.6), new AudienceSpec.Region("west", 0.4)),
                List.of(
                        access("cable", 0.60, new double[] {15, 55, 130}, new double[] {3, 8, 20}, 0.022, true),
                        access("fibre", 0.13, new double[] {25, 60, 150}, new double[] {20, 55, 120}, 0.010, true),
                        access("dsl", 0.17, new double[] {2.5, 9, 35}, new double[] {0.5, 1, 5}, 0.038, true),
                        access("mobile", 0.10, new double[] {4, 18, 55}, new double[] {1, 6, 17}, 0.050, false)),
                List.of(
                        new Device("app", 0.85, PeerRole.FULL, 1L << 30, 2),
                        new Device("tv", 0.10, PeerRole.DOWNLOAD_ONLY, 1L << 28, 2),
                        new Device("phone", 0.05, PeerRole.NONE, 1L << 28, 1)),
                Law.constant(1e9));
    }

    private static Access access(String name, double share, double[] down, double[] up, double rtt, boolean upload) {
        return new Access(
                name,
                share,
                Law.Lognormal.ofP10P50P90(down[0] * 1e6, down[1] * 1e6, down[2] * 1e6),
                Law.Lognormal.ofP10P50P90(up[0] * 1e6, up[1] * 1e6, up[2] * 1e6),
                Law.constant(rtt),
                upload);
    }

    private static List<ServiceSpec> door() {
        return List.of(
                new ServiceSpec("login", 1, Law.constant(1e-4), 2, 20_000, 10 * SECOND, 0),
                new ServiceSpec("licence", 400, new Law.Exponential(0.05), 1, 20_000, 10 * SECOND, 0),
                new ServiceSpec("manifest", 1, Law.constant(1e-4), 1, 20_000, 10 * SECOND, 0));
    }

    private DeliverySpec deliverySpec() {
        long perViewer = (long) (800_000 * capacity);
        DeliverySpec.Server origin =
                Given.server("origin", 1, perViewer * viewers, (int) (viewers * 0.8 * capacity), 0, 60 * SECOND);
        DeliverySpec.Server ample = Given.server("origin", 1, 10_000_000_000L, 0, 0, 60 * SECOND);
        List<DeliverySpec.Edge> edges = List.of(edge("east", 0, 0.6), edge("west", 1, 0.4));
        DeliverySpec.Server seeds = Given.server("seeds", 2, perViewer * viewers / 2, 0, 0, 10 * SECOND);
        return switch (delivery) {
            case "client-server" -> Given.delivery(origin, List.of(), null, null);
            case "cdn" -> Given.delivery(ample, edges, null, null);
            case "p2p" -> Given.delivery(null, List.of(), seeds, swarm(DeliverySpec.Policy.GENERIC));
            case "hybrid" -> Given.delivery(ample, edges, null, swarm(DeliverySpec.Policy.P2P_MEDIA_LOADER));
            default -> throw new IllegalArgumentException(delivery);
        };
    }

    private DeliverySpec.Edge edge(String name, int region, double share) {
        long uplink = (long) (4_500_000L * viewers * share * capacity);
        return new DeliverySpec.Edge(
                Given.server(name, 1, uplink, 0, 0, 60 * SECOND), List.of(region), Given.cache(86_400 * SECOND));
    }

    private DeliverySpec.Swarm swarm(DeliverySpec.Policy policy) {
        return Given.swarm(policy, picker, 40, 8_000_000, 0.78, 4, 8, 20_000);
    }
}
