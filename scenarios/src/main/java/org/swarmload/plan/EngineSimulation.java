package org.swarmload.plan;

import java.util.List;
import java.util.function.Consumer;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.watch.Watch;
import org.swarmload.study.PairedRuns;
import org.swarmload.study.PairedRuns.Night;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyListener;

/** Simulates with the engine and keeps notes. */
public final class EngineSimulation implements Simulation {
    private final PairedRuns<Watch, RunNote> runs;
    private final int threads;
    private final StudyListener listener;
    private final Consumer<String> announced;

    /**
     * @param threads with which the engine was started
     * @param announced hears what comes next
     */
    public EngineSimulation(SimulationEngine engine, int threads, StudyListener listener, Consumer<String> announced) {
        this.runs = new PairedRuns<>(engine, threads, new Notes());
        this.threads = threads;
        this.listener = listener;
        this.announced = announced;
    }

    private static final class Notes implements PairedRuns.Measure<Watch, RunNote> {
        @Override
        public Watch watch(Night night, ModelSpec spec) {
            return night.whole()
                    ? Watch.NONE
                    : new BrokenPromises(night.variant().scenario(), spec);
        }

        @Override
        public RunNote of(Night night, RunResult run, Watch watch) {
            return RunNote.of(run, night.variant().scenario(), night.variant().delivery());
        }
    }

    @Override
    public List<RunNote> run(List<Night> nights) {
        List<RunNote> found = runs.run(nights, listener);
        if (runs.cancelled() || found.contains(null)) {
            throw new Interrupted();
        }
        return found;
    }

    @Override
    public int atOnce() {
        return threads;
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
