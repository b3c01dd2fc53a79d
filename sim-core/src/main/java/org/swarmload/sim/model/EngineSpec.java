package org.swarmload.sim.model;

/**
 * How a simulation is cut, which is part of the model: results depend on it, and on nothing else about the machine.
 *
 * @param cells number of cells; 0 lets the engine choose ceil(viewers / 10,000)
 * @param roundMicros length of every round; 0 lets the engine choose from the model's state
 */
public record EngineSpec(int cells, long roundMicros, CheckMode mode) {
    public static final int AUTO = 0;

    /** How much a run checks itself. Results and digest do not depend on it. */
    public enum CheckMode {
        FAST,
        PARANOID
    }

    /** The number of cells of a population of this size that may be cut; see {@link ModelSpec#cells}. */
    int cellsFor(int viewers) {
        return cells == AUTO ? Math.max(1, (viewers + 9_999) / 10_000) : Math.min(cells, Math.max(1, viewers));
    }
}
