package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.swarmload.sim.door.DoorLevels;
import org.swarmload.sim.kernel.Level;
import org.swarmload.sim.result.RunResult.LevelFact;
import org.swarmload.sim.result.TimeSeries;

/**
 * How many there were at once, from the end of the warm-up to the end of the run. Means are exact. The greatest value of
 * a level that the door alone keeps is exact; of one that is spread over the door and cells it is the greatest at the end
 * of a bin of the series.
 */
final class LevelFacts {
    private final CellPlan plan;
    private final List<CellResult> cells;
    private final DoorLevels door;
    private final long endMicros;

    LevelFacts(CellPlan plan, List<CellResult> cells, DoorLevels door, long endMicros) {
        this.plan = plan;
        this.cells = cells;
        this.door = door;
        this.endMicros = endMicros;
    }

    List<LevelFact> facts(TimeSeries series) {
        List<LevelFact> facts = new ArrayList<>();
        facts.add(atDoor("retrying-viewers", door.retrying));
        facts.add(atDoor("front-door-queue", door.queued));
        facts.add(atDoor("front-door-busy", door.busy));
        facts.add(atDoor("front-door-sessions", door.sessions));
        long starting = integral(ledger -> ledger.starting);
        long present = integral(ledger -> ledger.playing) + integral(ledger -> ledger.stalled);
        facts.add(spread("waiting-viewers", door.waiting.integral(endMicros) + starting, series));
        facts.add(spread("concurrent-viewers", present, series));
        if (plan.file) {
            facts.add(inCells("leechers", ledger -> ledger.starting));
            facts.add(inCells("seeds-online", ledger -> ledger.seeds));
        }
        return facts;
    }

    /** The greatest value is exact with one cell, and the sum of the cells' own with several. */
    private LevelFact inCells(String name, Function<CellLedger, Level> level) {
        long most = cells.stream()
                .mapToLong(cell -> level.apply(cell.ledger()).greatest(endMicros))
                .sum();
        return new LevelFact(name, mean(integral(level)), most);
    }

    private LevelFact atDoor(String name, Level level) {
        return new LevelFact(name, mean(level.integral(endMicros)), level.greatest(endMicros));
    }

    private LevelFact spread(String name, long integral, TimeSeries series) {
        double[] values = series.values(name);
        double most = 0;
        for (int bin = 0; bin < values.length; bin++) {
            boolean counts = (bin + 1) * series.binMicros() > plan.spec.warmupMicros();
            most = counts ? Math.max(most, values[bin]) : most;
        }
        return new LevelFact(name, mean(integral), most);
    }

    private long integral(Function<CellLedger, Level> level) {
        return cells.stream()
                .mapToLong(cell -> level.apply(cell.ledger()).integral(endMicros))
                .sum();
    }

    private double mean(long integral) {
        long micros = endMicros - plan.spec.warmupMicros();
        return micros <= 0 ? 0 : (double) integral / micros;
    }
}
