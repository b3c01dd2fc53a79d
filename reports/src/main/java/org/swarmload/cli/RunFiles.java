package org.swarmload.cli;

import java.nio.file.Path;
import org.swarmload.chart.Chart;
import org.swarmload.chart.ChartRenderer;
import org.swarmload.export.CsvFiles;
import org.swarmload.export.RunFolder;
import org.swarmload.export.SummaryJson;
import org.swarmload.html.HtmlReport;
import org.swarmload.report.Report;
import org.swarmload.report.ReportBuilder;
import org.swarmload.study.StudyResult;

/** Writes everything a run leaves behind. */
final class RunFiles {
    private RunFiles() {}

    /** Fills and publishes the folder; returns the text of {@code summary.json}. */
    static String write(StudyResult study, Path target, RunLog log, boolean charts) {
        Report report = new ReportBuilder(study).build();
        String summary = SummaryJson.of(study, report);
        try (RunFolder folder = RunFolder.open(target)) {
            folder.write(RunFolder.SUMMARY, summary);
            folder.write("timeseries.csv", CsvFiles.timeSeries(study));
            folder.write("ledger.csv", CsvFiles.ledger(study));
            folder.write("invoice.csv", CsvFiles.invoice(study));
            folder.write("replications.csv", CsvFiles.replications(study));
            if (!study.scenario().nights().areCertain()) {
                folder.write("unknowns.csv", CsvFiles.unknowns(study));
            }
            if (study.scenario().run().listViewers()) {
                folder.write("viewers.csv", CsvFiles.viewers(study));
            }
            folder.write(RunFolder.SCENARIO, study.effectiveScenario());
            if (charts) {
                draw(report, folder);
            }
            log.line("written");
            folder.write("run.log", log.toString());
            folder.publish(Version.text(), !study.partial());
        }
        return summary;
    }

    /** Writes the page and its charts. */
    static void draw(Report report, RunFolder folder) {
        ChartRenderer renderer = new ChartRenderer();
        for (Chart chart : report.charts()) {
            folder.write("charts/" + chart.id() + ".png", renderer.png(chart));
            folder.write("charts/" + chart.id() + ".svg", renderer.svg(chart));
        }
        folder.write("report.html", new HtmlReport(report, renderer::svg).render());
    }
}
