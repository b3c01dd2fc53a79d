package org.swarmload.sim.cell;

/** Whom an uploader is ready to serve. */
interface Choker {
    /** Serves everybody. */
    Choker NONE = (u, v) -> true;

    boolean lets(int uploader, int downloader);
}
