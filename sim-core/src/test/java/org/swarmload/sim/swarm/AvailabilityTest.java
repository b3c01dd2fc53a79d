package org.swarmload.sim.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.random.CellStream;

/** Bit-sliced counts and the search through them against counting one by one. */
class AvailabilityTest {
    private static final int MEMBERS = 60;
    private static final int PIECES = 150;
    private static final int STEPS = 4_000;

    private final SplittableRandom random = new SplittableRandom(5);
    private final Bitfields pieces = new Bitfields(MEMBERS, PIECES);
    private final RarestPieces search = new RarestPieces(pieces.words());
    private final Roster roster = new Roster(MEMBERS, 1);
    private final boolean[] present = new boolean[MEMBERS];

    @ParameterizedTest
    @ValueSource(ints = {8, Links.MOST, Swarm.EVERYBODY})
    void shouldCountWhatOneByOneGives(int wanted) {
        Links links = new Links(MEMBERS, wanted, roster, new CellStream(5, 0, 0), (a, b) -> true);
        Availability availability = new Availability(pieces, links, MEMBERS, 1);
        for (int step = 0; step < STEPS; step++) {
            int m = random.nextInt(MEMBERS);
            if (!present[m]) {
                come(m, links, availability);
            } else if (random.nextInt(40) == 0) {
                go(m, links, availability);
            } else {
                show(m, availability);
            }
            check(random.nextInt(MEMBERS), links, availability, step);
        }
    }

    private void come(int m, Links links, Availability availability) {
        present[m] = true;
        for (int piece = 0; piece < PIECES; piece++) {
            if (random.nextInt(4) == 0) {
                pieces.hold(m, piece);
                pieces.show(m, piece);
            }
        }
        roster.add(m, 0);
        availability.registered(m, 0);
        availability.connected(m, 0, links.connect(m, 0));
    }

    private void go(int m, Links links, Availability availability) {
        availability.leaves(m, 0);
        links.disconnect(m);
        roster.remove(m, 0);
        pieces.clear(m);
        present[m] = false;
    }

    private void show(int m, Availability availability) {
        int piece = random.nextInt(PIECES);
        if (!pieces.holds(m, piece)) {
            pieces.hold(m, piece);
            pieces.show(m, piece);
            availability.announced(m, 0, piece);
        }
    }

    /** Also of a member who is not there: where everybody is connected it sees the counts of all. */
    private void check(int m, Links links, Availability availability, int step) {
        int[] counted = new int[PIECES];
        for (int other = 0; other < MEMBERS; other++) {
            boolean known = links.everybody() ? present[other] : present[m] && connected(links, m, other);
            for (int piece = 0; known && piece < PIECES; piece++) {
                counted[piece] += pieces.shows(other, piece, 0) ? 1 : 0;
            }
        }
        for (int piece = 0; piece < PIECES; piece++) {
            assertThat(availability.holders(m, 0, piece)).as("step %d", step).isEqualTo(counted[piece]);
        }
        boolean atLeastOne = random.nextBoolean();
        long[] among = {random.nextLong(), random.nextBoolean() ? 0 : random.nextLong(), random.nextInt(1 << 22)};
        assertThat(found(availability, m, among, atLeastOne))
                .as("step %d", step)
                .isEqualTo(expected(counted, among, atLeastOne));
    }

    private static boolean connected(Links links, int m, int other) {
        for (int i = 0; i < links.degree(m, 0); i++) {
            if (links.get(m, 0, i) == other) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> found(Availability availability, int m, long[] among, boolean atLeastOne) {
        search.begin();
        for (int w = 0; w < among.length; w++) {
            search.add(w, among[w]);
        }
        availability.keepRarest(m, 0, atLeastOne, search);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < search.count(); i++) {
            found.add(search.get(i));
        }
        return found;
    }

    private static List<Integer> expected(int[] counted, long[] among, boolean atLeastOne) {
        int fewest = Integer.MAX_VALUE;
        TreeSet<Integer> rarest = new TreeSet<>();
        for (int piece = 0; piece < PIECES; piece++) {
            if ((among[piece >> 6] >>> piece & 1) == 0) {
                continue;
            }
            int count = atLeastOne ? Math.max(1, counted[piece]) : counted[piece];
            if (count < fewest) {
                rarest.clear();
                fewest = count;
            }
            if (count == fewest) {
                rarest.add(piece);
            }
        }
        return List.copyOf(rarest);
    }
}
