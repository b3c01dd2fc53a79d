package org.swarmload.sim.cell;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.result.ViewerTable;

/** The table of viewers, made when a run has ended and only when it is wanted. */
final class ViewerRows {
    private static final double MICROS = 1e6;

    private final int count;
    private final List<CellResult> cells;

    private ViewerRows(int count, List<CellResult> cells) {
        this.count = count;
        this.cells = cells;
    }

    static ViewerTable of(CellPlan plan, List<CellResult> cells) {
        Audience audience = plan.audience;
        ViewerRows rows = new ViewerRows(audience.viewers(), cells);
        return new ViewerTable(List.of(
                rows.drawn("access", audience::access),
                rows.drawn("region", audience::region),
                rows.drawn("device", audience::device),
                rows.drawn("press", who -> audience.pressMicros(who) / MICROS),
                rows.lived("startup", (v, i) -> v.startupMicros[i] / MICROS),
                rows.lived("stall-seconds", (v, i) -> v.stallMicros[i] / MICROS)));
    }

    private interface Fact {
        double of(Viewers viewers, int local);
    }

    /** What a viewer is, whatever happens. */
    private ViewerTable.Column drawn(String name, IntToDoubleFunction ofViewer) {
        double[] values = new double[count];
        Arrays.setAll(values, ofViewer);
        return new ViewerTable.Column(name, values);
    }

    /** What happened to a viewer who had a first frame; NaN to the others. */
    private ViewerTable.Column lived(String name, Fact fact) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        for (CellResult cell : cells) {
            Viewers viewers = cell.viewers();
            for (int v = 0; v < viewers.count; v++) {
                if (viewers.startupMicros[v] >= 0) {
                    values[viewers.number[v]] = fact.of(viewers, v);
                }
            }
        }
        return new ViewerTable.Column(name, values);
    }
}
