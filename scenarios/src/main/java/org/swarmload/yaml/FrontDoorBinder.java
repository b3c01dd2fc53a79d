package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ServiceSpec;

/** Binds {@code front-door:}, a list of services in the order in which every start passes them. */
final class FrontDoorBinder {
    private final Problems problems;

    FrontDoorBinder(Problems problems) {
        this.problems = problems;
    }

    List<ServiceSpec> bind(List<SourceNode> nodes) {
        List<ServiceSpec> services = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            SourceNode node = nodes.get(i);
            String path = "front-door." + i;
            if (!(node instanceof SourceNode.MapNode map) || map.entries().size() != 1) {
                problems.add(
                        node.position(), path, "This must be one service.", "For example - login: {capacity: 100/s}");
                continue;
            }
            Map<String, SourceNode> named = new Fields(map, path, problems).named("a service");
            if (named.isEmpty()) {
                continue;
            }
            String name = named.keySet().iterator().next();
            if (!names.add(name)) {
                problems.add(node.position(), path, "The service " + name + " is here twice.");
            }
            services.add(service(name, new Fields(named.get(name), "front-door." + name, problems)));
        }
        return services;
    }

    private ServiceSpec service(String name, Fields fields) {
        boolean byRate = fields.has("capacity");
        boolean byServers = fields.has("servers") || fields.has("service");
        boolean bySessions = fields.has("sessions");
        int before = problems.count();
        ServiceSpec spec = spec(name, fields, byRate, byServers, bySessions);
        fields.done();
        // A misspelt key says enough: what is meant is there.
        if (byRate && byServers || !byRate && !byServers && !bySessions && problems.count() == before) {
            problems.add(
                    fields.position(),
                    fields.path(),
                    byRate ? "Either a capacity or servers with their service." : "How fast is it?",
                    "For example capacity: 100/s, or servers: 40 and service: {exponential: 50ms}.");
        }
        return spec;
    }

    /** A service that only limits sessions answers at once. */
    private static ServiceSpec spec(String name, Fields fields, boolean byRate, boolean byServers, boolean bySessions) {
        int servers = byRate || byServers ? 1 : Integer.MAX_VALUE;
        Law service = Law.constant(byRate || byServers ? 1 : 0);
        if (byRate) {
            double rate = fields.quantity("capacity", Kind.RATE, new Range(0.001, 1e9, "from 0.001/s to 1000M/s"), 1);
            service = Law.constant(1 / rate);
        } else if (byServers) {
            servers = (int) fields.requiredCount("servers", 1, 1_000_000, "40");
            service = fields.requiredLaw(
                    "service", Kind.DURATION, new Range(0.000_001, 3_600, "from 1us to 1h"), "{exponential: 50ms}");
        }
        int queue =
                (int) fields.countOr("unlimited", Integer.MAX_VALUE, "queue", 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
        return new ServiceSpec(
                name,
                servers,
                service,
                (int) fields.count("calls", 1, 1_000, 1),
                queue,
                fields.says("timeout", "never") ? 0 : fields.micros("timeout", Range.SHORT_TIME, 0),
                fields.micros("latency", Range.SHORT_TIME, 0),
                bySessions ? (int) fields.count("sessions", 1, 100_000_000, 1) : 0,
                bySessions && fields.has("queue") ? queue : 0);
    }
}
