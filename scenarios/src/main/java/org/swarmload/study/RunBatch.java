package org.swarmload.study;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;

/**
 * Runs a list of specs, a bounded number at a time, and gives the finished results in the list's order. Used once. A
 * run that fails ends the batch with its cause.
 */
final class RunBatch {
    private final Simulator simulator;
    private final List<ModelSpec> specs;
    private final Semaphore slots;
    private final int atOnce;
    private final StudyListener listener;
    private final RunResult[] results;
    private final double[] fractions;
    private int finished;
    private Throwable failure;
    private volatile boolean cancelled;

    RunBatch(Simulator simulator, List<ModelSpec> specs, int atOnce, StudyListener listener) {
        this.simulator = simulator;
        this.specs = specs;
        this.atOnce = atOnce;
        this.slots = new Semaphore(atOnce);
        this.listener = listener;
        this.results = new RunResult[specs.size()];
        this.fractions = new double[specs.size()];
    }

    List<RunResult> run() {
        for (int i = 0; i < specs.size(); i++) {
            acquire(1);
            if (cancelled) {
                slots.release();
                break;
            }
            start(i);
        }
        acquire(atOnce);
        synchronized (this) {
            if (failure != null) {
                throw failure instanceof RuntimeException e ? e : new CompletionException(failure);
            }
            return Arrays.stream(results).filter(Objects::nonNull).toList();
        }
    }

    void cancel() {
        cancelled = true;
        simulator.cancel();
    }

    /** Waits for free slots. Interruption cancels the batch and is remembered; the wait goes on for runs under way. */
    private void acquire(int wanted) {
        try {
            slots.acquire(wanted);
        } catch (InterruptedException e) {
            cancel();
            slots.acquireUninterruptibly(wanted);
            Thread.currentThread().interrupt();
        }
    }

    private void start(int index) {
        ModelSpec spec = specs.get(index);
        simulator
                .run(spec, (s, micros, end, present) -> moved(index, s, micros, end, present))
                .whenComplete((result, problem) -> {
                    try {
                        ended(index, spec, result, problem);
                    } finally {
                        slots.release();
                    }
                });
    }

    private synchronized void moved(int index, ModelSpec spec, long micros, long end, long present) {
        fractions[index] = end == 0 ? 0 : Math.min(1, (double) micros / end);
        report(spec, micros, present);
    }

    private synchronized void ended(int index, ModelSpec spec, RunResult result, Throwable problem) {
        if (problem != null) {
            failure = failure == null ? cause(problem) : failure;
            cancelled = true;
            simulator.cancel();
        } else if (!result.partial()) {
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
