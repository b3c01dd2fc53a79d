package org.swarmload.sim.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.random.CellStream;

class TrackerTest {
    private static final int VIEWERS = 60;
    private static final int LIMIT = 8;

    private final Neighbours neighbours = new Neighbours(VIEWERS, LIMIT);

    private Tracker tracker(Tracker.Reachability reachability) {
        return new Tracker(VIEWERS, 1, neighbours, new CellStream(4, 0, 0), reachability);
    }

    private TreeSet<Integer> neighboursOf(int v) {
        TreeSet<Integer> all = new TreeSet<>();
        for (int i = 0; i < neighbours.count(v); i++) {
            assertThat(all.add(neighbours.get(v, i)))
                    .as("a neighbour of %d twice", v)
                    .isTrue();
        }
        return all;
    }

    /** Peers come, meet others and go; after each step all lists are looked at. */
    @Test
    void shouldIntroduceOnlyPresentReachableUploaders() {
        for (long seed = 1; seed <= 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Tracker tracker = tracker((a, b) -> (a + b) % 4 != 0);
            TreeSet<Integer> present = new TreeSet<>();
            for (int v = 0; v < VIEWERS; v++) {
                neighbours.clear(v);
            }
            for (int step = 0; step < 200; step++) {
                int peer = random.nextInt(VIEWERS);
                boolean uploads = peer % 5 != 0;
                TreeSet<Integer> before = neighboursOf(peer);
                if (random.nextInt(3) == 0) {
                    tracker.unregister(peer, 0);
                    present.remove(peer);
                } else {
                    if (uploads) {
                        tracker.register(peer, 0);
                        present.add(peer);
                    }
                    tracker.introduce(peer, 0);
                }
                TreeSet<Integer> met = neighboursOf(peer);
                met.removeAll(before);
                for (int other : met) {
                    boolean allowed = present.contains(other) && other != peer && (other + peer) % 4 != 0;
                    boolean knownThere = neighboursOf(other).contains(peer);
                    boolean linked = uploads ? knownThere || neighbours.full(other) : !knownThere;
                    if (!allowed || !linked) {
                        fail("Seed " + seed + ", step " + step + ": " + peer + " met " + other + ", allowed " + allowed
                                + ", linked as it should be " + linked + ".");
                    }
                }
                assertThat(tracker.uploaders(0)).as("seed %d", seed).isEqualTo(present.size());
            }
        }
    }

    @Test
    void shouldFillTheListWhileThereAreEnough() {
        Tracker tracker = tracker((a, b) -> true);
        for (int v = 0; v < VIEWERS; v++) {
            tracker.register(v, 0);
        }
        tracker.introduce(7, 0);
        assertThat(neighboursOf(7)).hasSize(LIMIT).doesNotContain(7);
        tracker.introduce(7, 0);
        assertThat(neighboursOf(7)).hasSize(LIMIT);
        for (int met : neighboursOf(7)) {
            assertThat(neighboursOf(met)).containsExactly(7);
        }
    }

    @Test
    void shouldFindNobodyWhereNobodyIs() {
        Tracker tracker = tracker((a, b) -> true);
        tracker.introduce(3, 0);
        tracker.register(3, 0);
        tracker.register(3, 0);
        tracker.introduce(3, 0);
        assertThat(neighboursOf(3)).isEmpty();
        assertThat(tracker.uploaders(0)).isEqualTo(1);
        tracker.unregister(3, 0);
        tracker.unregister(3, 0);
        assertThat(tracker.uploaders(0)).isZero();
    }

    @Test
    void shouldGiveUpOnThoseWhoCannotConnect() {
        Tracker tracker = tracker((a, b) -> false);
        for (int v = 0; v < VIEWERS; v++) {
            tracker.register(v, 0);
        }
        tracker.introduce(7, 0);
        assertThat(neighboursOf(7)).isEmpty();
    }

    /** Everybody is met equally often, also after others have left: chi-square with 40 classes, level 0.1 %. */
    @Test
    void shouldIntroduceEverybodyAlike() {
        Tracker tracker = tracker((a, b) -> true);
        for (int v = 0; v < VIEWERS; v++) {
            tracker.register(v, 0);
        }
        for (int v = 1; v < VIEWERS; v += 3) {
            tracker.unregister(v, 0);
        }
        int[] met = new int[VIEWERS];
        int rounds = 10_000;
        for (int i = 0; i < rounds; i++) {
            neighbours.clear(1);
            tracker.introduce(1, 0);
            neighboursOf(1).forEach(peer -> met[peer]++);
        }
        double expected = rounds * LIMIT / 40.0;
        double chiSquare = Arrays.stream(met)
                .filter(n -> n > 0)
                .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                .sum();
        assertThat(Arrays.stream(met).filter(n -> n > 0).count()).isEqualTo(40);
        assertThat(chiSquare).isLessThan(73);
    }

    @Test
    void shouldDrawFromTheCellsStreamAlone() {
        int[][] lists = new int[2][LIMIT];
        for (int[] list : lists) {
            Tracker tracker = tracker((a, b) -> true);
            for (int v = 0; v < VIEWERS; v++) {
                neighbours.clear(v);
                tracker.register(v, 0);
            }
            tracker.introduce(7, 0);
            for (int i = 0; i < neighbours.count(7); i++) {
                list[i] = neighbours.get(7, i);
            }
        }
        assertThat(lists[1]).containsExactly(lists[0]);
    }
}
