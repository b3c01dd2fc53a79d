package org.swarmload.plan;

import java.util.ArrayList;
import java.util.Arrays;
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

    /**
     * All ladders are tried in one batch, those that gave way together are tried together. A ladder that gave way is tried
     * with twice the stride next; one that did not give way with a stride of one is done.
     */
    Order from(Order holding) {
        Order order = holding;
        int[] strides = new int[order.size()];
        Arrays.fill(strides, 1);
        while (world.hasBudget()) {
            List<Order> lower = new ArrayList<>();
            for (int i = 0; i < strides.length; i++) {
                strides[i] = Math.min(strides[i], order.step(i) - least.step(i));
                if (strides[i] > 0) {
                    lower.add(order.with(i, order.step(i) - strides[i]));
                }
            }
            if (lower.isEmpty()) {
                return order;
            }
            known.ask(lower);
            lower.removeIf(one -> !known.holds(one));
            Order next = lower.isEmpty() ? order : next(order, lower);
            for (int i = 0; i < strides.length; i++) {
                strides[i] = gave(order, lower, i) ? 2 * strides[i] : strides[i] > 1 ? 1 : 0;
            }
            order = next;
        }
        return order;
    }

    private static boolean gave(Order order, List<Order> lower, int ladder) {
        return lower.stream().anyMatch(one -> one.step(ladder) < order.step(ladder));
    }

    /**
     * All that gave way at once if that holds too, and three times as far if even that does: both are asked in one batch.
     * Else the one that saves most; of equals the first.
     */
    private Order next(Order order, List<Order> holding) {
        Order all = order;
        Order further = order;
        for (int i = 0; i < order.size(); i++) {
            for (Order one : holding) {
                int way = order.step(i) - one.step(i);
                if (way > 0) {
                    all = all.with(i, one.step(i));
                    further = further.with(i, Math.max(least.step(i), order.step(i) - 3 * way));
                }
            }
        }
        if (holding.size() > 1 && world.hasBudget()) {
            known.ask(List.of(all, further));
            if (known.holds(all)) {
                return known.holds(further) ? further : all;
            }
        }
        Order best = holding.get(0);
        for (Order one : holding) {
            best = world.cost(one) < world.cost(best) ? one : best;
        }
        return best;
    }
}
