package org.swarmload.scenario;

import java.util.List;

/**
 * What a planner may order, and how carefully it is looked for.
 *
 * @param deliveries that may be chosen, in the order in which they are compared
 * @param order a ladder for each quantity
 * @param screenViewers a larger crowd is searched with so many first; 0 searches at full size alone
 * @param replications on which an order is judged when nothing is unknown; the certificate has as many new ones
 * @param nights the same when something is unknown
 * @param hold share of the nights on which every objective has to hold when something is unknown
 * @param mostRuns simulations that the search of one delivery may take
 */
public record PlanDef(
        List<String> deliveries,
        List<Ladder> order,
        int screenViewers,
        int replications,
        int nights,
        double hold,
        int mostRuns) {
    /** What {@code replications} may be at most. */
    public static final int MOST_REPLICATIONS = 100;

    /** What {@code nights} may be at most. */
    public static final int MOST_NIGHTS = 1_000;

    public PlanDef {
        deliveries = List.copyOf(deliveries);
        order = List.copyOf(order);
    }

    /** On how many nights an order is judged. */
    public int nights(Scenario scenario) {
        return scenario.nights().areCertain() ? replications : nights;
    }

    /** The ladders of what this delivery has. */
    public List<Ladder> ladders(Scenario scenario, String delivery) {
        return order.stream()
                .filter(ladder -> ladder.isOf(scenario.delivery(delivery)))
                .toList();
    }

    /**
     * A quantity and the values of it that can be ordered.
     *
     * @param key what it is, within a delivery or the front door: {@code edges.east.capacity},
     *     {@code front-door.login.capacity}
     * @param values rising, at least two
     */
    public record Ladder(String key, List<Value> values) {
        private static final String DOOR = "front-door.";

        public Ladder {
            values = List.copyOf(values);
        }

        /** Where it stands in a scenario. */
        public String path(String delivery) {
            return key.startsWith(DOOR) ? key : "deliveries." + delivery + "." + key;
        }

        /** Whether a delivery has it; every delivery has the front door. */
        public boolean isOf(DeliveryDef delivery) {
            String[] words = key.split("\\.");
            return switch (words[0]) {
                case "origin" -> delivery.origin() != null;
                case "shield" -> delivery.shield() != null;
                case "seeds" -> delivery.seeds() != null;
                case "swarm" -> delivery.hasSwarm();
                case "edges" ->
                    delivery.edges().stream()
                            .anyMatch(edge -> edge.server().name().equals(words[1]));
                default -> true;
            };
        }

        public Value last() {
            return values.get(values.size() - 1);
        }
    }

    /**
     * @param text as a scenario says it
     * @param size in base units
     */
    public record Value(String text, double size) {}
}
