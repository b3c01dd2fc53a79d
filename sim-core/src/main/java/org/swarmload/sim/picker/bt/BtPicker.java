package org.swarmload.sim.picker.bt;

import bt.torrent.PieceStatistics;
import bt.torrent.selector.PieceSelector;
import bt.torrent.selector.RarestFirstSelector;
import java.util.Arrays;
import java.util.BitSet;
import java.util.PrimitiveIterator;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;

/**
 * Runs a piece selector of bt-core 1.10, unmodified, over the viewer's pieces: piece numbers that bt sees are indexes
 * of the view. Allocates and sorts on each call, as bt does, so it is 100 times slower than our own pickers.
 */
public final class BtPicker implements PiecePicker {
    private final PieceSelector selector;
    private final Statistics statistics = new Statistics();

    private BtPicker(PieceSelector selector) {
        this.selector = selector;
    }

    /** {@code RarestFirstSelector.rarest()}: the rarest piece, ties by the lowest number. */
    public static PiecePicker rarestFirst() {
        return new BtPicker(RarestFirstSelector.rarest());
    }

    @Override
    public int pick(PieceView view) {
        statistics.view = view;
        selector.initSelector(view.pieces());
        long[] offered = new long[(view.pieces() + Long.SIZE - 1) / Long.SIZE];
        Arrays.setAll(offered, view::offered);
        PrimitiveIterator.OfInt pieces =
                selector.getNextPieces(BitSet.valueOf(offered), statistics).iterator();
        return pieces.hasNext() ? pieces.nextInt() : NONE;
    }

    private static final class Statistics implements PieceStatistics {
        private PieceView view;

        @Override
        public int getCount(int index) {
            return view.holders(index);
        }

        @Override
        public int getPiecesTotal() {
            return view.pieces();
        }
    }
}
