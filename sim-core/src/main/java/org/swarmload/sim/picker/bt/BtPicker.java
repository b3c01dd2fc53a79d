package org.swarmload.sim.picker.bt;

import bt.torrent.PieceStatistics;
import bt.torrent.selector.PieceSelector;
import bt.torrent.selector.PrioritizedPieceSelector;
import bt.torrent.selector.RarestFirstSelector;
import bt.torrent.selector.SequentialSelector;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.PrimitiveIterator;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;

/**
 * Runs a piece selector of bt-core 1.10, unmodified, over the viewer's pieces: piece numbers that bt sees are indexes
 * of the view. Allocates and sorts on each call, as bt does, so it is many times slower than our own pickers.
 */
public final class BtPicker implements PiecePicker {
    /** Pieces at the beginning of the view that {@link #prioritized} takes first: as many as BiToS's set here. */
    static final int HIGH_PRIORITY_PIECES = 8;

    private final PieceSelector selector;

    /** Null for selectors that know no client's order. */
    private final ClientOrder order;

    private final Statistics statistics = new Statistics();

    private BtPicker(PieceSelector selector, ClientOrder order) {
        this.selector = selector;
        this.order = order;
    }

    /** Any selector. */
    public static PiecePicker of(PieceSelector selector) {
        return new BtPicker(selector, null);
    }

    /** A fresh selector from outside. */
    public static PiecePicker of(SelectorProvider provider) {
        return of(Objects.requireNonNull(provider.create(), "no selector"));
    }

    /** {@code RarestFirstSelector.rarest()}: the rarest piece, ties by the lowest number. */
    public static PiecePicker rarestFirst() {
        return of(RarestFirstSelector.rarest());
    }

    /** What {@code RarestFirstSelector.randomizedRarest()} does: the rarest piece, ties by a random order of each client. */
    public static PiecePicker randomizedRarest() {
        ClientOrder order = new ClientOrder();
        return new BtPicker(new SeededRarestSelector(order), order);
    }

    /** {@code SequentialSelector.sequential()}: the piece with the lowest number. */
    public static PiecePicker sequential() {
        return of(SequentialSelector.sequential());
    }

    /**
     * {@code PrioritizedPieceSelector} as the client wraps it around its usual selector, the randomised one: some pieces
     * before all others. Which, an application says; here it is the first {@value #HIGH_PRIORITY_PIECES} of the view.
     */
    public static PiecePicker prioritized() {
        ClientOrder order = new ClientOrder();
        PrioritizedPieceSelector selector = new PrioritizedPieceSelector(new SeededRarestSelector(order));
        BitSet first = new BitSet();
        first.set(0, HIGH_PRIORITY_PIECES);
        selector.setHighPriorityPieces(first);
        return new BtPicker(selector, order);
    }

    @Override
    public int pick(PieceView view) {
        statistics.view = view;
        if (order != null) {
            order.turnTo(view);
        }
        selector.initSelector(view.pieces());
        PrimitiveIterator.OfInt pieces =
                selector.getNextPieces(offered(view), statistics).iterator();
        return pieces.hasNext() ? pieces.nextInt() : NONE;
    }

    /** A set of its own for each call: the prioritising selector changes what it is given. */
    private static BitSet offered(PieceView view) {
        long[] words = new long[(view.pieces() + Long.SIZE - 1) / Long.SIZE];
        Arrays.setAll(words, view::offered);
        return BitSet.valueOf(words);
    }

    @Override
    public List<Object> parts() {
        return List.of(this, selector);
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
