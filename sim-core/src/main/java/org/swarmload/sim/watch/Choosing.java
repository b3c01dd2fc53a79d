package org.swarmload.sim.watch;

/** Who chooses a piece: what the simulator's views say beside what a picker may know. For watches, not for pickers. */
public interface Choosing {
    /** Stands for a server, which offers everything. */
    int SERVER = -1;

    /** Stands for all neighbours together: the one that is asked is chosen after the piece. */
    int ALL_NEIGHBOURS = -2;

    long nowMicros();

    /** Number of the viewer in its cell. */
    int viewer();

    /** Number of the member in the cell whose pieces are offered, or one of the constants. */
    int uploader();
}
