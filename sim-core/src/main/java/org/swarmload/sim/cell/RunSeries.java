package org.swarmload.sim.cell;

import java.util.List;
import org.swarmload.sim.audience.Demand;
import org.swarmload.sim.door.DoorFacts;
import org.swarmload.sim.result.TimeSeries;

/**
 * The time series of a run: bins of the door and of all cells, added up. Levels are those at a bin's end, the others sums
 * over a bin.
 */
final class RunSeries {
    private final CellPlan plan;
    private final List<CellResult> cells;
    private final DoorFacts door;
    private final ResourceUse use;

    RunSeries(CellPlan plan, List<CellResult> cells, DoorFacts door, ResourceUse use) {
        this.plan = plan;
        this.cells = cells;
        this.door = door;
        this.use = use;
    }

    /** The bins that began before that time. */
    TimeSeries until(long endMicros) {
        int used = (int) ((endMicros + Bins.BIN_MICROS - 1) / Bins.BIN_MICROS);
        SeriesBuilder columns = new SeriesBuilder(cells, used);
        Demand demand = Demand.of(plan.audience, plan.spec);
        columns.add(
                "waiting-viewers", (l, b) -> l.get(Bins.STARTING, b), b -> door.atEndOfBin(DoorFacts.Row.WAITING, b));
        columns.add("concurrent-viewers", (l, b) -> l.get(Bins.PLAYING, b), b -> 0);
        columns.add("stalled-viewers", (l, b) -> l.get(Bins.STALLED, b), b -> 0);
        if (plan.file) {
            columns.add("leechers", (l, b) -> l.get(Bins.STARTING, b), b -> 0);
            columns.add("seeds-online", (l, b) -> l.get(Bins.SEEDING, b), b -> 0);
        }
        for (DoorFacts.Row row : DoorFacts.Row.values()) {
            if (row != DoorFacts.Row.WAITING && !plan.spec.frontDoor().isEmpty()) {
                columns.add(row.word(), (l, b) -> 0, b -> door.atEndOfBin(row, b));
            }
        }
        columns.add("attempts", (l, b) -> l.get(Bins.ATTEMPTS, b), b -> door.attemptsInBin(b));
        columns.add("start-failures", (l, b) -> l.get(Bins.START_FAILURES, b), b -> door.startFailuresInBin(b));
        columns.add("exits-before-start", (l, b) -> l.get(Bins.EXITS, b), b -> door.exitsInBin(b));
        columns.add("http-503", (l, b) -> l.get(Bins.REFUSALS, b), b -> door.http503InBin(b));
        columns.add("demand-bps", (l, b) -> 0, b -> b < demand.bins() ? demand.demandBps(b) : 0);
        columns.add("origin-bytes", (l, b) -> bytes(l, CellPlan.Role.ORIGIN, b), b -> 0);
        columns.add("edge-bytes", (l, b) -> bytes(l, CellPlan.Role.EDGE, b), b -> 0);
        if (plan.spec.delivery().shield() != null) {
            columns.add("shield-bytes", (l, b) -> bytes(l, CellPlan.Role.SHIELD, b), b -> 0);
        }
        columns.add("seed-bytes", (l, b) -> bytes(l, CellPlan.Role.SEEDS, b), b -> 0);
        columns.add("peer-bytes", (l, b) -> l.get(Bins.PEER_BYTES, b), b -> 0);
        for (Cause cause : Cause.values()) {
            int row = Bins.stallMicros(cause);
            columns.addSeconds("stall-seconds:" + cause.word(), (l, b) -> l.get(row, b));
        }
        use.addTo(columns);
        return new TimeSeries(Bins.BIN_MICROS, columns.build());
    }

    private long bytes(Bins bins, CellPlan.Role role, int bin) {
        long sum = 0;
        for (int s = 0; s < plan.servers(); s++) {
            if (plan.role(s) == role) {
                sum += bins.get(bins.serverBytes(s), bin);
            }
        }
        return sum;
    }
}
