package org.swarmload.study;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.swarmload.sim.actors.Cancellation;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;

/**
 * Runs a list of specs, as many at a time as there are threads for their cells, and gives the finished results in the
 * list's order. Used once. A run that fails ends the batch with its cause, and no other batch of the same engine.
 */
final class RunBatch {
    private final Simulator simulator;
    private final List<ModelSpec> specs;
    private final Semaphore idleThreads;
    private final int threads;
    private final StudyListener listener;
    private final RunResult[] results;
    private final double[] fractions;
    private int finished;
    private Throwable failure;
    private final Cancellation cancellation = new Cancellation();

    RunBatch(Simulator simulator, List<ModelSpec> specs, int threads, StudyListener listener) {
        this.simulator = simulator;
        this.specs = specs;
        this.threads = threads;
        this.idleThreads = new Semaphore(threads);
        this.listener = listener;
        this.results = new RunResult[specs.size()];
        this.fractions = new double[specs.size()];
    }

    List<RunResult> run() {
        return inPlaces().stream().filter(Objects::nonNull).toList();
    }

    /** Null in the place of what was not finished. */
    List<RunResult> inPlaces() {
        for (int i = 0; i < specs.size(); i++) {
            int wanted = Math.min(threads, specs.get(i).cells());
            acquire(wanted);
            if (cancellation.requested()) {
                idleThreads.release(wanted);
                break;
            }
            start(i, wanted);
        }
        acquire(threads);
        synchronized (this) {
            if (failure != null) {
                throw failure instanceof RuntimeException e ? e : new CompletionException(failure);
            }
            return Arrays.asList(results);
        }
    }

    void cancel() {
        cancellation.cancel();
    }

    /** Waits for idle threads. Interruption cancels the batch and is remembered; the wait goes on for runs under way. */
    private void acquire(int wanted) {
        try {
            idleThreads.acquire(wanted);
        } catch (InterruptedException e) {
            cancel();
            idleThreads.acquireUninterruptibly(wanted);
            Thread.currentThread().interrupt();
        }
    }

    private void start(int index, int taken) {
        ModelSpec spec = specs.get(index);
        begun(index, spec).whenComplete((result, problem) -> {
            try {
                ended(index, spec, result, problem);
            } finally {
                idleThreads.release(taken);
            }
        });
    }

    /** A spec that the simulator does not take fails like a run, so that those under way are waited for. */
    private CompletionStage<RunResult> begun(int index, ModelSpec spec) {
        try {
            return simulator.run(
                    spec, (s, micros, share, present) -> moved(index, s, micros, share, present), cancellation);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private synchronized void moved(int index, ModelSpec spec, long micros, double share, long present) {
        fractions[index] = share;
        report(spec, micros, present);
    }

    private synchronized void ended(int index, ModelSpec spec, RunResult result, Throwable problem) {
        if (problem != null) {
            failure = failure == null ? cause(problem) : failure;
            cancellation.cancel();
        } else if (!result.partial() || !cancellation.requested()) {
            // Partial though nobody cancelled it: who watches has seen enough.
            results[index] = result;
            fractions[index] = 1;
            finished++;
            report(spec, spec.endMicros(), 0);
        }
    }

    private void report(ModelSpec spec, long micros, long present) {
        double sum = 0;
        for (double fraction : fractions) {
            sum += fraction;
        }
        listener.onProgress(new StudyListener.Progress(
                finished, specs.size(), sum / specs.size(), spec.deliveryName(), spec.replication(), micros, present));
    }

    private static Throwable cause(Throwable problem) {
        return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    }
}
