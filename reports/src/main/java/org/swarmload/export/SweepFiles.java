package org.swarmload.export;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.study.RunFigures.Figure;
import org.swarmload.sweep.PointResult;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.sweep.SweepResult;
import org.swarmload.yaml.Vary;

/** A sweep for spreadsheets and programs: every metric of every finished point, whichever are shown to people. */
public final class SweepFiles {
    private static final int SCHEMA_VERSION = 1;

    private SweepFiles() {}

    /** One row for each point, delivery and metric. */
    public static String csv(SweepResult sweep) {
        Csv csv = new Csv();
        List<String> head = new ArrayList<>(List.of("point"));
        head.addAll(paths(sweep.design()));
        head.addAll(List.of("delivery", "metric", "mean", "ci95", "replications", "digest"));
        csv.line(head);
        for (SweepResult.Done done : sweep.done()) {
            for (PointResult.Delivery delivery : done.result().deliveries()) {
                delivery.figures().forEach((name, figure) -> csv.line(row(done, delivery, name, figure)));
            }
        }
        return csv.text();
    }

    private static List<String> row(SweepResult.Done done, PointResult.Delivery delivery, String name, Figure figure) {
        List<String> row = new ArrayList<>(List.of(Integer.toString(done.point().number())));
        row.addAll(done.result().values());
        row.add(delivery.name());
        row.add(name);
        row.add(Numbers.plain(figure.mean()));
        row.add(figure.ci95() == null ? "" : Numbers.plain(figure.ci95()));
        row.add(Integer.toString(delivery.runs().size()));
        row.add(done.result().digest());
        return row;
    }

    public static String json(SweepResult sweep) {
        SweepDesign design = sweep.design();
        return Json.document(json -> json.field("schemaVersion", SCHEMA_VERSION)
                .field("scenario", design.points().get(0).scenario().name())
                .field("seed", design.points().get(0).scenario().seed())
                .field("replications", design.replications())
                .field("digest", sweep.digest())
                .field("partial", sweep.partial())
                .field("zip", design.zip())
                .field(
                        "viewersPerCell",
                        design.cells().sets() ? (Double) design.cells().viewersPerCell() : null)
                .array(
                        "varied",
                        () -> design.varies()
                                .forEach(vary -> json.value(() -> json.field("path", vary.path())
                                        .array(
                                                "values",
                                                () -> vary.values().forEach(value -> json.item(value.text()))))))
                .array("deliveries", () -> design.deliveries().forEach(json::item))
                .field("plannedPoints", design.points().size())
                .array(
                        "points",
                        () -> sweep.done()
                                .forEach(done -> json.value(() -> {
                                    json.field("point", done.point().number());
                                    PointJson.members(json, paths(design), done.result());
                                }))));
    }

    static List<String> paths(SweepDesign design) {
        return design.varies().stream().map(Vary::path).toList();
    }
}
