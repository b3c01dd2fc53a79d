package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.result.ViewerTable;

/** The table of viewers, made when a run has ended and only when it is wanted. */
final class ViewerRows {
    private static final double MICROS = 1e6;

    /** Something that did not happen. */
    private static final double NEVER = Double.NaN;

    private final int count;
    private final List<CellResult> cells;

    private ViewerRows(int count, List<CellResult> cells) {
        this.count = count;
        this.cells = cells;
    }

    static ViewerTable of(CellPlan plan, List<CellResult> cells, long[] waitOfViewer) {
        Audience audience = plan.audience;
        ViewerRows rows = new ViewerRows(audience.viewers(), cells);
        List<ViewerTable.Column> columns = new ArrayList<>(List.of(
                rows.drawn("access", audience::access),
                rows.drawn("region", audience::region),
                rows.drawn("device", audience::device),
                rows.drawn("press", who -> audience.pressMicros(who) / MICROS),
                rows.lived("startup", (v, i) -> seconds(v.startupMicros.get(i))),
                rows.lived(
                        "stall-seconds", (v, i) -> v.startupMicros.get(i) < 0 ? NEVER : v.stallMicros.get(i) / MICROS),
                rows.drawn("front-door-wait", who -> seconds(waitOfViewer[who]))));
        if (plan.file) {
            boolean same = plan.spec.content().file().constantSize();
            double bytes = plan.spec.content().file().bytes();
            columns.add(rows.drawn("size", who -> same ? bytes : audience.fileBytes(who)));
            columns.add(rows.lived("completion", (v, i) -> seconds(v.completionMicros.get(i))));
        }
        return new ViewerTable(columns);
    }

    private static double seconds(long micros) {
        return micros < 0 ? NEVER : micros / MICROS;
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

    /** What happened to viewers behind the door. */
    private ViewerTable.Column lived(String name, Fact fact) {
        double[] values = new double[count];
        Arrays.fill(values, NEVER);
        for (CellResult cell : cells) {
            Viewers viewers = cell.viewers();
            for (int v = 0; v < viewers.count; v++) {
                values[viewers.number[v]] = fact.of(viewers, v);
            }
        }
        return new ViewerTable.Column(name, values);
    }
}
