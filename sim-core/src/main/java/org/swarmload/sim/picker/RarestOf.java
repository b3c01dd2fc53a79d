package org.swarmload.sim.picker;

/**
 * Finds a random one of the rarest pieces of a view with many pieces, each of those that tie with the same probability.
 * Keeps room for the ties, so one object serves one cell.
 */
public final class RarestOf {
    private final int[] ties;

    /** @param pieces most indexes of a view */
    public RarestOf(int pieces) {
        ties = new int[pieces];
    }

    /** A random one of the offered pieces of [from, to) with the fewest holders, or {@link PiecePicker#NONE}. */
    public int pick(PieceView view, int from, int to) {
        int fewest = Integer.MAX_VALUE;
        int tied = 0;
        for (int w = from >> 6; w << 6 < to; w++) {
            for (long word = view.offered(w) & PieceView.range(w, from, to); word != 0; word &= word - 1) {
                int index = (w << 6) + Long.numberOfTrailingZeros(word);
                int holders = view.holders(index);
                if (holders < fewest) {
                    fewest = holders;
                    tied = 0;
                }
                if (holders == fewest) {
                    ties[tied++] = index;
                }
            }
        }
        return tied == 0 ? PiecePicker.NONE : ties[view.randomBelow(tied)];
    }
}
