package org.swarmload.cli;

import java.util.List;
import org.swarmload.duel.DuelResult;
import org.swarmload.export.DuelCsv;
import org.swarmload.export.DuelJson;
import org.swarmload.export.RunFolder;
import org.swarmload.report.DuelReport;
import org.swarmload.study.PairedRuns.Variant;

/** Writes everything that a comparison of pickers leaves behind. */
final class DuelFiles {
    private DuelFiles() {}

    /** The file that runs exactly one picker again. */
    static String scenario(String picker) {
        return "scenarios/" + picker.replaceAll("[^a-zA-Z0-9-]", "-") + ".yaml";
    }

    /**
     * Fills and publishes the folder; returns the text of {@code summary.json}.
     *
     * @param variants whose texts give the same runs again
     */
    static String write(
            DuelResult result, List<Variant> variants, java.nio.file.Path target, RunLog log, boolean charts) {
        String summary = DuelJson.of(result);
        try (RunFolder folder = RunFolder.open(target)) {
            folder.write(RunFolder.SUMMARY, summary);
            folder.write("pickers.csv", DuelCsv.pickers(result));
            folder.write("history.csv", DuelCsv.history(result));
            for (Variant variant : variants) {
                folder.write(scenario(variant.name()), variant.scenario().effectiveYaml());
            }
            if (charts) {
                RunFiles.draw(new DuelReport(result).build(), folder);
            }
            log.line("written");
            folder.write("run.log", log.toString());
            folder.publish(Version.text(), !result.partial());
        }
        return summary;
    }
}
