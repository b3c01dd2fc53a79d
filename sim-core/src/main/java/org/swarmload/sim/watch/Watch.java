package org.swarmload.sim.watch;

import org.swarmload.sim.picker.PiecePicker;

/**
 * Looks at one run while it goes on. It changes nothing: a run with a watch has the digest of the same run without one,
 * as long as what {@link #over} returns chooses as its picker does. Cells may call it from several threads at once.
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
}
