package org.swarmload.cli;

import java.util.List;
import org.swarmload.scenario.Scenario;
import picocli.CommandLine.Option;

/** Which scenario, what is laid over it, and how often it is repeated. */
final class ScenarioOptions extends ScenarioChoice {
    private static final int MOST_REPLICATIONS = 1_000;

    @Option(names = "--replications", paramLabel = "N", description = "Repetitions of every delivery.")
    Integer replications;

    /** The scenario with everything laid over it; what the options say becomes part of it, so it runs the same again. */
    Scenario read() {
        return readWith(replicationsSet());
    }

    /** Every single value that is laid over the scenario, whichever option brought it. */
    List<String> all() {
        return allWith(replicationsSet());
    }

    private List<String> replicationsSet() {
        checkRange("--replications", replications, 1, MOST_REPLICATIONS);
        return replications == null ? List.of() : List.of("run.replications=" + replications);
    }
}
