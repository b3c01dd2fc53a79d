package org.swarmload.cli;

import java.nio.file.Path;
import org.swarmload.chart.Chart;
import org.swarmload.chart.ChartRenderer;
import org.swarmload.export.LimitsFiles;
import org.swarmload.export.RunFolder;
import org.swarmload.html.HtmlReport;
import org.swarmload.limits.LimitsResult;
import org.swarmload.report.LimitsReport;
import org.swarmload.report.Report;

/** Writes everything a scan for limits leaves behind. */
final class LimitsOutput {
    static final String PAGE = "limits.html";

    private LimitsOutput() {}

    /** Fills and publishes the folder; returns the text of {@code limits.json}. */
    static String write(LimitsResult result, Path target) {
        Report report = new LimitsReport(result).build();
        ChartRenderer renderer = new ChartRenderer();
        LimitsFiles files = new LimitsFiles(result);
        String json = files.json();
        try (RunFolder folder = RunFolder.open(target)) {
            folder.write("limits.json", json);
            folder.write("limits.csv", files.limitsCsv());
            folder.write("harm.csv", files.harmCsv());
            folder.write(
                    RunFolder.SCENARIO,
                    result.design().at(result.design().written()).effectiveYaml());
            for (Chart chart : report.charts()) {
                folder.write("charts/" + chart.id() + ".png", renderer.png(chart));
                folder.write("charts/" + chart.id() + ".svg", renderer.svg(chart));
            }
            HtmlReport page = new HtmlReport(
                    report,
                    renderer::svg,
                    "In order",
                    "Every figure on this page is in limits.json of the same folder; the harm of every audience is in "
                            + "harm.csv.");
            folder.write(PAGE, page.render());
            folder.publish(Version.text(), !result.partial());
        }
        return json;
    }
}
