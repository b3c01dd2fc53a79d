package org.swarmload.sim.picker;

import java.util.BitSet;

/** What a picker was shown in a run, kept; draws are answered with one number. */
final class RecordedState implements PieceView {
    private final long[] offered;
    private final int[] holders;
    private final int firstPiece;
    private final int front;
    private final RarestOf rarest;
    private int ties;
    private int draw;

    RecordedState(PieceView view) {
        offered = new long[(view.pieces() + Long.SIZE - 1) / Long.SIZE];
        holders = new int[view.pieces()];
        for (int i = 0; i < holders.length; i++) {
            offered[i >> 6] = view.offered(i >> 6);
            boolean isOffered = (offered[i >> 6] >>> i & 1) != 0;
            holders[i] = isOffered ? view.holders(i) : 0;
        }
        firstPiece = view.firstPiece();
        front = view.front();
        rarest = new RarestOf(holders.length);
    }

    /** All that a picker answers, whatever it draws, when it draws once. */
    BitSet answers(PiecePicker picker) {
        BitSet answers = new BitSet();
        ties = 1;
        for (draw = 0; draw < ties; draw++) {
            answers.set(picker.pick(this));
        }
        return answers;
    }

    BitSet offered() {
        return BitSet.valueOf(offered);
    }

    @Override
    public int pieces() {
        return holders.length;
    }

    @Override
    public int firstPiece() {
        return firstPiece;
    }

    @Override
    public long offered(int word) {
        return word < offered.length ? offered[word] : 0;
    }

    @Override
    public int holders(int index) {
        return holders[index];
    }

    @Override
    public long microsToDeadline(int index) {
        return NEVER_PLAYED;
    }

    @Override
    public int randomBelow(int bound) {
        ties = bound;
        return draw;
    }

    @Override
    public long clientSeed() {
        return 0;
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
