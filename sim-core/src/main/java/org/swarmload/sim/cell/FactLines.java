package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.door.DoorFacts;
import org.swarmload.sim.result.RunResult.CauseLine;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.sim.result.RunResult.LedgerLine;

/** The line-by-line facts of a run: who sent how much when, and what harm is charged to what. */
final class FactLines {
    private static final double MICROS = 1e6;

    /** Bills count in 5-minute bins. */
    private static final int BINS_PER_LINE = 30;

    interface LedgerLong {
        long of(CellLedger ledger);
    }

    private final CellPlan plan;
    private final List<CellResult> cells;
    private final ResultMerger.DoorView door;

    FactLines(CellPlan plan, List<CellResult> cells, ResultMerger.DoorView door) {
        this.plan = plan;
        this.cells = cells;
        this.door = door;
    }

    /** Sum of a count over cells. */
    static long sum(List<CellResult> cells, LedgerLong field) {
        long sum = 0;
        for (CellResult cell : cells) {
            sum += field.of(cell.ledger());
        }
        return sum;
    }

    /** Bytes and requests by 5-minute bin and payer; lines without either are left out. */
    List<LedgerLine> ledger(long endedAtMicros) {
        List<LedgerLine> lines = new ArrayList<>();
        for (int first = 0; first * Bins.BIN_MICROS < endedAtMicros; first += BINS_PER_LINE) {
            for (int s = 0; s < plan.servers(); s++) {
                int server = s;
                addLine(lines, first, plan.payer(s), b -> b.serverBytes(server), b -> b.serverRequests(server));
            }
            addLine(lines, first, "peers", b -> Bins.PEER_BYTES, b -> Bins.PEER_REQUESTS);
        }
        return lines;
    }

    private interface Row {
        int of(Bins bins);
    }

    private void addLine(List<LedgerLine> lines, int first, String payer, Row bytesRow, Row requestsRow) {
        long bytes = sumBins(bytesRow, first);
        long requests = sumBins(requestsRow, first);
        if (bytes != 0 || requests != 0) {
            lines.add(new LedgerLine(first * Bins.BIN_MICROS, payer, bytes, requests));
        }
    }

    private long sumBins(Row row, int first) {
        long sum = 0;
        for (CellResult cell : cells) {
            Bins bins = cell.ledger().bins;
            for (int b = first; b < first + BINS_PER_LINE; b++) {
                sum += bins.get(row.of(bins), b);
            }
        }
        return sum;
    }

    /** Harm by cause, of the door and of all cells. */
    List<CauseLine> causes() {
        List<CauseLine> lines = new ArrayList<>();
        DoorFacts facts = door.facts();
        String[] names = door.causes();
        int services = plan.spec.frontDoor().size();
        long[][] harm = new long[Harm.values().length][names.length];
        for (int cause = 0; cause < names.length; cause++) {
            harm[Harm.START_FAILURE.ordinal()][cause] = facts.startFailures(cause);
            harm[Harm.EXIT_BEFORE_START.ordinal()][cause] = cause < services ? facts.exitsBeforeStart(cause) : 0;
        }
        for (Cause cause : Cause.values()) {
            for (Harm kind : Harm.values()) {
                int k = kind.ordinal();
                harm[k][cause.code(services)] += sum(cells, l -> l.harm[k][cause.ordinal()]);
            }
        }
        for (Harm kind : Harm.values()) {
            double unit = kind == Harm.STALL_SECONDS ? MICROS : 1;
            for (int cause = 0; cause < names.length; cause++) {
                if (harm[kind.ordinal()][cause] != 0) {
                    lines.add(new CauseLine(kind, names[cause], harm[kind.ordinal()][cause] / unit));
                }
            }
        }
        return lines;
    }
}
