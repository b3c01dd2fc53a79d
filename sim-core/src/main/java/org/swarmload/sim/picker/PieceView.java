package org.swarmload.sim.picker;

/**
 * What a picker may know. Of a stream: the window of pieces after the first one that the viewer lacks, index 0 is that
 * piece. Of a file: all pieces, and what one uploader offers of them. Words hold a bit for each index: bit i of word w is
 * index 64 w + i.
 */
public interface PieceView {
    /** The deadline of what nobody plays: the pieces of a file. */
    long NEVER_PLAYED = Long.MAX_VALUE;

    /** Number of indexes: at most 64 of a stream. */
    int pieces();

    /** Number of the piece at index 0. */
    int firstPiece();

    /** Pieces that can be had now and that are neither held nor asked for. Never empty when a picker is called. */
    long offered(int word);

    /** Neighbours that show the piece, busy ones too. */
    int holders(int index);

    /**
     * Microseconds until the piece at the index is played if play does not stall: 0 if it is due,
     * {@link #NEVER_PLAYED} of a file.
     */
    long microsToDeadline(int index);

    /** A random number in [0, bound) of the cell's own stream. */
    int randomBelow(int bound);

    /**
     * A random number that stands for the client: the same in every call for one client, in every delivery and with any
     * picker, and another one for each other client. What a client draws once and keeps, a picker computes from it.
     */
    long clientSeed();

    /**
     * Where the client is: the index of the first piece that it lacks, in flight or not, or, where a view shows only
     * offers, of the first that is offered.
     */
    default int front() {
        return first(0, pieces());
    }

    /** A random one of those offered pieces of [from, to) that the fewest neighbours show, or {@link PiecePicker#NONE}. */
    int rarest(int from, int to);

    /** The first offered piece of [from, to), or {@link PiecePicker#NONE}. */
    default int first(int from, int to) {
        for (int w = from >> 6; w << 6 < to; w++) {
            long word = offered(w) & range(w, from, to);
            if (word != 0) {
                return (w << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        return PiecePicker.NONE;
    }

    /** The last offered piece of [from, to), or {@link PiecePicker#NONE}. */
    default int last(int from, int to) {
        for (int w = (to - 1) >> 6; w >= from >> 6; w--) {
            long word = offered(w) & range(w, from, to);
            if (word != 0) {
                return (w << 6) + Long.SIZE - 1 - Long.numberOfLeadingZeros(word);
            }
        }
        return PiecePicker.NONE;
    }

    /** A random offered piece of [from, to), or {@link PiecePicker#NONE}. */
    default int random(int from, int to) {
        int count = 0;
        for (int w = from >> 6; w << 6 < to; w++) {
            count += Long.bitCount(offered(w) & range(w, from, to));
        }
        if (count == 0) {
            return PiecePicker.NONE;
        }
        int skip = randomBelow(count);
        for (int w = from >> 6; ; w++) {
            long word = offered(w) & range(w, from, to);
            int here = Long.bitCount(word);
            if (skip < here) {
                return (w << 6) + nth(word, skip);
            }
            skip -= here;
        }
    }

    /** Position of the set bit of a word before which {@code skip} others are set. */
    static int nth(long word, int skip) {
        long rest = word;
        for (int i = 0; i < skip; i++) {
            rest &= rest - 1;
        }
        return Long.numberOfTrailingZeros(rest);
    }

    /** The bits of a word whose indexes are in [from, to). */
    static long range(int word, int from, int to) {
        int low = Math.max(0, from - (word << 6));
        int high = Math.min(Long.SIZE, to - (word << 6));
        return low >= high ? 0 : -1L >>> Long.SIZE - (high - low) << low;
    }
}
