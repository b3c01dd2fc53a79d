package org.swarmload.sim.picker.bt;

import bt.torrent.PieceStatistics;
import bt.torrent.selector.PieceSelector;
import java.util.BitSet;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;
import org.swarmload.sim.picker.RarestOf;
import org.swarmload.sim.random.CellStream;

/**
 * A picker as a piece selector of the bt client: the very object that a simulation ran chooses the pieces of a real
 * download ({@code StandaloneClientBuilder.selector(…)}). The picker is asked for one piece after the other, without those
 * that it named before, until bt has claimed enough.
 *
 * <p>What it sees is what bt tells a selector. Index and piece number are the same; offered is what one peer has and the
 * client lacks; holders are bt's counts of connected peers. bt tells no playhead, so every piece is
 * {@link PieceView#NEVER_PLAYED} and the client's place is the first piece that this peer offers.
 *
 * <p>One object serves one download. Not thread-safe; bt calls it from its one message loop.
 */
public final class PickerSelector implements PieceSelector {
    private final PiecePicker picker;
    private final long seed;
    private final CellStream stream;
    private RarestOf rarest = new RarestOf(0);
    private int pieces;

    /** @param seed of all that the picker draws, and of what the client would draw once: give each client another */
    public PickerSelector(PiecePicker picker, long seed) {
        this.picker = picker;
        this.seed = seed;
        stream = new CellStream(seed, 0, 0);
    }

    @Override
    public void initSelector(int total) {
        if (total > pieces) {
            pieces = total;
            rarest = new RarestOf(total);
        }
    }

    @Override
    public IntStream getNextPieces(BitSet relevant, PieceStatistics statistics) {
        initSelector(statistics.getPiecesTotal());
        Picks picks = new Picks(new Offer(relevant, statistics));
        return StreamSupport.intStream(
                Spliterators.spliteratorUnknownSize(picks, Spliterator.ORDERED | Spliterator.DISTINCT), false);
    }

    private final class Picks implements PrimitiveIterator.OfInt {
        private final Offer offer;

        Picks(Offer offer) {
            this.offer = offer;
        }

        @Override
        public boolean hasNext() {
            return !offer.left.isEmpty();
        }

        @Override
        public int nextInt() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            offer.words = offer.left.toLongArray();
            int piece = picker.pick(offer);
            if (piece < 0 || !offer.left.get(piece)) {
                throw new IllegalStateException(
                        "The picker " + picker.getClass().getName() + " answered " + piece + ", which is not offered.");
            }
            offer.left.clear(piece);
            return piece;
        }
    }

    private final class Offer implements PieceView {
        private final BitSet left;
        private final int front;
        private final PieceStatistics statistics;
        private long[] words = {};

        Offer(BitSet relevant, PieceStatistics statistics) {
            left = (BitSet) relevant.clone();
            front = Math.max(0, relevant.nextSetBit(0));
            this.statistics = statistics;
        }

        @Override
        public int pieces() {
            return statistics.getPiecesTotal();
        }

        @Override
        public int firstPiece() {
            return 0;
        }

        @Override
        public long offered(int word) {
            return word < words.length ? words[word] : 0;
        }

        @Override
        public int holders(int index) {
            return statistics.getCount(index);
        }

        @Override
        public long microsToDeadline(int index) {
            return NEVER_PLAYED;
        }

        @Override
        public int randomBelow(int bound) {
            return stream.nextInt(bound);
        }

        @Override
        public long clientSeed() {
            return seed;
        }

        @Override
        public int front() {
            return front;
        }

        @Override
        public int rarest(int from, int to) {
            return rarest.pick(this, from, to);
        }
    }
}
