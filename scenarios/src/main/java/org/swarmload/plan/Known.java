package org.swarmload.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of orders, asked or not: what covers an order that holds, holds; what an order that fails covers, fails.
 * An order that was asked is what it was found to be, even where that contradicts another one.
 */
final class Known {
    private final World world;
    private final Map<Order, Boolean> asked = new LinkedHashMap<>();
    private final List<Order> ruledOut = new ArrayList<>();

    Known(World world) {
        this.world = world;
    }

    /** Finds out about those that are not known yet, all at once. */
    void ask(List<Order> orders) {
        Set<Order> open = new LinkedHashSet<>();
        for (Order order : orders) {
            if (holds(order) == null) {
                open.add(order);
            }
        }
        if (!open.isEmpty()) {
            List<Order> batch = List.copyOf(open);
            List<Boolean> answers = world.holds(batch);
            for (int i = 0; i < batch.size(); i++) {
                asked.put(batch.get(i), answers.get(i));
            }
        }
    }

    /** Nothing that this order covers holds, whatever the world says: it failed elsewhere. */
    void ruleOut(Order order) {
        ruledOut.add(order);
    }

    boolean ask(Order order) {
        ask(List.of(order));
        return holds(order);
    }

    /** Null when nobody knows. */
    Boolean holds(Order order) {
        if (ruledOut.stream().anyMatch(out -> out.covers(order))) {
            return false;
        }
        Boolean found = asked.get(order);
        if (found != null) {
            return found;
        }
        for (Map.Entry<Order, Boolean> one : asked.entrySet()) {
            if (one.getValue() ? order.covers(one.getKey()) : one.getKey().covers(order)) {
                return one.getValue();
            }
        }
        return null;
    }

    /** Orders that fail although they cover one that holds: more made it worse. */
    List<Order> contradictions() {
        List<Order> found = new ArrayList<>();
        asked.forEach((order, holds) -> {
            boolean larger =
                    asked.entrySet().stream().anyMatch(other -> other.getValue() && order.covers(other.getKey()));
            if (!holds && larger) {
                found.add(order);
            }
        });
        return found;
    }
}
