package org.swarmload.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.EventUse;

/**
 * What orders cost beside each other, without simulating them: the bill of each for the same events. What one ladder adds
 * is taken not to depend on the others, which is so for everything that has a price for each unit. Of two that cost the
 * same the one with less of it is better by a trifle.
 */
final class Prices {
    /** Part of the bill by which the whole of a ladder is dearer than none of it: less than a cent of most bills. */
    private static final double TRIFLE = 1e-7;

    private final Space space;
    private final List<EventUse> events;
    private final double largest;
    private final Map<Order, Double> steps = new HashMap<>();

    /** @param events of the largest order */
    Prices(Space space, List<EventUse> events) {
        this.space = space;
        this.events = events;
        this.largest = bill(space.largest());
    }

    double of(Order order) {
        double sum = largest;
        double trifle = 0;
        for (int i = 0; i < order.size(); i++) {
            sum += step(i, order.step(i)) - largest;
            trifle += (double) order.step(i) / space.ladders().get(i).values().size();
        }
        return sum + TRIFLE * (1 + largest) * trifle;
    }

    private double step(int ladder, int step) {
        return steps.computeIfAbsent(space.largest().with(ladder, step), this::bill);
    }

    /** 0 when nobody knows what the delivery costs: then the smaller of its orders is the cheaper one. */
    private double bill(Order order) {
        var invoice = space.invoice(order, events);
        return invoice.lines().isEmpty() ? 0 : invoice.total().doubleValue();
    }
}
