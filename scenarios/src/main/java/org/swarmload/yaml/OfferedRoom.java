package org.swarmload.yaml;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.PlanDef.Ladder;
import org.swarmload.sim.model.DeliverySpec.Server;

/** Whether the least of everything on offer is more than other traffic takes: an order may be just that. */
final class OfferedRoom {
    private final Problems problems;
    private final Fields order;
    private final Map<String, Double> least = new LinkedHashMap<>();

    /** @param order {@code plan.order}, where the ladders are written */
    OfferedRoom(Problems problems, Fields order, List<Ladder> ladders) {
        this.problems = problems;
        this.order = order;
        ladders.forEach(ladder -> least.put(ladder.key(), ladder.values().get(0).size()));
    }

    /** Where several deliveries leave nothing, it is said of the one whose other traffic takes most. */
    void check(List<DeliveryDef> deliveries) {
        deliveries.stream()
                .filter(delivery -> problems.sound("deliveries." + delivery.name()))
                .flatMap(OfferedRoom::pools)
                .sorted(Comparator.comparing(pool -> -pool.server().background().leastBps()))
                .forEach(this::check);
    }

    private void check(Pool pool) {
        Server server = pool.server();
        long bps = Math.round(least.getOrDefault(pool.uplinkKey(), (double) server.uplinkBps())
                * least.getOrDefault(pool.countKey(), (double) server.servers()));
        Stream.of(pool.uplinkKey(), pool.countKey())
                .filter(least::containsKey)
                .findFirst()
                .map(key -> order.map(key, ""))
                .filter(ladder -> ladder.sound("from") && server.background().takesAllOf(bps))
                .ifPresent(ladder -> ladder.problem(
                        "from",
                        "Other traffic of " + pool.delivery() + " takes "
                                + Kind.gigabits(server.background().leastBps()) + " and more: nothing is left of "
                                + Kind.gigabits(bps) + ".",
                        "Begin higher."));
    }

    private static Stream<Pool> pools(DeliveryDef delivery) {
        Server shield = delivery.shield() == null ? null : delivery.shield().server();
        Stream<Pool> ofServers = Stream.of(
                new Pool(delivery.name(), delivery.origin(), "origin.servers", "origin.uplink"),
                new Pool(delivery.name(), shield, "shield.servers", "shield.uplink"),
                new Pool(delivery.name(), delivery.seeds(), "seeds.count", "seeds.uplink"));
        Stream<Pool> edges = delivery.edges().stream()
                .map(edge -> edge.server())
                .map(edge -> new Pool(delivery.name(), edge, "", "edges." + edge.name() + ".capacity"));
        return Stream.concat(ofServers.filter(pool -> pool.server() != null), edges);
    }

    /** Servers and what is ordered of them: how many, and how much each of them can send. An edge is one. */
    private record Pool(String delivery, Server server, String countKey, String uplinkKey) {}
}
