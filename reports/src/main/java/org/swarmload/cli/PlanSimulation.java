package org.swarmload.cli;

import java.util.function.Consumer;
import org.swarmload.plan.EngineSimulation;
import org.swarmload.plan.PlanResult;
import org.swarmload.plan.Planner;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.study.StudyListener;

/** Starts the engine for one plan; like {@link Simulation}, so that a dry run loads no Akka. */
final class PlanSimulation {
    private PlanSimulation() {}

    static PlanResult run(
            Scenario scenario,
            boolean mathematics,
            int threads,
            StudyListener progress,
            Consumer<String> announced,
            Interruption interruption) {
        try (SimulationEngine engine = SimulationEngine.start(threads)) {
            EngineSimulation simulation = new EngineSimulation(engine, threads, progress, announced);
            interruption.onInterrupt(simulation::cancel);
            return new Planner(scenario, mathematics, simulation).plan();
        }
    }
}
