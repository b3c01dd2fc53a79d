package org.swarmload.sim.swarm;

/**
 * Which pieces the members of a cell hold, have asked for and show to others. Two forms: {@link Holdings} for streams
 * (everything before a window, and the window) and {@link Bitfields} for files (any piece at any time).
 */
public interface PieceStore {
    /** The piece is in flight now. */
    void ask(int member, int piece, boolean ofServer);

    /** The piece is not in flight any more. */
    void unask(int member, int piece);

    /** Takes a finished piece in; it is not in flight any more. */
    void complete(int member, int piece, int rendition);

    /** Whether the member has that piece. */
    boolean holds(int member, int piece, int rendition);

    /** Whether the member lets others see, and so have, that piece. */
    boolean shows(int member, int piece, int rendition);

    /** Whether the member can serve one more, for stores that show it beside the pieces. */
    default void setRoom(int member, boolean room) {
        // Of a file nobody looks at uploaders from afar: requests wait there.
    }

    /** A member's last upload went at that rate, bytes per microsecond, for stores that show it. */
    default void setRate(int member, float bytesPerMicro) {
        // Of a file uploaders choose whom they serve.
    }

    /** Adds one for each piece that the member holds now. */
    void countInto(int member, int[] holders);

    /** Pieces that the member has received, also those that its cache has let go. */
    int received(int member);

    /** Pieces before the first one that the member lacks. */
    int inOrder(int member);

    long stateBytes();
}
