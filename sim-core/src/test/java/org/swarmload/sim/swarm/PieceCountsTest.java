package org.swarmload.sim.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts as bytes and as slices against counts in an array, up to the greatest that a byte has. */
class PieceCountsTest {
    private static final int WORDS = 3;
    private static final int PIECES = WORDS * Long.SIZE;
    private static final int ROWS = 3;
    private static final int ROW = 1;
    private static final int SEARCHES = 2_000;

    private final SplittableRandom random = new SplittableRandom(8);
    private final RarestPieces search = new RarestPieces(WORDS);

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 40, 63, 64, CountLanes.MOST})
    void shouldFindWhatOneByOneGives(int most) {
        compare(new CountLanes(ROWS, WORDS), most);
        compare(new CountSlices(ROWS, WORDS, most), most);
    }

    private void compare(PieceCounts counts, int most) {
        int[] expected = random.ints(PIECES, 0, most + 1).toArray();
        fill(counts, expected, most);
        for (int i = 0; i < SEARCHES; i++) {
            check(counts, expected, random.nextBoolean());
            one(counts, expected, most);
        }
        counts.clear(ROW);
        assertThat(IntStream.range(0, PIECES).map(piece -> counts.count(ROW, piece)))
                .containsOnly(0);
        assertThat(IntStream.range(0, PIECES).map(piece -> counts.count(ROW + 1, piece)))
                .as("of the next row")
                .containsOnly(most);
    }

    /** The rows beside it are full: what runs over would be seen. */
    private static void fill(PieceCounts counts, int[] expected, int most) {
        for (int i = 0; i < most; i++) {
            for (int w = 0; w < WORDS; w++) {
                counts.add(ROW - 1, w, -1L);
                counts.add(ROW, w, -1L);
                counts.add(ROW + 1, w, -1L);
            }
        }
        for (int piece = 0; piece < PIECES; piece++) {
            for (int i = expected[piece]; i < most; i++) {
                counts.remove(ROW, piece >> 6, 1L << piece);
            }
        }
    }

    private void one(PieceCounts counts, int[] expected, int most) {
        int piece = random.nextInt(PIECES);
        if (expected[piece] < most && random.nextBoolean()) {
            counts.add(ROW, piece >> 6, 1L << piece);
            expected[piece]++;
        } else if (expected[piece] > 0) {
            counts.remove(ROW, piece >> 6, 1L << piece);
            expected[piece]--;
        }
    }

    /** Few pieces of a word and many are searched in different ways. */
    private void check(PieceCounts counts, int[] expected, boolean atLeastOne) {
        long[] among = new long[WORDS];
        search.begin();
        for (int w = 0; w < WORDS; w++) {
            among[w] = random.nextLong();
            for (int thinner = random.nextInt(7); thinner > 0; thinner--) {
                among[w] &= random.nextLong();
            }
            search.add(w, among[w]);
        }
        counts.keepRarest(ROW, atLeastOne, search);
        int[] offered = IntStream.range(0, PIECES)
                .filter(piece -> (among[piece >> 6] >>> piece & 1) != 0)
                .toArray();
        int least = atLeastOne ? 1 : 0;
        int fewest = IntStream.of(offered)
                .map(piece -> Math.max(least, expected[piece]))
                .min()
                .orElse(0);
        List<Integer> found = new ArrayList<>();
        for (int place = 0; place < search.count(); place++) {
            found.add(search.get(place));
        }
        assertThat(found)
                .isEqualTo(IntStream.of(offered)
                        .filter(piece -> Math.max(least, expected[piece]) == fewest)
                        .boxed()
                        .toList());
        assertThat(IntStream.of(offered).map(piece -> counts.count(ROW, piece)))
                .isEqualTo(IntStream.of(offered)
                        .map(piece -> expected[piece])
                        .boxed()
                        .toList());
    }
}
