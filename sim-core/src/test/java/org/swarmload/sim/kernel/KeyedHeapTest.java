package org.swarmload.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeyedHeapTest {
    private static final int ITEMS = 1_000;

    private static final class InArrays implements KeyedHeap.Slots {
        private final double[] keys = new double[ITEMS];
        private final int[] positions = new int[ITEMS];

        @Override
        public double key(int item) {
            return keys[item];
        }

        @Override
        public void setKey(int item, double value) {
            keys[item] = value;
        }

        @Override
        public int position(int item) {
            return positions[item];
        }

        @Override
        public void place(int item, int hole) {
            positions[item] = hole;
        }
    }

    /** Two heaps, one of them upside down, over the same items, driven at random beside plain sets. */
    private static final class Pair {
        private final SplittableRandom random;
        private final long seed;
        private final KeyedHeap.Slots slots = new InArrays();
        private final KeyedHeap[] heaps = {new KeyedHeap(slots, false), new KeyedHeap(slots, true)};
        private final List<TreeSet<Integer>> members = List.of(new TreeSet<>(), new TreeSet<>());
        private final List<Integer> tops = new ArrayList<>();
        private int step;

        Pair(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
        }

        List<Integer> play(int steps) {
            for (step = 0; step < steps; step++) {
                int which = random.nextInt(2);
                TreeSet<Integer> own = members.get(which);
                int action = random.nextInt(8);
                if (action < 3) {
                    add(which);
                } else if (!own.isEmpty()) {
                    int item = member(own);
                    if (action < 5) {
                        heaps[which].change(item, key());
                    } else if (action < 7) {
                        remove(which, item);
                    } else {
                        remove(which, item);
                        slots.setKey(item, key());
                        heaps[1 - which].add(item);
                        members.get(1 - which).add(item);
                    }
                }
                check(0);
                check(1);
            }
            return tops;
        }

        private void add(int which) {
            int item = random.nextInt(200);
            if (!members.get(0).contains(item) && !members.get(1).contains(item)) {
                slots.setKey(item, key());
                heaps[which].add(item);
                members.get(which).add(item);
            }
        }

        private void remove(int which, int item) {
            heaps[which].remove(item);
            members.get(which).remove(item);
        }

        private int member(TreeSet<Integer> own) {
            int skip = random.nextInt(own.size());
            for (int item : own) {
                if (skip-- == 0) {
                    return item;
                }
            }
            throw new AssertionError();
        }

        /** Few values, negative ones and infinity among them, so that many keys are equal. */
        private double key() {
            int draw = random.nextInt(40);
            return draw == 0 ? Double.POSITIVE_INFINITY : (draw - 20) / 3.0;
        }

        private void check(int which) {
            TreeSet<Integer> own = members.get(which);
            String where = "Seed " + seed + ", step " + step + ", heap " + which + ": ";
            if (heaps[which].size() != own.size()) {
                fail(where + "size " + heaps[which].size() + " instead of " + own.size() + ".");
            }
            if (own.isEmpty()) {
                return;
            }
            double best = slots.key(own.first());
            for (int item : own) {
                best = which == 0 ? Math.min(best, slots.key(item)) : Math.max(best, slots.key(item));
            }
            int top = heaps[which].top();
            tops.add(top);
            if (!own.contains(top) || slots.key(top) != best || heaps[which].topKey() != best) {
                fail(where + "top is item " + top + " with key " + heaps[which].topKey() + "; the best is " + best
                        + ".");
            }
        }
    }

    @Test
    void shouldHaveTheBestItemOnTop() {
        for (long seed = 1; seed <= 40; seed++) {
            new Pair(seed).play(3_000);
        }
    }

    @Test
    void shouldOrderEqualKeysByTheOperationsAlone() {
        assertThat(new Pair(99).play(3_000)).isEqualTo(new Pair(99).play(3_000));
    }

    @Test
    void shouldGiveItemsInTheOrderOfTheirKeys() {
        SplittableRandom random = new SplittableRandom(5);
        KeyedHeap.Slots slots = new InArrays();
        KeyedHeap heap = new KeyedHeap(slots, true);
        for (int item = 0; item < 1_000; item++) {
            slots.setKey(item, random.nextDouble());
            heap.add(item);
        }
        double last = Double.POSITIVE_INFINITY;
        while (heap.size() > 0) {
            assertThat(heap.topKey()).isLessThanOrEqualTo(last);
            last = heap.topKey();
            heap.remove(heap.top());
        }
    }
}
