package org.swarmload.sim.cell;

/** Whom an uploader is ready to serve. */
interface Choker {
    /** Serves everybody. */
    Choker NONE = (uploader, downloader) -> true;

    boolean lets(int uploader, int downloader);

    /** A member has something to give for the first time. */
    default void begin(int uploader, long now) {}

    default void review(int uploader, int stamp, long now) {}

    default void leaves(int uploader) {}
}
