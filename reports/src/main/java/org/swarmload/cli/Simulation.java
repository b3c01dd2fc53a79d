package org.swarmload.cli;

import java.util.List;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.study.StudyListener;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyRunner;

/** Starts the engine for one study. The only class of this package that names it, so that no other command loads it. */
final class Simulation {
    private Simulation() {}

    static StudyResult run(
            Scenario scenario,
            List<String> deliveries,
            int threads,
            StudyListener listener,
            Interruption interruption) {
        try (SimulationEngine engine = SimulationEngine.start(threads)) {
            StudyRunner runner = new StudyRunner(engine, threads);
            interruption.onInterrupt(runner::cancel);
            return Version.stamp(runner.run(scenario, deliveries, scenario.run().replications(), listener));
        }
    }
}
