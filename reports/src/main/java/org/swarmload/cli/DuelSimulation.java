package org.swarmload.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.duel.DuelResult;
import org.swarmload.duel.PickTrace;
import org.swarmload.duel.PickerDuel;
import org.swarmload.sim.actors.Cancellation;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
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

    /** Runs the first replication of each picker once more and writes down its picks. */
    static void trace(List<Variant> variants, DuelResult result, Path file, int every) {
        try (SimulationEngine engine = SimulationEngine.start(1);
                BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (Variant variant : variants) {
                ModelSpec spec = ScenarioCompiler.compile(variant.scenario().night(0), variant.delivery(), 0);
                PickTrace trace = new PickTrace(variant.name(), every, line -> write(writer, file, line));
                RunResult run = engine.run(spec, (s, now, share, present) -> {}, new Cancellation(), trace)
                        .toCompletableFuture()
                        .join();
                if (run.digest() != result.of(variant.name()).get(0).digest()) {
                    throw new IllegalStateException("The trace changed the run of " + variant.name() + ".");
                }
            }
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static void write(BufferedWriter writer, Path file, String line) {
        try {
            writer.write(line);
            writer.newLine();
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static CannotDo cannotWrite(Path file, IOException problem) {
        return new CannotDo("--trace: cannot write '" + file + "': " + problem.getMessage() + ".");
    }
}
