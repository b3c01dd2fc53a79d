package org.swarmload.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Finds with few probes an order that holds and is not much larger than it has to be. All ladders go down at once, by a
 * third of what is open on each and by two thirds, two orders at a time. Where one fails, the world says of which ladders
 * it may have too little: these are narrowed from below, the others are believed to have enough. Belief says where to
 * look, no more: what is returned was asked and held.
 */
final class Narrowing {
    private final World world;
    private final Known known;
    private final int tolerance;
    private final int[] strides;
    /** Of each ladder the greatest step that is believed to be too little. */
    private final int[] little;
    /** Of each ladder the least step that is believed to be enough. */
    private final int[] enough;

    private Order best;

    /**
     * @param holding an order that is known to hold
     * @param start where to look first, at most as large; it may hold or not
     * @param stride steps to go at once on a ladder of which nothing is known
     * @param tolerance steps that a ladder may be too high
     */
    Narrowing(World world, Known known, Order holding, Order start, int stride, int tolerance) {
        this.world = world;
        this.known = known;
        this.tolerance = tolerance;
        this.best = holding;
        this.enough = start.steps().stream().mapToInt(Integer::intValue).toArray();
        this.little = new int[enough.length];
        this.strides = new int[enough.length];
        Arrays.fill(little, -1);
        Arrays.fill(strides, stride);
    }

    Order run() {
        boolean first = known.holds(Order.of(enough)) == null;
        while (world.hasBudget()) {
            Order now = Order.of(enough);
            Order lower = lowered(1);
            if (!lower.equals(now)) {
                learn(first ? now : lower, first ? lower : lowered(2));
            } else if (now.equals(best)) {
                return best;
            } else {
                learn(raised(), now);
            }
            first = false;
        }
        return best;
    }

    private void learn(Order larger, Order smaller) {
        known.ask(List.of(larger, smaller));
        if (!known.holds(larger)) {
            failed(larger);
            return;
        }
        held(larger);
        if (known.holds(smaller)) {
            held(smaller);
        } else {
            failed(smaller);
        }
    }

    private void held(Order order) {
        best = order;
        for (int i = 0; i < enough.length; i++) {
            strides[i] *= order.step(i) < enough[i] ? 2 : 1;
            enough[i] = Math.min(enough[i], order.step(i));
            little[i] = Math.min(little[i], order.step(i) - 1);
        }
    }

    private void failed(Order order) {
        List<Integer> suspects = suspects(order);
        for (int i = 0; i < enough.length; i++) {
            if (!suspects.contains(i)) {
                enough[i] = Math.min(enough[i], order.step(i));
                continue;
            }
            little[i] = Math.max(little[i], order.step(i));
            if (enough[i] <= little[i]) {
                enough[i] = Math.min(best.step(i), little[i] + strides[i]);
                strides[i] *= 2;
            }
        }
    }

    /** Of the ladders on which the order has less than the best: what it may have too little of, all if nobody knows. */
    private List<Integer> suspects(Order order) {
        List<Integer> lower = new ArrayList<>();
        for (int i = 0; i < enough.length; i++) {
            if (order.step(i) < best.step(i)) {
                lower.add(i);
            }
        }
        Set<Integer> wanting = world.wanting(order);
        List<Integer> suspects = lower.stream().filter(wanting::contains).toList();
        return suspects.isEmpty() ? lower : suspects;
    }

    private Order lowered(int times) {
        int[] lower = enough.clone();
        for (int i = 0; i < enough.length; i++) {
            int open = enough[i] - little[i];
            if (open > tolerance) {
                int third = (open + 2) / 3;
                int step = times * Math.min(third, strides[i]);
                lower[i] = Math.max(little[i] + 1, enough[i] - step);
            }
        }
        return Order.of(lower);
    }

    private Order raised() {
        int[] higher = enough.clone();
        for (int i = 0; i < enough.length; i++) {
            higher[i] = Math.min(best.step(i), enough[i] + strides[i]);
        }
        return Order.of(higher);
    }
}
