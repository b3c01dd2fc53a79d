package org.swarmload.sim.watch;

import org.swarmload.sim.picker.PiecePicker;

/**
 * Looks at one run while it goes on. It changes nothing: a run with a watch has the digest of the same run without one,
 * as long as what {@link #over} returns chooses as its picker does and it does not say that it has seen enough. Cells may
 * call it from several threads at once.
 */
public interface Watch {
    /** Sees nothing and costs nothing. */
    Watch NONE = new Watch() {};

    /** The picker that a cell is to use: this one, or one that looks over its shoulder and gives its answers. */
    default PiecePicker over(PiecePicker picker) {
        return picker;
    }

    /** Whether {@link #sample} wants to be called; counting takes a look at every member. */
    default boolean samples() {
        return false;
    }

    /** Called by each cell at the beginning of each 10 s of model time. */
    default void sample(SwarmSample sample) {}

    /** A viewer who counts has the first frame, so long after pressing play. */
    default void started(long startupMicros) {}

    /** So much stalling is over: a viewer plays on or has left, or it is charged to another cause from now on. */
    default void stalled(long micros) {}

    /**
     * Whether the rest of the run is of no interest: asked after each round, with which the run ends then, partial. Rounds
     * are the same with any number of threads. An answer that depends on what {@link #started} and {@link #stalled} have
     * told, and not on the order of these calls, is so too.
     */
    default boolean hasSeenEnough() {
        return false;
    }
}
