package org.swarmload.sim.cell;

/** Whom an uploader is ready to serve. */
interface Choker {
    /** Serves everybody. */
    Choker NONE = (uploader, downloader) -> true;

    boolean lets(int uploader, int downloader);

    /** Those whom an uploader lets, fewer than it knows, with negative numbers for nobody; or null where nobody keeps a list. */
    default int[] unchoked(int uploader) {
        return null;
    }

    /** Whether the uploader has a slot that nobody uses: somebody whom it does not let yet may have it at once. */
    default boolean hasFreeSlot(int uploader) {
        return false;
    }

    /** Gives such a slot, which there has to be, to a downloader that is not let yet. */
    default void unchoke(int uploader, int downloader) {}

    /** A member has something to give for the first time. */
    default void begin(int uploader, long now) {}

    default void review(int uploader, int stamp, long now) {}

    default void leaves(int uploader) {}
}
