package org.swarmload.sim;

import org.swarmload.sim.model.ModelSpec;

/** Swarms for tests in other packages. */
public final class Swarms {
    private Swarms() {}

    /** Everybody downloads a file of so many pieces from one seed and each other, with 40 neighbours. */
    public static ModelSpec file(int peers, int pieces, String picker) {
        Download download = new Download();
        download.peers = peers;
        download.pieceBytes = 100_000;
        download.bytes = download.pieceBytes * pieces;
        download.neighbours = 40;
        download.overSeconds = 60;
        download.announceSeconds = 0.1;
        download.rttSeconds = 0.05;
        download.picker = picker;
        return download.spec();
    }
}
