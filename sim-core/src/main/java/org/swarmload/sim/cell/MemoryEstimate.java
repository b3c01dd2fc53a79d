package org.swarmload.sim.cell;

import org.swarmload.sim.model.ModelSpec;

/**
 * What a run of a model will hold in memory, known before it begins.
 *
 * @param viewers people of the run
 * @param bytesPerViewer what cells and front door keep for each, events included, transfers left out
 * @param transfersPerViewer transfers under way at once when there are most
 * @param bytesPerTransfer of each of them
 * @param fixedBytes of all cells: bins, caches, empty queues
 * @param bytesForResult what making the result takes beside the state, for a moment
 * @param bytesOfResult what the result keeps as long as the study goes on
 */
public record MemoryEstimate(
        int viewers,
        int cells,
        double bytesPerViewer,
        double transfersPerViewer,
        double bytesPerTransfer,
        long fixedBytes,
        long bytesForResult,
        long bytesOfResult) {

    public static MemoryEstimate of(ModelSpec spec) {
        return new StateForecast(spec).estimate();
    }

    /** Memory of all cells and of the front door when it is greatest. */
    public long stateBytes() {
        return Math.round(viewers * (bytesPerViewer + transfersPerViewer * bytesPerTransfer)) + fixedBytes;
    }
}
