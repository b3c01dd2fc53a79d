package org.swarmload.cli;

import java.util.List;
import org.swarmload.duel.DuelResult;
import org.swarmload.duel.PickerDuel;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.StoppingRule;
import org.swarmload.study.StudyListener;

/** Starts the engine for one comparison of pickers; like {@link Simulation}, so that a dry run loads no Akka. */
final class DuelSimulation {
    private DuelSimulation() {}

    static DuelResult run(
            List<Variant> variants,
            StoppingRule rule,
            int threads,
            StudyListener progress,
            PickerDuel.LookListener looks,
            Interruption interruption) {
        try (SimulationEngine engine = SimulationEngine.start(threads)) {
            PickerDuel duel = new PickerDuel(engine, threads, variants, rule);
            interruption.onInterrupt(duel::cancel);
            return duel.run(progress, looks);
        }
    }
}
