package org.swarmload.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.Cancellation;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.watch.Watch;

/**
 * Simulates variants of a scenario on the same audiences, some replications at a time. Of each run only what was measured
 * is kept. Replication r simulates night r of each variant. Results depend on the variants and the numbers of the replications alone.
 *
 * @param <W> what looks on at a run
 * @param <T> what is kept of a run
 */
public final class PairedRuns<W extends Watch, T> {
    /** One delivery of a scenario in which something is set. */
    public record Variant(String name, Scenario scenario, String delivery) {}

    /**
     * One night of a variant.
     *
     * @param whole whether it is wanted to its end; else it may end as soon as a promise is broken for good
     */
    public record Night(Variant variant, int replication, boolean whole) {
        /** Nights {@code from} to {@code to - 1} to their end: night by night and in these the variants in their order. */
        public static List<Night> of(List<Variant> variants, int from, int to) {
            List<Night> nights = new ArrayList<>();
            for (int replication = from; replication < to; replication++) {
                for (Variant variant : variants) {
                    nights.add(new Night(variant, replication, true));
                }
            }
            return nights;
        }
    }

    /** Looks on at a run and says what is kept of it. */
    public interface Measure<W extends Watch, T> {
        W watch(Night night, ModelSpec spec);

        T of(Night night, RunResult run, W watch);
    }

    private interface Engine {
        java.util.concurrent.CompletionStage<RunResult> run(
                ModelSpec spec, SimulationEngine.ProgressListener listener, Cancellation cancellation, Watch watch);
    }

    private final Engine engine;
    private final int threads;
    private final Measure<W, T> measure;
    private volatile RunBatch current;
    private volatile boolean cancelled;

    /** @param threads with which the engine was started */
    public PairedRuns(SimulationEngine engine, int threads, Measure<W, T> measure) {
        this.engine = engine::run;
        this.threads = threads;
        this.measure = measure;
    }

    /**
     * Replications {@code from} to {@code to - 1} of every variant; waits for the last.
     *
     * @return replication by replication, what was kept of each variant in their order; after {@link #cancel} only the
     *     replications before the first that some variant has not finished
     */
    public List<List<T>> run(List<Variant> variants, int from, int to, StudyListener listener) {
        List<T> runs = run(Night.of(variants, from, to), listener);
        List<List<T>> kept = new ArrayList<>();
        for (int first = 0; first < runs.size(); first += variants.size()) {
            List<T> replication = runs.subList(first, first + variants.size());
            if (replication.contains(null)) {
                break;
            }
            kept.add(List.copyOf(replication));
        }
        return kept;
    }

    /**
     * As many replications of every variant, each variant for itself; waits for the last.
     *
     * @return variant by variant, what was kept of each replication; after {@link #cancel} nothing of a variant of which
     *     some replication was not finished
     */
    public List<List<T>> runEach(List<Variant> variants, int replications, StudyListener listener) {
        List<T> runs = run(Night.of(variants, 0, replications), listener);
        List<List<T>> kept = new ArrayList<>();
        for (int v = 0; v < variants.size(); v++) {
            List<T> ofVariant = new ArrayList<>();
            for (int replication = 0; replication < replications; replication++) {
                ofVariant.add(runs.get(replication * variants.size() + v));
            }
            kept.add(ofVariant.contains(null) ? List.of() : ofVariant);
        }
        return kept;
    }

    /** What was kept of each night, in their order; null in the place of what was not finished. Waits for the last. */
    public List<T> run(List<Night> nights, StudyListener listener) {
        List<ModelSpec> specs = new ArrayList<>();
        Map<ModelSpec, W> watches = Collections.synchronizedMap(new IdentityHashMap<>());
        for (Night night : nights) {
            Variant variant = night.variant();
            ModelSpec spec = ScenarioCompiler.compile(
                    variant.scenario().night(night.replication()), variant.delivery(), night.replication());
            specs.add(spec);
            watches.put(spec, measure.watch(night, spec));
        }
        RunBatch batch = new RunBatch(
                (spec, progress, cancellation) -> engine.run(spec, progress, cancellation, watches.get(spec)),
                specs,
                threads,
                listener);
        current = batch;
        if (cancelled) {
            batch.cancel();
        }
        List<RunResult> runs = batch.inPlaces();
        List<T> kept = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            RunResult run = runs.get(i);
            kept.add(run == null ? null : measure.of(nights.get(i), run, watches.get(specs.get(i))));
        }
        return kept;
    }

    /** Ends the runs under way soon, and those that are asked for later at once; safe from any thread. */
    public void cancel() {
        cancelled = true;
        RunBatch batch = current;
        if (batch != null) {
            batch.cancel();
        }
    }

    public boolean cancelled() {
        return cancelled;
    }
}
