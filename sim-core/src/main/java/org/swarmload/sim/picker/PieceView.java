package org.swarmload.sim.picker;

/**
 * What a picker may know: the window of pieces after the first one that the viewer lacks. Index 0 is that piece; words
 * have bit i for index i.
 */
public interface PieceView {
    /** Pieces that neighbours with room offer and that are neither held nor asked for. Never empty when a picker is called. */
    long offered();

    /** Length of the window, at most 64. */
    int windowPieces();

    /** Number of the piece at index 0. */
    int firstPiece();

    /** Neighbours that show the piece, busy ones too. */
    int holders(int index);

    /** Those of {@code among} that the fewest neighbours show; empty if {@code among} is. */
    long rarest(long among);

    /** Microseconds until the piece at the index is played if play does not stall; 0 if it is due. */
    long microsToDeadline(int index);

    /** A random number in [0, bound) of the cell's own stream. */
    int randomBelow(int bound);
}
