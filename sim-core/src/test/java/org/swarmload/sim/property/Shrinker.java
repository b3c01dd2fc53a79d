package org.swarmload.sim.property;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.Region;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec.Edge;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.DeliverySpec.Trading;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;

/** Makes a model that breaks a property smaller, one step after the other, as long as the same property stays broken. */
final class Shrinker {
    private static final int MOST_RUNS = 600;

    /** Whether a smaller model still shows the failure. */
    @FunctionalInterface
    interface Failure {
        boolean shownBy(ModelSpec spec) throws InterruptedException;
    }

    private final Failure failure;
    private int runs;

    Shrinker(Failure failure) {
        this.failure = failure;
    }

    ModelSpec shrink(ModelSpec spec) throws InterruptedException {
        ModelSpec least = spec;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (ModelSpec candidate : candidates(least)) {
                if (runs++ < MOST_RUNS && !candidate.equals(least) && failure.shownBy(candidate)) {
                    least = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return least;
    }

    private static List<ModelSpec> candidates(ModelSpec spec) {
        List<ModelSpec> smaller = new ArrayList<>();
        run(spec, smaller);
        people(spec, smaller);
        habits(spec, smaller);
        delivery(spec, smaller);
        return smaller;
    }

    private static void run(ModelSpec spec, List<ModelSpec> smaller) {
        for (int i = 0; i < spec.faults().size(); i++) {
            smaller.add(Edit.with(spec, "faults", without(spec.faults(), i)));
        }
        for (int i = 0; i < spec.frontDoor().size(); i++) {
            smaller.add(Edit.with(spec, "frontDoor", without(spec.frontDoor(), i)));
        }
        smaller.add(Edit.with(spec, "engine.cells", 1));
        smaller.add(Edit.with(spec, "engine.roundMicros", 0L));
        smaller.add(Edit.with(spec, "warmupMicros", 0L));
        smaller.add(Edit.with(spec, "doneShare", 0.0));
        smaller.add(Edit.with(spec, "replication", 0));
        smaller.add(Edit.with(spec, "keepViewers", false));
        smaller.add(Edit.with(spec, "content.titles", ContentSpec.Titles.ONE));
        smaller.add(Edit.with(
                spec, "content.renditions", spec.content().renditions().subList(0, 1)));
        smaller.add(Edit.with(spec, "endMicros", spec.endMicros() / 2));
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> rest = new ArrayList<>(all);
        rest.remove(index);
        return rest;
    }

    /** Fewer people, all alike. Numbers of classes and components become shares first, so that the number is free. */
    private static void people(ModelSpec spec, List<ModelSpec> smaller) {
        AudienceSpec audience = spec.audience();
        Arrival first = audience.arrivals().isEmpty()
                ? new Arrival(1, Law.constant(0))
                : audience.arrivals().get(0);
        smaller.add(Edit.with(spec, "audience.initial", List.of()));
        for (Law law : List.of(Law.constant(0), first.offsetSeconds())) {
            smaller.add(Edit.with(spec, "audience.arrivals", List.of(new Arrival(1, law))));
        }
        boolean plain = audience.arrivals().stream().allMatch(a -> a.count() == AudienceSpec.BY_SHARE);
        for (int n : new int[] {1, 2, audience.viewers() / 2, audience.viewers() * 3 / 4, audience.viewers() - 1}) {
            if (plain && audience.initial().isEmpty() && n > 0) {
                smaller.add(Edit.with(spec, "audience.viewers", n));
            }
        }
        for (Access access : audience.access()) {
            Access all = new Access(
                    access.name(), 1, access.downBps(), access.upBps(), access.rttSeconds(), access.uploadAllowed());
            smaller.add(Edit.with(spec, "audience.access", List.of(all)));
            smaller.add(Edit.with(spec, "audience.access", List.of(Edit.with(all, "rttSeconds", Law.constant(0)))));
            Access certain = Edit.with(
                    all, "downBps", Law.constant(Math.rint(access.downBps().mean())));
            certain = Edit.with(
                    certain, "upBps", Law.constant(Math.rint(access.upBps().mean())));
            smaller.add(Edit.with(spec, "audience.access", List.of(certain)));
        }
        for (Device device : audience.devices()) {
            Device all = new Device(device.name(), 1, device.role(), device.cacheBytes(), device.topRendition());
            smaller.add(Edit.with(spec, "audience.devices", List.of(all)));
        }
        if (spec.delivery().edges().isEmpty()) {
            smaller.add(Edit.with(spec, "audience.regions", List.of(new Region("all", 1))));
        } else {
            List<Region> even = audience.regions().stream()
                    .map(r -> new Region(r.name(), 1.0 / audience.regions().size()))
                    .toList();
            smaller.add(Edit.with(spec, "audience.regions", even));
        }
    }

    private static void habits(ModelSpec spec, List<ModelSpec> smaller) {
        smaller.add(Edit.with(spec, "audience.noticeSeconds", Law.constant(0)));
        smaller.add(Edit.with(spec, "audience.staySeconds", Law.constant(1e9)));
        smaller.add(Edit.with(spec, "audience.patience", new AudienceSpec.Patience(0, 0, 0, Law.constant(1_000_000))));
        smaller.add(Edit.with(spec, "audience.reload.attempts", 0));
        smaller.add(Edit.with(
                spec,
                "audience.retry",
                new AudienceSpec.Retry(AudienceSpec.Backoff.NONE, 0, 0, AudienceSpec.Jitter.NONE, 0)));
        smaller.add(Edit.with(spec, "audience.retry.giveUpShare", 0.0));
    }

    private static void delivery(ModelSpec spec, List<ModelSpec> smaller) {
        for (String pool : List.of("origin", "seeds")) {
            if (Edit.get(spec.delivery(), pool) instanceof Server server) {
                for (Server plain : plainer(server)) {
                    smaller.add(Edit.with(spec, "delivery." + pool, plain));
                }
            }
        }
        List<Edge> edges = spec.delivery().edges();
        for (int e = 0; e < edges.size(); e++) {
            Edge edge = edges.get(e);
            List<Edge> others = new ArrayList<>();
            plainer(edge.server()).forEach(s -> others.add(Edit.with(edge, "server", s)));
            others.add(Edit.with(edge, "cache", Given.cache(86_400_000_000L)));
            for (Edge other : others) {
                List<Edge> changed = new ArrayList<>(edges);
                changed.set(e, other);
                smaller.add(Edit.with(spec, "delivery.edges", changed));
            }
        }
        smaller.add(Edit.with(spec, "delivery.shield", null));
        if (spec.delivery().origin() != null) {
            smaller.add(Edit.with(spec, "delivery.edges", List.of()));
            smaller.add(Edit.with(spec, "delivery.swarm", null));
        }
        if (spec.delivery().swarm() != null) {
            smaller.add(Edit.with(spec, "delivery.swarm.trading", Trading.USUAL));
            smaller.add(Edit.with(spec, "delivery.swarm.reachable", 1.0));
            smaller.add(Edit.with(spec, "delivery.swarm.uploadCapBps", 0L));
            smaller.add(Edit.with(spec, "delivery.swarm.announceMicros", 0L));
            smaller.add(Edit.with(spec, "delivery.swarm.picker", "sequential"));
        }
    }

    private static List<Server> plainer(Server server) {
        return List.of(
                Edit.with(server, "background", BackgroundSpec.NONE),
                Edit.with(server, "latencySeconds", Law.constant(0)),
                Edit.with(server, "connections", 0),
                Edit.with(server, "servers", 1),
                Edit.with(server, "queue", 0));
    }
}
