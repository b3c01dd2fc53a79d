package org.swarmload.report;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.Meter;
import org.swarmload.cost.Tariff;
import org.swarmload.cost.VolumeUnit;
import org.swarmload.scenario.ArrivalDef;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.Content;
import org.swarmload.scenario.Costs;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.FaultDef;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.RunPlan;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.PlayerSpec;
import org.swarmload.sim.model.ServiceSpec;

/** The scenario of the made-up study. */
final class SampleScenario {
    private SampleScenario() {}

    /** Deliveries of these names, for so many viewers. */
    static Scenario of(String[] names, int viewers) {
        Map<String, DeliveryDef> deliveries = new LinkedHashMap<>();
        for (String name : names) {
            deliveries.put(name, deliveryDef(name));
        }
        ContentSpec title =
                new ContentSpec(3_540_000_000L, 4_000_000L, List.of(new ContentSpec.Rendition("hd", 4_000_000L)));
        return new Scenario(
                1,
                "Sample <night> & friends",
                "Made up for tests.",
                2017,
                ZoneId.of("America/New_York"),
                new RunPlan(2, 7_200_000_000L, 0, 0, 0, false),
                new Content(LocalTime.of(21, 0), title),
                audience(viewers),
                List.of(new ServiceSpec("login", 1, Law.constant(0.01), 2, 2000, 10_000_000L, 0)),
                deliveries,
                List.of(new FaultDef(1_200_000_000L, 360_000_000L, FaultSpec.Target.CENTRAL, "", 1)),
                "hybrid",
                List.of(
                        new Objective(
                                "start-failures < 12%",
                                MetricWord.START_FAILURES, Objective.Statistic.MEAN, Objective.Comparison.BELOW, 0.12),
                        new Objective(
                                "startup-time.p95 < 4s",
                                MetricWord.STARTUP_TIME,
                                Objective.Statistic.P95,
                                Objective.Comparison.BELOW,
                                4)),
                List.of(),
                Costs.of(Map.of("edges", tariff())),
                new EngineSpec(0, 0, EngineSpec.CheckMode.FAST),
                "schema: 1\nname: Sample <night>\n");
    }

    private static Tariff tariff() {
        Meter tiers = Meter.Tiers.flat(VolumeUnit.GB, new BigDecimal("0.085"));
        return Tariff.of("cdn-list", "A CDN's list", "price page", "2025", "USD", List.of(tiers));
    }

    private static DeliveryDef deliveryDef(String name) {
        DeliverySpec.Server origin = server("origin", 2, 10_000_000_000L, 6000, 100, BackgroundSpec.NONE);
        DeliverySpec.Server edge = server("east", 1, 60_000_000_000L, 0, 0, BackgroundSpec.flat(15_000_000_000L));
        DeliverySpec.Server seeds = server("seeds", 2, 10_000_000_000L, 0, 0, BackgroundSpec.NONE);
        List<DeliveryDef.EdgeDef> edges = List.of(new DeliveryDef.EdgeDef(
                edge, List.of("east"), new CacheSpec(60_000_000L, CacheSpec.UNLIMITED, true, 17_500, 5_000_000_000L)));
        DeliverySpec.Swarm swarm = new DeliverySpec.Swarm(
                DeliverySpec.Policy.GENERIC,
                "window",
                40,
                3_000_000L,
                0.78,
                3,
                4,
                100_000L,
                DeliverySpec.Trading.USUAL);
        PlayerSpec player = new PlayerSpec(4_000_000L, 4_000_000L, 60_000_000L);
        return switch (name) {
            case "client-server" -> new DeliveryDef(name, origin, List.of(), null, null, player);
            case "cdn" -> new DeliveryDef(name, origin, edges, null, null, player);
            case "p2p" -> new DeliveryDef(name, null, List.of(), seeds, swarm, player);
            default -> new DeliveryDef(name, origin, edges, null, swarm, player);
        };
    }

    private static DeliverySpec.Server server(
            String name, int servers, long uplinkBps, int connections, int queue, BackgroundSpec background) {
        return new DeliverySpec.Server(
                name,
                servers,
                uplinkBps,
                connections,
                queue,
                5_000_000L,
                DeliverySpec.Admission.CONNECTIONS,
                Law.constant(0),
                background);
    }

    private static Audience audience(int viewers) {
        return new Audience(
                viewers,
                List.of(ArrivalDef.ofShare(1, new Law.Uniform(-900, 0))),
                Law.constant(0),
                new AudienceSpec.Patience(2, 0.058, 1, Law.constant(60)),
                new AudienceSpec.Retry(AudienceSpec.Backoff.EXPONENTIAL, 1, 32, AudienceSpec.Jitter.FULL, 8),
                new AudienceSpec.Reload(new Law.Exponential(15), 5),
                List.of(new AudienceSpec.Region("east", 1)),
                List.of(new AudienceSpec.Access(
                        "cable", 1, Law.constant(5e7), Law.constant(5e6), Law.constant(0.022), true)),
                List.of(new Audience.Device(
                        "app", 1, AudienceSpec.BY_SHARE, AudienceSpec.PeerRole.FULL, 1L << 30, "hd")),
                null,
                List.of());
    }
}
