package org.swarmload.study;

import java.util.concurrent.CompletionStage;
import org.swarmload.sim.actors.Cancellation;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;

/** The part of the engine that a study uses; tests put made-up results here. */
@FunctionalInterface
interface Simulator {
    CompletionStage<RunResult> run(
            ModelSpec spec, SimulationEngine.ProgressListener listener, Cancellation cancellation);
}
