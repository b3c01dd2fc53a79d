package org.swarmload.check;

import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;
import org.swarmload.sim.picker.RarestOf;
import org.swarmload.sim.policy.Pickers;
import org.swarmload.sim.random.CellStream;

/** What the picker of a run knows when one peer downloads a file, piece by piece, from one seed that has everything. */
final class OnePeer implements PieceView {
    private final int pieces;
    private final PiecePicker picker;
    private final CellStream stream;
    private final RarestOf rarest;
    private final long[] held;

    OnePeer(int pieces, String picker, CellStream stream) {
        this.pieces = pieces;
        this.picker = Pickers.create(picker);
        this.stream = stream;
        rarest = new RarestOf(pieces);
        held = new long[(pieces + Long.SIZE - 1) / Long.SIZE];
    }

    /** Fetches so many more pieces. */
    void fetch(int count) {
        for (int i = 0; i < count; i++) {
            int piece = picker.pick(this);
            held[piece >> 6] |= 1L << piece;
        }
    }

    /** Pieces from the first one on that are all there. */
    int prefix() {
        int first = first(0, pieces);
        return first == PiecePicker.NONE ? pieces : first;
    }

    @Override
    public int pieces() {
        return pieces;
    }

    @Override
    public int firstPiece() {
        return 0;
    }

    @Override
    public long offered(int word) {
        return ~held[word] & PieceView.range(word, 0, pieces);
    }

    @Override
    public int holders(int index) {
        return 1;
    }

    @Override
    public long microsToDeadline(int index) {
        return NEVER_PLAYED;
    }

    @Override
    public long clientSeed() {
        return 0;
    }

    @Override
    public int randomBelow(int bound) {
        return stream.nextInt(bound);
    }

    @Override
    public int rarest(int from, int to) {
        return rarest.pick(this, from, to);
    }
}
