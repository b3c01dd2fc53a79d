package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.swarmload.contrast.Contrast;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Table;

/** What two runs differ by, as a table for people. */
public final class ContrastTable {
    private ContrastTable() {}

    public static Table of(Contrast contrast, List<AskedMetric> metrics) {
        List<Row> rows = new ArrayList<>();
        for (AskedMetric metric : metrics) {
            contrast.lines().stream()
                    .filter(line -> line.figure().equals(metric.name()))
                    .findFirst()
                    .ifPresent(line -> rows.add(row(metric, line)));
        }
        return new Table(
                contrast.first().label() + " against " + contrast.second().label(),
                true,
                List.of("metric", "first", "second", "difference", "±", "first is"),
                rows);
    }

    private static Row row(AskedMetric metric, Contrast.Line line) {
        return new Row(
                metric.name(),
                List.of(
                        Cell.of(metric.say(line.first())),
                        Cell.of(metric.say(line.second())),
                        Cell.of((line.difference() > 0 ? "+" : "") + metric.say(line.difference())),
                        Cell.of(line.half() == null ? "-" : metric.say(line.half())),
                        Cell.of(line.word().name().toLowerCase(Locale.ROOT))));
    }
}
