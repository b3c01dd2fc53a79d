package org.swarmload.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.swarmload.chart.Chart;
import org.swarmload.chart.ChartRenderer;
import org.swarmload.export.SweepFiles;
import org.swarmload.export.SweepFolder;
import org.swarmload.export.SweepFolder.Content;
import org.swarmload.html.HtmlReport;
import org.swarmload.report.AskedMetric;
import org.swarmload.report.Report;
import org.swarmload.report.SweepReport;
import org.swarmload.sweep.SweepResult;

/** Writes everything a sweep leaves behind. */
final class SweepOutput {
    static final String PAGE = "sweep.html";

    static final String TABLE = "sweep.json";

    private SweepOutput() {}

    /** The file that runs exactly one point again. */
    static String scenario(int point) {
        return String.format(Locale.ROOT, "points/%03d.yaml", point);
    }

    /** Fills and publishes the folder; returns the text of {@code sweep.json}. */
    static String write(SweepResult sweep, List<AskedMetric> shown, SweepFolder store) {
        Report report = new SweepReport(sweep, shown).build();
        ChartRenderer renderer = new ChartRenderer();
        String json = SweepFiles.json(sweep);
        List<Content> files = new ArrayList<>();
        files.add(text(TABLE, json));
        files.add(text("sweep.csv", SweepFiles.csv(sweep)));
        for (Chart chart : report.charts()) {
            files.add(new Content("charts/" + chart.id() + ".png", renderer.png(chart)));
            files.add(text("charts/" + chart.id() + ".svg", renderer.svg(chart)));
        }
        HtmlReport page = new HtmlReport(
                report,
                renderer::svg,
                "Which delivery keeps every objective",
                "Every figure on this page is in sweep.json and sweep.csv of the same folder; single replications are in "
                        + "points.");
        files.add(text(PAGE, page.render()));
        sweep.done()
                .forEach(done -> files.add(text(
                        scenario(done.point().number()), done.point().scenario().effectiveYaml())));
        store.publish(sweep, files, Version.text());
        return json;
    }

    private static Content text(String name, String text) {
        return new Content(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
