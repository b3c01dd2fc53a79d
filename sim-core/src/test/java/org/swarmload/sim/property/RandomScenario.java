package org.swarmload.sim.property;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.ContentSpec.Rendition;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.PlayerSpec;
import org.swarmload.sim.model.ServiceSpec;

/**
 * A small scenario drawn at random from a seed: tens of viewers, a minute or two, any content, door, delivery and faults
 * that the scenario language allows. The same seed gives the same scenario for ever.
 */
final class RandomScenario {
    static final long SECOND = 1_000_000;

    private final Dice dice;
    private final long seed;

    private RandomScenario(long seed) {
        this.seed = seed;
        dice = new Dice(seed);
    }

    static ModelSpec of(long seed) {
        return new RandomScenario(seed).spec();
    }

    private ModelSpec spec() {
        long unlock = dice.chance(40) ? 0 : dice.between(1, 20) * SECOND;
        ContentSpec content = content();
        RandomDelivery deliveries = new RandomDelivery(dice, content, unlock);
        int regions = dice.between(1, 3);
        AudienceSpec audience = new RandomAudience(dice, content, unlock).audience(regions);
        DeliverySpec delivery = deliveries.delivery(audience.viewers(), regions);
        List<ServiceSpec> door = dice.chance(45) ? door(audience.viewers()) : List.of();
        PlayerSpec player = player(content);
        long end = unlock + dice.between(30, content.isFile() ? 400 : 200) * SECOND + dice.between(0, 999_999);
        long warmup = dice.chance(25) ? dice.between(1, 40) * SECOND : 0;
        double done = content.isFile() && dice.chance(25) ? dice.between(0.3, 1) : 0;
        return new ModelSpec(
                "random",
                seed,
                dice.chance(10) ? 1 : 0,
                content,
                audience,
                door,
                delivery,
                player,
                faults(delivery, door, unlock),
                engine(),
                end,
                Math.min(warmup, end / 2),
                done,
                dice.chance(20));
    }

    private EngineSpec engine() {
        int cells = dice.chance(50) ? 1 : dice.between(0, 4);
        long round = dice.chance(25) ? dice.micros(0.05, 5) : EngineSpec.AUTO;
        return new EngineSpec(cells, round, EngineSpec.CheckMode.PARANOID);
    }

    private ContentSpec content() {
        ContentSpec.Titles titles = dice.chance(25)
                ? new ContentSpec.Titles(dice.between(2, 4), dice.oneOf(List.of(0.0, 0.8, 1.5)))
                : ContentSpec.Titles.ONE;
        int kind = dice.between(0, 9);
        return kind < 4 ? file(titles) : stream(titles, kind < 6);
    }

    private ContentSpec file(ContentSpec.Titles titles) {
        if (dice.chance(15)) {
            long one = 1 << 20;
            ContentSpec.File file = new ContentSpec.File(dice.law(dice.scale(1e4, 3e6)), one, one);
            return new ContentSpec(1, 1, List.of(new Rendition("file", 1)), null, file, titles);
        }
        long bytes = (long) dice.scale(10_000, 6e6);
        long piece = Math.max(1, bytes / dice.between(1, 90));
        long block = Math.max(1, piece / dice.between(1, 8));
        ContentSpec.File file = new ContentSpec.File(Law.constant(bytes), piece, block);
        return new ContentSpec(1, 1, List.of(new Rendition("file", 1)), null, file, titles);
    }

    private ContentSpec stream(ContentSpec.Titles titles, boolean live) {
        long segment = dice.micros(0.5, 6);
        long length = Math.max(segment, dice.micros(10, 90));
        List<Rendition> renditions = new ArrayList<>();
        long rate = (long) dice.scale(100_000, 1_500_000);
        for (int r = dice.between(1, 4); r > 0; r--) {
            renditions.add(new Rendition("r" + renditions.size(), rate));
            rate = (long) (rate * dice.between(1.3, 3.0));
        }
        if (!live) {
            return new ContentSpec(length, segment, renditions, null, null, titles);
        }
        long delay = (long) (segment * dice.scale(1, 8));
        long window = (long) (delay * dice.scale(1, 10));
        return new ContentSpec(length, segment, renditions, new ContentSpec.Live(delay, window), null, titles);
    }

