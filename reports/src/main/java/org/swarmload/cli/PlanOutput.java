package org.swarmload.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.swarmload.export.PlanFiles;
import org.swarmload.export.RunFolder;
import org.swarmload.plan.PlanResult;
import org.swarmload.report.PlanReport;
import org.swarmload.report.PlanTables;

/** Writes everything that a plan leaves behind, and says it on the terminal. */
final class PlanOutput {
    /** The scenario with the recommended order. */
    static final String RECOMMENDED = "recommended.yaml";

    private PlanOutput() {}

    /** Fills and publishes the folder; returns the text of {@code summary.json}. */
    static String write(PlanResult result, Path target, RunLog log, boolean charts) {
        String summary = PlanFiles.json(result);
        try (RunFolder folder = RunFolder.open(target)) {
            folder.write(RunFolder.SUMMARY, summary);
            PlanFiles.csv(result).forEach(folder::write);
            if (result.recommendedYaml() != null) {
                folder.write(RECOMMENDED, result.recommendedYaml());
            }
            folder.write(RunFolder.SCENARIO, result.scenario().effectiveYaml());
            if (charts) {
                RunFiles.draw(new PlanReport(result).build(), folder);
            }
            log.line("written");
            folder.write("run.log", log.toString());
            folder.publish(Version.text(), true);
        }
        return summary;
    }

    static List<String> lines(PlanResult result) {
        PlanTables tables = new PlanTables(result);
        List<String> lines = new ArrayList<>(new ResultTable(tables.lines()).lines());
        PlanReport page = new PlanReport(result);
        lines.add("");
        lines.add(page.sentence());
        page.unpromised().forEach(one -> lines.add(one.sentence()));
        lines.add("");
        lines.add("Assumed:");
        page.assumptions().forEach(one -> lines.add("  " + one));
        return lines;
    }
}
