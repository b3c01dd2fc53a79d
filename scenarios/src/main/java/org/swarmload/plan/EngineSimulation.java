package org.swarmload.plan;

import java.util.List;
import java.util.function.Consumer;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.watch.Watch;
import org.swarmload.study.PairedRuns;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyListener;

/** Simulates with the engine and keeps notes. */
public final class EngineSimulation implements Simulation {
    private final PairedRuns<Watch, RunNote> runs;
    private final StudyListener listener;
    private final Consumer<String> announced;

    /**
     * @param threads with which the engine was started
     * @param announced hears what comes next
     */
    public EngineSimulation(SimulationEngine engine, int threads, StudyListener listener, Consumer<String> announced) {
        this.runs = new PairedRuns<>(engine, threads, new Notes());
        this.listener = listener;
        this.announced = announced;
    }

    private static final class Notes implements PairedRuns.Measure<Watch, RunNote> {
        @Override
        public Watch watch(ModelSpec spec) {
            return Watch.NONE;
        }

        @Override
        public RunNote of(Variant variant, RunResult run, Watch watch) {
            return RunNote.of(run, variant.scenario(), variant.delivery());
        }
    }

    @Override
    public List<List<RunNote>> run(List<Variant> variants, int from, int to) {
        List<List<RunNote>> found = runs.run(variants, from, to, listener);
        if (runs.cancelled() || found.size() < to - from) {
            throw new Interrupted();
        }
        return found;
    }

    @Override
    public void announce(String what) {
        announced.accept(what);
    }

    /** Ends what is under way soon, and everything later at once; safe from any thread. */
    public void cancel() {
        runs.cancel();
    }
}