    private PlayerSpec player(ContentSpec content) {
        if (content.isFile()) {
            return new PlayerSpec(2_500_000, 5 * SECOND, 30 * SECOND);
        }
        long segment = content.segmentMicros();
        long ahead = (long) (segment * dice.scale(1, 64));
        boolean skips = content.isLive() && dice.chance(40);
        long least = skips && dice.chance(30) ? 0 : 1_000;
        long startup = Math.max(least, (long) (ahead * dice.between(0.0, 1.0)));
        long resume = Math.max(1_000, (long) (ahead * dice.between(0.0, 1.0)));
        return new PlayerSpec(startup, resume, ahead, skips);
    }

    private List<ServiceSpec> door(int viewers) {
        List<ServiceSpec> services = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            boolean sessions = dice.chance(20);
            boolean unlimited = sessions && dice.chance(50);
            int servers = unlimited ? Integer.MAX_VALUE : dice.between(1, 4);
            Law service = unlimited ? Law.constant(0) : dice.law(dice.scale(0.005, 2));
            int queue = dice.chance(50) ? Integer.MAX_VALUE : dice.between(0, 12);
            services.add(new ServiceSpec(
                    "s" + services.size(),
                    servers,
                    service,
                    dice.between(1, 3),
                    queue,
                    dice.chance(40) ? dice.micros(0.2, 10) : 0,
                    dice.chance(40) ? dice.micros(0.01, 1) : 0,
                    sessions ? dice.between(1, Math.max(1, viewers)) : 0,
                    sessions && dice.chance(50) ? queue : 0));
        }
        return services;
    }

    private List<FaultSpec> faults(DeliverySpec delivery, List<ServiceSpec> door, long unlock) {
        List<FaultSpec> faults = new ArrayList<>();
        for (int i = dice.chance(50) ? dice.between(1, 3) : 0; i > 0; i--) {
            long at = Math.max(0, unlock + dice.between(-5, 90) * SECOND + (dice.chance(30) ? 12_345 : 0));
            faults.add(fault(at, dice.micros(0.001, 60), delivery, door));
        }
        return faults;
    }

    private FaultSpec fault(long at, long length, DeliverySpec delivery, List<ServiceSpec> door) {
        double part = dice.chance(50) ? 1 : dice.oneOf(List.of(0.1, 0.25, 0.5, 0.9));
        if (!door.isEmpty() && dice.chance(25)) {
            return new FaultSpec(
                    at, length, FaultSpec.Target.SERVICE, dice.oneOf(door).name());
        }
        if (!delivery.edges().isEmpty() && dice.chance(35)) {
            String edge = dice.oneOf(delivery.edges()).server().name();
            return new FaultSpec(at, length, FaultSpec.Target.EDGE, edge, part);
        }
        if (delivery.swarm() != null && dice.chance(25)) {
            return new FaultSpec(at, length, FaultSpec.Target.TRACKER, "");
        }
        List<FaultSpec.Target> targets = new ArrayList<>(List.of(FaultSpec.Target.CENTRAL));
        targets.add(delivery.origin() != null ? FaultSpec.Target.ORIGIN : FaultSpec.Target.SEEDS);
        if (delivery.shield() != null) {
            targets.add(FaultSpec.Target.SHIELD);
        }
        return new FaultSpec(at, length, dice.oneOf(targets), "", part);
    }

    /** Other traffic in steps, in model time. */
    static BackgroundSpec background(Dice dice, long uplinkBps, long unlock) {
        if (dice.chance(75)) {
            return BackgroundSpec.NONE;
        }
        if (dice.chance(40)) {
            return BackgroundSpec.flat((long) (uplinkBps * dice.between(0.05, 0.8)));
        }
        List<BackgroundSpec.Step> steps = new ArrayList<>();
        long at = unlock - 5 * SECOND;
        for (int i = dice.between(1, 3); i > 0; i--) {
            steps.add(new BackgroundSpec.Step(at, (long) (uplinkBps * dice.between(0.0, 1.1))));
            at += dice.micros(1, 60);
        }
        return new BackgroundSpec(steps);
    }
}
