package org.swarmload.sim.picker.bt;

import static org.assertj.core.api.Assertions.assertThat;

import bt.torrent.PieceStatistics;
import bt.torrent.selector.PieceSelector;
import bt.torrent.selector.PrioritizedPieceSelector;
import bt.torrent.selector.RandomizedRarestFirstSelector;
import bt.torrent.selector.RarestFirstSelector;
import bt.torrent.selector.SequentialSelector;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.picker.HandMadeView;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;

/**
 * bt's classes are asked beside the adapter, directly, over the same pieces and counts; where they draw at random, with the
 * order that the adapter uses put into them.
 */
class BtSelectorsTest {
    private static final int FILES = 500;

    @Test
    void shouldAnswerWhatBtAnswers() {
        check(BtPicker.rarestFirst(), view -> RarestFirstSelector.rarest());
        check(BtPicker.sequential(), view -> SequentialSelector.sequential());
        check(BtPicker.randomizedRarest(), BtSelectorsTest::randomized);
        check(BtPicker.prioritized(), view -> {
            PrioritizedPieceSelector selector = new PrioritizedPieceSelector(randomized(view));
            BitSet first = new BitSet();
            first.set(0, BtPicker.HIGH_PRIORITY_PIECES);
            selector.setHighPriorityPieces(first);
            return selector;
        });
    }

    private static void check(PiecePicker picker, Function<PieceView, PieceSelector> bt) {
        int notTheLowest = 0;
        for (long seed = 1; seed <= FILES; seed++) {
            HandMadeView view = HandMadeView.randomFile(seed);
            PieceSelector selector = bt.apply(view);
            selector.initSelector(view.pieces());
            int expected = selector.getNextPieces(offered(view), statistics(view))
                    .iterator()
                    .nextInt();
            assertThat(picker.pick(view)).as("file %d", seed).isEqualTo(expected);
            notTheLowest += expected == view.first(0, view.pieces()) ? 0 : 1;
        }
        if (!picker.parts().get(1).getClass().equals(SequentialSelector.class)) {
            assertThat(notTheLowest)
                    .as("files in which bt does not take the first")
                    .isGreaterThan(FILES / 4);
        }
    }

    /** Not only the first piece: the whole order, as bt gives it with the same order of ties. */
    @Test
    void shouldOrderAllPiecesAsBtDoes() {
        for (long seed = 1; seed <= FILES; seed++) {
            HandMadeView view = HandMadeView.randomFile(seed);
            ClientOrder order = new ClientOrder();
            order.turnTo(view);
            int[] ours = new SeededRarestSelector(order)
                    .getNextPieces(offered(view), statistics(view))
                    .toArray();
            int[] bts = randomized(view)
                    .getNextPieces(offered(view), statistics(view))
                    .toArray();
            assertThat(ours).as("file %d", seed).isEqualTo(bts);
        }
    }

    /** bt's own randomised selector, in which the order that it drew is replaced by the client's. */
    private static PieceSelector randomized(PieceView view) {
        RandomizedRarestFirstSelector selector = new RandomizedRarestFirstSelector();
        selector.initSelector(view.pieces());
        ClientOrder order = new ClientOrder();
        order.turnTo(view);
        int[] client = new int[view.pieces()];
        Arrays.setAll(client, order::at);
        try {
            Field drawn = RandomizedRarestFirstSelector.class.getDeclaredField("iterationOrder");
            drawn.setAccessible(true);
            drawn.set(selector, client);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        return selector;
    }

    @Test
    void shouldGiveEachClientAnOrderOfItsOwnAndKeepIt() {
        ClientOrder order = new ClientOrder();
        int[] one = turned(order, 1, 0);
        int[] other = turned(order, 2, 0);
        assertThat(one).isNotEqualTo(other).containsExactlyInAnyOrder(other);
        assertThat(turned(order, 1, 0)).isEqualTo(one);
        // Ten pieces further: those that both windows have stand in the same order.
        int[] moved = Arrays.stream(turned(order, 1, 10))
                .map(index -> index + 10)
                .filter(piece -> piece < 64)
                .toArray();
        assertThat(moved)
                .isEqualTo(Arrays.stream(one).filter(piece -> piece >= 10).toArray());
    }

    private static int[] turned(ClientOrder order, long client, int firstPiece) {
        order.turnTo(new HandMadeView(-1L, new int[64], firstPiece, new long[64], client));
        int[] places = new int[64];
        Arrays.setAll(places, order::at);
        return places;
    }

    private static BitSet offered(PieceView view) {
        BitSet offered = new BitSet();
        for (int i = 0; i < view.pieces(); i++) {
            offered.set(i, (view.offered(i >> 6) >>> i & 1) != 0);
        }
        return offered;
    }

    static PieceStatistics statistics(PieceView view) {
        return new PieceStatistics() {
            @Override
            public int getCount(int piece) {
                return view.holders(piece);
            }

            @Override
            public int getPiecesTotal() {
                return view.pieces();
            }
        };
    }
}
