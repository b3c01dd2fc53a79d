package org.swarmload.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
     * All ladders are tried in one batch, those that gave way together are tried together. A ladder that gave way twice is
     * tried with twice the stride next; one that did not give way with a stride of one is done.
     */
    Order from(Order holding) {
        Order order = holding;
        int[] strides = new int[order.size()];
        int[] gave = new int[order.size()];
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
            for (int i = 0; i < strides.length; i++) {
                gave[i] = gave(order, lower, i) ? gave[i] + 1 : 0;
                strides[i] = gave[i] > 1 ? 2 * strides[i] : gave[i] == 1 || strides[i] > 1 ? 1 : 0;
            }
            order = lower.isEmpty() ? order : next(order, lower);
        }
        return order;
    }

    private static boolean gave(Order order, List<Order> lower, int ladder) {
        return lower.stream().anyMatch(one -> one.step(ladder) < order.step(ladder));
    }

    /** All that gave way at once if that holds too, else the half that saves more, else the one that saves most. */
    private Order next(Order order, List<Order> holding) {
        List<Order> bySaving =
                holding.stream().sorted(Comparator.comparingDouble(world::cost)).toList();
        Order all = together(order, bySaving);
        Order most = together(order, bySaving.subList(0, (holding.size() + 1) / 2));
        if (holding.size() > 1 && world.hasBudget()) {
            known.ask(List.of(all, most));
        }
        return Boolean.TRUE.equals(known.holds(all))
                ? all
                : Boolean.TRUE.equals(known.holds(most)) ? most : bySaving.get(0);
    }

    private static Order together(Order order, List<Order> lower) {
        Order all = order;
        for (int i = 0; i < order.size(); i++) {
            for (Order one : lower) {
                all = one.step(i) < order.step(i) ? all.with(i, one.step(i)) : all;
            }
        }
        return all;
    }
}
