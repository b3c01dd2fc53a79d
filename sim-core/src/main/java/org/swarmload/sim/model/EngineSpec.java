package org.swarmload.sim.model;

/**
 * How a simulation is cut, which is part of the model: results depend on it, and on nothing else about the machine.
 *
 * @param cells number of cells; 0 lets the engine choose: an even number, {@value #LEAST_IN_SWARM} viewers in each
 *     at least, where a swarm is cut, else {@value #MOST_APART} viewers in each at most
 * @param roundMicros length of every round; 0 lets the engine choose from the model's state
 */
public record EngineSpec(int cells, long roundMicros, CheckMode mode) {
    public static final int AUTO = 0;

    /** Each cell of a swarm fetches first copies for itself; MODEL.md, section 16, says what that comes to. */
    private static final int LEAST_IN_SWARM = 20_000;

    /**
     * What people without a swarm share is shared by grants, and of several titles each swarm is in one cell whole: cells
     * are as small as the processor's cache likes them.
     */
    private static final int MOST_APART = 10_000;

    /** How much a run checks itself. Results and digest do not depend on it. */
    public enum CheckMode {
        FAST,
        PARANOID
    }

    /** The number of cells of a population of this size that may be cut; see {@link ModelSpec#cells}. */
    int cellsFor(int viewers, boolean cutsSwarms) {
        int chosen = cutsSwarms ? evenOrOne(viewers / LEAST_IN_SWARM) : (viewers + MOST_APART - 1) / MOST_APART;
        return Math.max(1, cells == AUTO ? chosen : Math.min(cells, viewers));
    }

    /** Of an odd number of large cells the last keeps one processor busy while another waits for it, round by round. */
    private static int evenOrOne(int cells) {
        return cells <= 1 ? cells : cells & ~1;
    }
}
