package org.swarmload.study;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.model.ServiceSpec;
import org.swarmload.sim.theory.FluidChain;
import org.swarmload.study.StudyResult.Bound;

/** Offered load of the front door, and what a flash does to it. */
final class DoorBounds {
    /** Not a metric of a run: calls of the busiest minute over what the service can answer. Its name follows. */
    static final String LOAD = "front-door-load:";

    /** Fluid backlogs below this are lost in the chance of arrivals. */
    private static final double NOTABLE = 10;

    private static final double MOST_STEPS = 5e6;

    private DoorBounds() {}

    static List<Bound> of(BoundCase asked) {
        List<ServiceSpec> services = asked.spec().frontDoor();
        if (services.isEmpty() || asked.audience().arrivals().isEmpty()) {
            return List.of();
        }
        PressCurve presses = PressCurve.of(asked.audience());
        double busiest = asked.steady().map(BoundCase.Steady::perSecond).orElseGet(presses::busiestPerSecond);
        List<Bound> bounds = new ArrayList<>();
        for (ServiceSpec service : services) {
            double second = startsPerSecond(service);
            if (Double.isFinite(second)) {
                bounds.add(new Bound(
                        LOAD + service.name(),
                        "=",
                        busiest / second,
                        BoundCase.say(
                                "%.1f presses a second in the busiest minute, retries not counted; it takes %.1f",
                                busiest, second)));
            }
        }
        if (asked.steady().isPresent()) {
            bounds.addAll(SteadyDoor.of(asked, asked.steady().get()));
        } else {
            bounds.addAll(flash(presses, services));
        }
        return bounds;
    }

    /** Starts that a service can take up per second: infinite if it works in no time. */
    static double startsPerSecond(ServiceSpec service) {
        double each = service.calls() * service.serviceSeconds().mean();
        return each == 0 ? Double.POSITIVE_INFINITY : service.servers() / each;
    }

    /** The presses as a fluid through the services in their order. */
    private static List<Bound> flash(PressCurve presses, List<ServiceSpec> services) {
        double[] capacities = services.stream()
                .mapToDouble(DoorBounds::startsPerSecond)
                .filter(Double::isFinite)
                .toArray();
        double all = 0;
        for (double people : presses.people()) {
            all += people;
        }
        for (double capacity : capacities) {
            if (all / capacity / presses.stepSeconds() > MOST_STEPS) {
                return List.of();
            }
        }
        FluidChain fluid = FluidChain.of(presses.people(), presses.stepSeconds(), capacities);
        if (fluid.peakBacklog() < Math.max(NOTABLE, 3 * Math.sqrt(all / 100))) {
            return List.of();
        }
        // A fluid that nobody turns away says nothing about a line that is cut off.
        if (services.stream().anyMatch(ServiceSpec::limitsSessions) || fluid.peakBacklog() > leastRoom(services)) {
            return List.of();
        }
        String left = "patience, the chance of arrivals, and round trips";
        return List.of(
                Bound.about(
                        "front-door-queue.max",
                        fluid.peakBacklog(),
                        "the presses as a fluid that flows through all services",
                        left),
                Bound.about(
                        "front-door-wait.max",
                        fluid.maxWaitSeconds(),
                        "the presses as a fluid that flows through all services, nobody leaving",
                        left));
    }

    private static int leastRoom(List<ServiceSpec> services) {
        return services.stream().mapToInt(ServiceSpec::queueLimit).min().orElse(Integer.MAX_VALUE);
    }

    static boolean refuses(ServiceSpec service) {
        return service.queueLimit() < Integer.MAX_VALUE || service.limitsSessions();
    }
}
