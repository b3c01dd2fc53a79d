package org.swarmload.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The search between the order below which nothing holds, which fails itself, and the largest one, which holds. First some
 * order that holds and of which no single step less does; then whatever is cheaper, as long as anything is.
 */
final class Between {
    /** Candidates that are weighed against each other: their number squared is computed for each probe. */
    private static final int MOST = 2_000;

    private final World world;
    private final Known known;
    private final Order least;
    private final Order largest;

    Between(World world, Known known, Order least, Order largest) {
        this.world = world;
        this.known = known;
        this.least = least;
        this.largest = largest;
    }

    Search.Found run() {
        Order best = new Descent(world, known, least).from(diagonal());
        int stride = 1 << (Integer.SIZE - Integer.numberOfLeadingZeros(longest()));
        while (stride >= 1) {
            List<Order> candidates = candidates(best, stride);
            if (candidates.isEmpty()) {
                stride /= 2;
                continue;
            }
            if (!world.hasBudget()) {
                return new Search.Found(best, false);
            }
            Order next = cheapestThatHolds(candidates);
            next = next == null ? mostTelling(candidates) : next;
            if (known.ask(next)) {
                best = new Descent(world, known, least).from(next);
            }
        }
        return new Search.Found(best, true);
    }

    private int longest() {
        int longest = 0;
        for (int i = 0; i < least.size(); i++) {
            longest = Math.max(longest, largest.step(i) - least.step(i));
        }
        return longest;
    }

    /** The first order that holds on the way from the least to the largest, all ladders at once. */
    Order diagonal() {
        if (known.ask(least)) {
            return least;
        }
        int fails = 0;
        int holds = 64;
        while (holds - fails > 1 && world.hasBudget()) {
            int middle = (fails + holds) / 2;
            if (known.ask(onTheWay(middle))) {
                holds = middle;
            } else {
                fails = middle;
            }
        }
        return onTheWay(holds);
    }

    private Order onTheWay(int sixtyFourths) {
        List<Integer> steps = new ArrayList<>();
        for (int i = 0; i < least.size(); i++) {
            int way = largest.step(i) - least.step(i);
            steps.add(least.step(i) + (way * sixtyFourths + 63) / 64);
        }
        return new Order(steps);
    }

    /** Everything that is cheaper than the best and not known to fail, with steps that many apart; the first of very many. */
    private List<Order> candidates(Order best, int stride) {
        List<Order> found = new ArrayList<>();
        add(least, 0, stride, world.cost(best), found);
        return found;
    }

    private void add(Order order, int ladder, int stride, double limit, List<Order> found) {
        if (ladder == order.size()) {
            if (!Boolean.FALSE.equals(known.holds(order))) {
                found.add(order);
            }
            return;
        }
        for (int step = least.step(ladder); step <= largest.step(ladder) && found.size() < MOST; step += stride) {
            Order higher = order.with(ladder, step);
            if (world.cost(higher) >= limit) {
                return;
            }
            add(higher, ladder + 1, stride, limit, found);
        }
    }

    /** A descent leaves orders aside that hold too; null if none is left. */
    private Order cheapestThatHolds(List<Order> candidates) {
        Order best = null;
        for (Order candidate : candidates) {
            boolean holds = Boolean.TRUE.equals(known.holds(candidate));
            best = holds && (best == null || world.cost(candidate) < world.cost(best)) ? candidate : best;
        }
        return best;
    }

    /** The candidate that rules out most others in the worse case; of equals the first. */
    private Order mostTelling(List<Order> candidates) {
        double[] costs = candidates.stream().mapToDouble(world::cost).toArray();
        Order best = null;
        int most = -1;
        for (int i = 0; i < costs.length; i++) {
            int below = 0;
            int dearer = 0;
            for (int j = 0; j < costs.length; j++) {
                below += candidates.get(i).covers(candidates.get(j)) ? 1 : 0;
                dearer += costs[j] >= costs[i] ? 1 : 0;
            }
            if (Math.min(below, dearer) > most) {
                most = Math.min(below, dearer);
                best = candidates.get(i);
            }
        }
        return best;
    }
}
