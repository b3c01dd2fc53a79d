package org.swarmload.sim.actors;

import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.pattern.Patterns;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.cell.CellPlan;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.watch.Watch;

/**
 * Runs simulations on Akka classic actors in this process; opens no socket. Start one per process and share it: starting
 * costs seconds, a run milliseconds. Several runs may be under way at once; each one's result depends on its spec alone.
 */
public final class SimulationEngine implements AutoCloseable {
    /** Called now and then from an engine thread while a run goes on; must return quickly. */
    @FunctionalInterface
    public interface ProgressListener {
        /**
         * @param simulatedMicros model time reached
         * @param share of the work that is done, an estimate from 0 to less than 1
         * @param viewersPresent viewers waiting, playing or stalled now
         */
        void onProgress(ModelSpec spec, long simulatedMicros, double share, long viewersPresent);
    }

    /** The dispatcher on which all parts of runs live. */
    static final String DISPATCHER = "swarmload.lp-dispatcher";

    /** No run is longer on a wall clock; Akka wants a bound. */
    private static final Duration LONGEST_RUN = Duration.ofDays(20);

    private final ActorSystem system;
    private final int threads;
    private final AtomicLong started = new AtomicLong();

    private SimulationEngine(int threads, Config config) {
        this.threads = threads;
        system = ActorSystem.create("swarmload", config);
    }

    /** Starts the engine with that many threads for cells. */
    public static SimulationEngine start(int threads) {
        return start(threads, ConfigFactory.empty());
    }

    /** As {@link #start(int)}, with Akka settings that go before ours: another dispatcher, for instance. */
    static SimulationEngine start(int threads, Config overrides) {
        Config own =
                ConfigFactory.parseString("swarmload.lp-dispatcher.thread-pool-executor.fixed-pool-size = " + threads);
        Config config = overrides
                .withFallback(own)
                .withFallback(ConfigFactory.parseResources(SimulationEngine.class, "engine.conf"))
                .withFallback(ConfigFactory.defaultReference());
        return new SimulationEngine(threads, config.resolve());
    }

    /** Begins a run that nobody will cut short; see {@link #run(ModelSpec, ProgressListener, Cancellation)}. */
    public CompletionStage<RunResult> run(ModelSpec spec, ProgressListener listener) {
        return run(spec, listener, new Cancellation());
    }

    /**
     * Begins a run. The stage fails with the cause if the simulator has a bug; it never blocks the caller. Other runs
     * know nothing of a failure or a cancellation.
     *
     * @throws IllegalArgumentException if the spec is larger than the simulator can hold
     */
    public CompletionStage<RunResult> run(ModelSpec spec, ProgressListener listener, Cancellation cancellation) {
        return run(spec, listener, cancellation, Watch.NONE);
    }

    /** The same with somebody who looks on. */
    public CompletionStage<RunResult> run(
            ModelSpec spec, ProgressListener listener, Cancellation cancellation, Watch watch) {
        CellPlan plan = new CellPlan(spec, new Audience(spec), watch);
        RunParts parts = RunParts.of(plan, threads, DISPATCHER);
        Conductor.Progress progress = (now, share, present) -> listener.onProgress(spec, now, share, present);
        ActorRef conductor = system.actorOf(
                Conductor.props(plan, parts, progress, cancellation).withDispatcher(DISPATCHER),
                "run-" + started.incrementAndGet());
        CompletableFuture<RunResult> outcome = new CompletableFuture<>();
        Patterns.ask(conductor, new Protocol.Start(), LONGEST_RUN).whenComplete((answer, failure) -> {
            if (answer instanceof Protocol.RunEnded ended && ended.failure() == null) {
                outcome.complete(ended.result());
            } else {
                outcome.completeExceptionally(answer instanceof Protocol.RunEnded ended ? ended.failure() : failure);
            }
        });
        system.getWhenTerminated()
                .thenAccept(end -> outcome.completeExceptionally(
                        new IllegalStateException("The engine stopped before the run had ended.")));
        return outcome;
    }

    @Override
    public void close() {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
    }
}
