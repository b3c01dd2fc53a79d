package org.swarmload.sim.picker.ttorrent;

import static org.assertj.core.api.Assertions.assertThat;

import com.turn.ttorrent.client.Piece;
import com.turn.ttorrent.client.strategy.RequestStrategy;
import com.turn.ttorrent.client.strategy.RequestStrategyImplRarest;
import com.turn.ttorrent.client.strategy.RequestStrategyImplSequential;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.picker.HandMadeView;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;

/**
 * ttorrent's classes are asked beside the adapter, directly, as its client asks them: with all pieces in the sorted set, fresh
 * ones, and with the numbers of the view in place of its own.
 */
class TtorrentStrategiesTest {
    private static final int FILES = 500;
    private static final int JITTER = 42;

    @Test
    void shouldAnswerWhatTtorrentAnswers() throws ReflectiveOperationException {
        PiecePicker rarest = TtorrentPicker.rarest();
        PiecePicker sequential = TtorrentPicker.sequential();
        int notTheLowest = 0;
        int notTheRarest = 0;
        for (long seed = 1; seed <= FILES; seed++) {
            HandMadeView view = HandMadeView.randomFile(seed);
            int expected = asked(seeded(view), view);
            assertThat(rarest.pick(view.rewind())).as("file %d", seed).isEqualTo(expected);
            assertThat(sequential.pick(view))
                    .as("file %d", seed)
                    .isEqualTo(asked(new RequestStrategyImplSequential(), view))
                    .isEqualTo(view.first(0, view.pieces()));
            notTheLowest += expected == view.first(0, view.pieces()) ? 0 : 1;
            notTheRarest += view.holders(expected) == view.holders(view.rarest(0, view.pieces())) ? 0 : 1;
        }
        assertThat(notTheLowest).as("files in which it does not take the first").isGreaterThan(FILES / 4);
        assertThat(notTheRarest)
                .as("files in which it takes one of the %d rarest, not one of the rarest", JITTER)
                .isGreaterThan(FILES / 10);
    }

    /** Each of the 42 rarest comes up, and no other. */
    @Test
    void shouldTakeAnyOfTheRarestFew() {
        int[] holders = new int[64];
        Arrays.setAll(holders, i -> 64 - i);
        PiecePicker picker = TtorrentPicker.rarest();
        BitSet taken = new BitSet();
        for (long draw = 1; draw <= 2_000; draw++) {
            taken.set(picker.pick(new HandMadeView(-1L, holders, 0, new long[64], draw)));
        }
        assertThat(taken.stream()).hasSize(JITTER);
        assertThat(taken.nextSetBit(0)).isEqualTo(64 - JITTER);
    }

    private static int asked(RequestStrategy strategy, PieceView view) {
        Piece[] pieces = new Piece[view.pieces()];
        TreeSet<Piece> rarest = new TreeSet<>();
        BitSet interesting = new BitSet();
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = new Piece(null, i, 0, 0, new byte[20], false);
            for (int peer = 0; peer < view.holders(i); peer++) {
                pieces[i].seenAt(null);
            }
            rarest.add(pieces[i]);
            interesting.set(i, (view.offered(i >> 6) >>> i & 1) != 0);
        }
        return strategy.choosePiece(rarest, interesting, pieces).getIndex();
    }

    private static RequestStrategy seeded(PieceView view) throws ReflectiveOperationException {
        RequestStrategyImplRarest strategy = new RequestStrategyImplRarest();
        Field source = RequestStrategyImplRarest.class.getDeclaredField("random");
        source.setAccessible(true);
        source.set(strategy, new Random() {
            private static final long serialVersionUID = 1;

            @Override
            public int nextInt(int bound) {
                return view.randomBelow(bound);
            }
        });
        return strategy;
    }
}
