package org.swarmload.sim.cell;

import java.util.List;

/**
 * What is left of a cell when its run has ended: facts to be merged with those of other cells, in the order of cells.
 *
 * @param stillStarting viewers who were waiting for their first frame when the run ended
 * @param parts names of the classes that the cell consisted of
 */
public record CellResult(
        Viewers viewers, CellLedger ledger, long digest, long stillStarting, long stateBytes, List<String> parts) {
    /** Bins of series; a round never crosses the end of one. */
    public static final long BIN_MICROS = Bins.BIN_MICROS;
}
