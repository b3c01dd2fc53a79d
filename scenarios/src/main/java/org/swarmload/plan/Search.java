package org.swarmload.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the cheapest order that holds, if more never makes anything worse and never costs less. Pure: what it asks, and
 * in which batches, depends on the answers alone.
 */
final class Search {
    private final World world;
    private final Known known;
    private final int[] tops;

    /**
     * @param known what was asked before; it grows
     * @param sizes number of steps on each ladder
     */
    Search(World world, Known known, int... sizes) {
        this.world = world;
        this.known = known;
        this.tops = Arrays.stream(sizes).map(size -> size - 1).toArray();
    }

    /**
     * @param order the cheapest one that holds; null when not even the largest does
     * @param proven whether nothing cheaper can hold; else the budget ended first
     */
    record Found(Order order, boolean proven) {}

    /** @param guesses for each ladder the least step that is expected to hold with the others at the top, or -1 */
    Found run(int... guesses) {
        Order largest = Order.of(tops);
        if (!known.ask(largest)) {
            return new Found(null, true);
        }
        int[] least = leasts(largest, guesses);
        if (least == null) {
            return new Found(largest, false);
        }
        Order together = Order.of(least);
        if (!world.hasBudget()) {
            return new Found(largest, false);
        }
        if (known.ask(together)) {
            return new Found(together, true);
        }
        return new Between(world, known, together, largest).run();
    }

    /** For each ladder the least step that holds with all others at the top; null when the budget ended. */
    private int[] leasts(Order largest, int... guesses) {
        int[] fails = new int[tops.length];
        int[] holds = tops.clone();
        Arrays.fill(fails, -1);
        ask(largest, fails, holds, guesses);
        int[] middle = new int[tops.length];
        while (true) {
            boolean open = false;
            for (int i = 0; i < tops.length; i++) {
                boolean loose = holds[i] - fails[i] > 1;
                open |= loose;
                middle[i] = loose ? (fails[i] + holds[i]) / 2 : -1;
            }
            if (!open) {
                return holds;
            }
            if (!world.hasBudget()) {
                return null;
            }
            ask(largest, fails, holds, middle);
        }
    }

    /** Tries one step on each ladder, and the one below a guess, in a single batch. */
    private void ask(Order largest, int[] fails, int[] holds, int... tried) {
        boolean first = fails[0] < 0 && Arrays.equals(holds, tops);
        List<Order> batch = new ArrayList<>();
        for (int i = 0; i < tops.length; i++) {
            for (int step = tried[i]; step >= 0 && step >= tried[i] - (first ? 1 : 0); step--) {
                if (step < tops[i]) {
                    batch.add(largest.with(i, step));
                }
            }
        }
        known.ask(batch);
        for (Order order : batch) {
            for (int i = 0; i < tops.length; i++) {
                if (order.step(i) < tops[i]) {
                    narrow(i, order.step(i), known.holds(order), fails, holds);
                }
            }
        }
    }

    private static void narrow(int ladder, int step, boolean held, int[] fails, int[] holds) {
        if (held) {
            holds[ladder] = Math.min(holds[ladder], step);
        } else {
            fails[ladder] = Math.max(fails[ladder], step);
        }
    }
}
