package org.swarmload.cli;

import java.io.PrintWriter;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyListener;
import picocli.CommandLine.Option;

/** How a simulation is run and watched; nothing here changes a result. */
final class EngineOptions {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to simulate with; default all processors. Results do not depend on it.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "No progress on stderr.")
    boolean quiet;

    void check() {
        if (threads < 1) {
            throw new CannotDo("--threads: '" + threads + "' is not a number of threads.\nMaybe leave it out.");
        }
    }

    StudyListener progress(PrintWriter err, Scenario scenario) {
        return quiet ? StudyListener.none() : new ProgressLine(err, scenario, Terminal.isLive());
    }
}
