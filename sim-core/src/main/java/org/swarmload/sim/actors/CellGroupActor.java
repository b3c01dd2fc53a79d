package org.swarmload.sim.actors;

import akka.actor.AbstractActor;
import akka.actor.Props;
import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.cell.Cell;
import org.swarmload.sim.cell.CellPlan;
import org.swarmload.sim.cell.CellResult;
import org.swarmload.sim.cell.RoundOutput;
import org.swarmload.sim.kernel.PartNames;

/**
 * Several cells as one logical process: each runs through the whole round before the next one begins, so that it stays
 * in the cache. Which cells are together has no influence on results.
 */
final class CellGroupActor extends AbstractActor {
    private final CellPlan plan;
    private final int[][] viewersOfCell;
    private Cell[] cells;

    /** @param viewersOfCell viewer numbers of each cell of the run; null for cells of other groups */
    private CellGroupActor(CellPlan plan, int[][] viewersOfCell) {
        this.plan = plan;
        this.viewersOfCell = viewersOfCell;
    }

    /** In the first round and not at birth, so that a failure, for want of memory for instance, is reported. */
    private void build() {
        cells = new Cell[viewersOfCell.length];
        for (int c = 0; c < cells.length; c++) {
            if (viewersOfCell[c] != null) {
                cells[c] = new Cell(plan, c, viewersOfCell[c]);
            }
        }
    }

    static Props props(CellPlan plan, int[][] viewersOfCell) {
        return Props.create(CellGroupActor.class, () -> new CellGroupActor(plan, viewersOfCell));
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Protocol.RunRound.class, Guard.reporting(this, "cells", this::run))
                .match(Protocol.Finish.class, Guard.reporting(this, "cells", this::finish))
                .build();
    }

    private void run(Protocol.RunRound message) {
        if (cells == null) {
            build();
        }
        RoundOutput[] outputs = new RoundOutput[cells.length];
        for (int c = 0; c < cells.length; c++) {
            if (cells[c] != null) {
                outputs[c] = cells[c].run(message.inputs()[c]);
            }
        }
        getSender().tell(new Protocol.RoundDone(outputs, Thread.currentThread().getId()), getSelf());
    }

    private void finish(Protocol.Finish message) {
        List<CellResult> results = new ArrayList<>();
        for (Cell cell : cells) {
            results.add(cell == null ? null : cell.finish(message.atMicros()));
        }
        getSender().tell(new Protocol.CellsFinished(results, PartNames.of(List.of(this))), getSelf());
    }
}
