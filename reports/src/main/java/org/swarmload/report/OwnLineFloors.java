package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Table;
import org.swarmload.scenario.MetricWord;
import org.swarmload.study.StudyResult.Floor;

/** What viewers' own lines allow before anything is simulated, in words. */
public final class OwnLineFloors {
    private final List<Floor> floors;

    public OwnLineFloors(List<Floor> floors) {
        this.floors = List.copyOf(floors);
    }

    /** Lines for the terminal; none when there is nothing to say. */
    public List<String> text() {
        List<String> text = new ArrayList<>();
        if (floors.isEmpty()) {
            return text;
        }
        text.add("What viewers' own lines allow, with servers without limit ("
                + floors.get(0).delivery() + "):");
        for (Floor floor : floors) {
            text.add("  " + floor.objective() + ": " + share(floor).text() + " of the viewers cannot have it"
                    + best(floor) + " - " + floor.why());
        }
        return text;
    }

    private static String best(Floor floor) {
        if (floor.best() == null) {
            return "";
        }
        return "; at best " + quantity(floor).text() + (floor.unmeetable() ? ", so it CANNOT BE MET" : "");
    }

    Table table() {
        List<Row> rows = new ArrayList<>();
        for (Floor floor : floors) {
            rows.add(new Row(
                    floor.objective(),
                    List.of(
                            Cell.of(share(floor)),
                            floor.best() == null ? Cell.of("-") : Cell.of(quantity(floor)),
                            Cell.of(floor.unmeetable() ? "no server can help" : "within reach"),
                            Cell.of(floor.why()))));
        }
        return new Table(
                "What viewers' own lines allow, with servers without limit",
                true,
                List.of("objective", "viewers who cannot have it", "at best", "verdict", "because"),
                rows);
    }

    boolean isEmpty() {
        return floors.isEmpty();
    }

    private static Quantity share(Floor floor) {
        return Quantity.of("own-line-share", floor.share(), Unit.SHARE);
    }

    private static Quantity quantity(Floor floor) {
        String stem = floor.metric().replaceFirst("\\.(p50|p95|p99|max|min)$", "");
        Unit unit = MetricWord.of(stem).map(Metrics::unit).orElse(Unit.NUMBER);
        return Quantity.of(floor.metric(), floor.best(), unit);
    }
}
