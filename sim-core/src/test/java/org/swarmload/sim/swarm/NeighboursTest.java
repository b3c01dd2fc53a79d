package org.swarmload.sim.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    @Test
    void shouldKeepListsOfSmallNumbers() {
        shouldKeepLists(1_000, 40, 1);
    }

    @Test
    void shouldKeepListsInTheGreatestCellOfSmallNumbers() {
        shouldKeepLists(1 << 16, 5, 2);
    }

    @Test
    void shouldKeepListsOfNumbersAboveSixteenBits() {
        shouldKeepLists((1 << 16) + 1, 5, 3);
        shouldKeepLists(3_000_000, 3, 4);
    }

    private static void shouldKeepLists(int viewers, int limit, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Neighbours neighbours = new Neighbours(viewers, limit);
        // Lists side by side at both ends of the arrays: a step over the edge would show.
        int[] owners = {0, 1, 2, viewers / 2, viewers - 3, viewers - 2, viewers - 1};
        List<List<Integer>> expected = new ArrayList<>();
        for (int ignored : owners) {
            expected.add(new ArrayList<>());
        }
        for (int step = 0; step < 20_000; step++) {
            int which = random.nextInt(owners.length);
            List<Integer> list = expected.get(which);
            int owner = owners[which];
            int peer = random.nextInt(8) == 0 ? viewers - 1 - random.nextInt(2) : random.nextInt(viewers);
            int action = random.nextInt(100);
            if (action < 60) {
                if (list.size() < limit && !list.contains(peer)) {
                    neighbours.add(owner, peer);
                    list.add(peer);
                }
            } else if (action < 98 && !list.isEmpty()) {
                int index = random.nextInt(list.size());
                neighbours.removeAt(owner, index);
                list.set(index, list.get(list.size() - 1));
                list.remove(list.size() - 1);
            } else if (action == 99) {
                neighbours.clear(owner);
                list.clear();
            }
            List<Integer> actual = new ArrayList<>();
            for (int i = 0; i < neighbours.count(owner); i++) {
                actual.add(neighbours.get(owner, i));
            }
            if (!actual.equals(list)
                    || neighbours.count(owner) != list.size()
                    || neighbours.full(owner) != (list.size() == limit)
                    || neighbours.contains(owner, peer) != list.contains(peer)) {
                assertThat(actual)
                        .as("Seed %d, step %d, viewer %d", seed, step, owner)
                        .isEqualTo(list);
                throw new AssertionError("Seed " + seed + ", step " + step + ": count, full or contains are wrong.");
            }
        }
        for (int which = 0; which < owners.length; which++) {
            assertThat(neighbours.count(owners[which]))
                    .isEqualTo(expected.get(which).size());
            for (int i = 0; i < expected.get(which).size(); i++) {
                assertThat(neighbours.get(owners[which], i))
                        .isEqualTo(expected.get(which).get(i));
            }
        }
    }
}
