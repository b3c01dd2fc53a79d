package org.swarmload.sim.cell;

import java.util.List;
import org.swarmload.sim.kernel.PartNames;
import org.swarmload.sim.result.EngineFacts;

/** Puts together how a run was computed. */
final class EngineLines {
    private EngineLines() {}

    static EngineFacts of(
            CellPlan plan, List<CellResult> cells, ResultMerger.DoorView door, ResultMerger.Course course) {
        return new EngineFacts(
                plan.cells(),
                plan.audience.viewers(),
                course.threadsUsed(),
                course.rounds(),
                course.roundLengths(),
                FactLines.sum(cells, l -> l.events) + door.events(),
                FactLines.sum(cells, l -> l.picks),
                FactLines.sum(cells, l -> l.peerTransfers),
                FactLines.sum(cells, l -> l.serverTransfers),
                FactLines.sum(cells, l -> l.piecesReceived),
                FactLines.sum(cells, l -> l.blocksReceived),
                FactLines.sum(cells, l -> l.piecesPlayed),
                cells.stream().mapToLong(CellResult::stateBytes).sum() + door.stateBytes(),
                course.wallTime().get(),
                PartNames.union(course.parts(), door.parts(), parts(cells)));
    }

    private static List<String> parts(List<CellResult> cells) {
        List<String> parts = List.of();
        for (CellResult cell : cells) {
            parts = PartNames.union(parts, cell.parts());
        }
        return parts;
    }
}
