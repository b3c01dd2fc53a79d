package org.swarmload.plan;

import java.util.ArrayList;
import java.util.List;

/** Goes down from an order that holds to one of which no single step less does. */
final class Descent {
    private final World world;
    private final Known known;
    private final Order least;

    /** @param least nothing below it is tried */
    Descent(World world, Known known, Order least) {
        this.world = world;
        this.known = known;
        this.least = least;
    }

    /** All ladders are tried in one batch; those that gave way together are tried together. */
    Order from(Order holding) {
        Order order = holding;
        while (world.hasBudget()) {
            List<Order> lower = lower(order);
            known.ask(lower);
            List<Order> stillHolding = lower.stream().filter(known::holds).toList();
            if (stillHolding.isEmpty()) {
                return order;
            }
            order = next(order, stillHolding);
        }
        return order;
    }

    private List<Order> lower(Order order) {
        List<Order> lower = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            if (order.step(i) > least.step(i)) {
                lower.add(order.with(i, order.step(i) - 1));
            }
        }
        return lower;
    }

    /** All that gave way at once if that holds too, else the one that saves most; of equals the first. */
    private Order next(Order order, List<Order> holding) {
        Order all = order;
        for (int i = 0; i < order.size(); i++) {
            for (Order one : holding) {
                all = one.step(i) < order.step(i) ? all.with(i, one.step(i)) : all;
            }
        }
        if (holding.size() > 1 && world.hasBudget() && known.ask(all)) {
            return all;
        }
        Order best = holding.get(0);
        for (Order one : holding) {
            best = world.cost(one) < world.cost(best) ? one : best;
        }
        return best;
    }
}
