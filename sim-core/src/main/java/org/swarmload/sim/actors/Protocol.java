package org.swarmload.sim.actors;

import java.util.List;
import org.swarmload.sim.cell.CellResult;
import org.swarmload.sim.cell.ResultMerger;
import org.swarmload.sim.cell.RoundInput;
import org.swarmload.sim.cell.RoundOutput;
import org.swarmload.sim.result.RunResult;

/** What the actors of a run say to each other. */
sealed interface Protocol {
    /** To the conductor: begin. */
    record Start() implements Protocol {}

    /** To the door: starts that failed behind it, then run to that time. */
    record Advance(RoundOutput[] lastRound, long toMicros) implements Protocol {}

    /** From the door: who was let in, by cell, and whether everybody has pressed play by now. */
    record LetIn(RoundInput.Admissions[] byCell, long waiting, boolean allPressed, boolean constrained)
            implements Protocol {}

    /** To a pool: grants for the round that begins at that time, please. */
    record AskGrants(RoundOutput.Demand[] demands, long fromMicros) implements Protocol {}

    record Granted(int server, RoundInput.Grant[] grants, List<String> parts) implements Protocol {}

    /** To a group of cells: run a round; one input for each cell of the run, of which the group takes its own. */
    record RunRound(RoundInput[] inputs) implements Protocol {}

    /** From a group: outputs by cell, null for cells of other groups. */
    record RoundDone(RoundOutput[] outputs, long thread) implements Protocol {}

    /** To door and groups: the run is over; the door still has to hear of starts that failed in the last round. */
    record Finish(RoundOutput[] lastRound, long atMicros) implements Protocol {}

    record DoorFinished(ResultMerger.DoorView view) implements Protocol {}

    /** From a group: results by cell, null for cells of other groups. */
    record CellsFinished(List<CellResult> results, List<String> parts) implements Protocol {}

    /** From the conductor to the engine: the end of a run; exactly one of the two is there. */
    record RunEnded(RunResult result, Throwable failure) implements Protocol {}

    /** From any part to the conductor: a bug ended it. */
    record Failed(String part, Throwable cause) implements Protocol {}
}
