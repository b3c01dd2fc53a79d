package org.swarmload.sim.picker.ttorrent;

import com.turn.ttorrent.client.Piece;
import com.turn.ttorrent.client.strategy.RequestStrategy;
import com.turn.ttorrent.client.strategy.RequestStrategyImplRarest;
import com.turn.ttorrent.client.strategy.RequestStrategyImplSequential;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;

/**
 * Runs a request strategy of ttorrent-core 1.5, unmodified, over the viewer's pieces: piece numbers that it sees are indexes
 * of the view. Its client keeps all pieces sorted by how many peers have them and says which are interesting; here only
 * those are sorted, since a strategy passes over the others. Allocates and sorts on each call.
 */
public final class TtorrentPicker implements PiecePicker {
    private static final byte[] NO_HASH = {};

    private final RequestStrategy strategy;
    private final ViewRandom random = new ViewRandom();

    /** One for each index of a view, which know how many peers have them, as {@code Piece} orders itself. */
    private Piece[] pieces = {};

    /** How many that is. */
    private int[] seen = {};

    private TtorrentPicker(RequestStrategy strategy) {
        this.strategy = strategy;
    }

    /**
     * {@code RequestStrategyImplRarest}, the client's usual one: any of the 42 rarest that are offered, all with the same
     * probability. ttorrent draws from a source that the clock seeds; that source is replaced by the view's numbers.
     */
    public static PiecePicker rarest() {
        RequestStrategyImplRarest strategy = new RequestStrategyImplRarest();
        TtorrentPicker picker = new TtorrentPicker(strategy);
        try {
            Field source = RequestStrategyImplRarest.class.getDeclaredField("random");
            source.setAccessible(true);
            source.set(strategy, picker.random);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This is not the strategy of ttorrent-core 1.5.", e);
        }
        return picker;
    }

    /** {@code RequestStrategyImplSequential}: the piece with the lowest number. */
    public static PiecePicker sequential() {
        return new TtorrentPicker(new RequestStrategyImplSequential());
    }

    @Override
    public int pick(PieceView view) {
        random.view = view;
        makeRoom(view.pieces());
        BitSet interesting = offered(view);
        TreeSet<Piece> rarest = new TreeSet<>();
        interesting.stream().forEach(index -> {
            count(index, view.holders(index));
            rarest.add(pieces[index]);
        });
        Piece chosen = strategy.choosePiece(rarest, interesting, pieces);
        return chosen == null ? NONE : chosen.getIndex();
    }

    private void makeRoom(int count) {
        int before = pieces.length;
        if (count > before) {
            pieces = Arrays.copyOf(pieces, count);
            seen = Arrays.copyOf(seen, count);
            for (int i = before; i < count; i++) {
                pieces[i] = new Piece(null, i, 0, 0, NO_HASH, false);
            }
        }
    }

    /** A piece counts its peers one by one and is told of no other number. */
    private void count(int index, int holders) {
        for (; seen[index] < holders; seen[index]++) {
            pieces[index].seenAt(null);
        }
        for (; seen[index] > holders; seen[index]--) {
            pieces[index].noLongerAt(null);
        }
    }

    private static BitSet offered(PieceView view) {
        long[] words = new long[(view.pieces() + Long.SIZE - 1) / Long.SIZE];
        Arrays.setAll(words, view::offered);
        return BitSet.valueOf(words);
    }

    @Override
    public List<Object> parts() {
        return List.of(this, strategy);
    }

    /** The numbers of whoever's turn it is. */
    private static final class ViewRandom extends Random {
        private static final long serialVersionUID = 1;

        private transient PieceView view;

        ViewRandom() {
            super(0);
        }

        @Override
        public int nextInt(int bound) {
            return view.randomBelow(bound);
        }

        /** All other ways to draw come here. */
        @Override
        protected int next(int bits) {
            throw new IllegalStateException("ttorrent-core 1.5 draws numbers below a bound alone.");
        }
    }
}
