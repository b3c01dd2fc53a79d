package org.swarmload.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.swarmload.export.RunFolder;
import picocli.CommandLine.Option;

/** The same, where the page can be left out. */
final class PageOptions extends OutputOptions {
    @Option(names = "--no-report", description = "Write no page and no charts, only data.")
    boolean noReport;

    /** Says where to read on. */
    void sayWhere(Path folder, PrintWriter people) {
        people.println(
                (noReport ? "results " : "report ") + folder.resolve(noReport ? RunFolder.SUMMARY : "report.html"));
    }
}
