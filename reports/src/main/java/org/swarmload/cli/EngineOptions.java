package org.swarmload.cli;

import java.io.PrintWriter;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyListener;
import picocli.CommandLine.Option;

/** How a simulation is run and watched; nothing here changes a result. */
final class EngineOptions {
    private static final int MOST_THREADS = 256;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to simulate with, 1 to " + MOST_THREADS
                    + "; default all processors. Results do not depend on it.")
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());

    @Option(names = "--quiet", description = "No progress on stderr.")
    boolean quiet;

    void check() {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new CannotDo(
                    "--threads: " + threads + " is not from 1 to " + MOST_THREADS + ".\nMaybe leave it out.");
        }
    }

    StudyListener progress(PrintWriter err, Scenario scenario) {
        return quiet ? StudyListener.none() : new ProgressLine(err, scenario, Terminal.isLive(), System::nanoTime);
    }
}
