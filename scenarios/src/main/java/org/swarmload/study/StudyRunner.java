package org.swarmload.study;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.study.StudyResult.ObjectiveVerdict;

/**
 * Simulates deliveries of a scenario, replication by replication, and sums the runs up. What it finds depends on the
 * scenario, the deliveries and the number of replications alone; threads change only how long it takes. Runs under way at
 * once have no more cells together than there are threads, or there is only one: memory stays within that of few runs.
 */
public final class StudyRunner {
    private final Simulator simulator;
    private final int threads;
    private volatile RunBatch current;

    public StudyRunner(SimulationEngine engine) {
        this(engine, Runtime.getRuntime().availableProcessors());
    }

    /**
     * @param threads with which the engine was started
     */
    public StudyRunner(SimulationEngine engine, int threads) {
        this(engine::run, threads);
    }

    StudyRunner(Simulator simulator, int threads) {
        this.simulator = simulator;
        this.threads = threads;
    }

    /**
     * Runs every delivery as often as asked and waits for the last run. Replication r simulates night r of the scenario. After {@link #cancel}, or when the calling
     * thread is interrupted, it returns what was finished, marked partial; a delivery without any finished run is left out.
     *
     * @param deliveries names from the scenario, in the order in which results are wanted; empty means all
     */
    public StudyResult run(Scenario scenario, List<String> deliveries, int replications, StudyListener listener) {
        MachineMeter meter = new MachineMeter();
        List<String> names =
                deliveries.isEmpty() ? List.copyOf(scenario.deliveries().keySet()) : deliveries;
        List<ModelSpec> specs = new ArrayList<>();
        // Replications outside: an interrupted study has compared deliveries on the same audiences.
        for (int replication = 0; replication < replications; replication++) {
            Scenario night = scenario.night(replication);
            for (String name : names) {
                specs.add(ScenarioCompiler.compile(night, name, replication));
            }
        }
        RunBatch batch = new RunBatch(simulator, specs, threads, listener);
        current = batch;
        List<RunResult> finished = meter.simulating(batch::run);
        List<MeasuredRuns> measured = new ArrayList<>();
        for (String name : names) {
            List<RunResult> runs =
                    finished.stream().filter(r -> r.delivery().equals(name)).toList();
            if (!runs.isEmpty()) {
                measured.add(MeasuredRuns.of(scenario, name, runs));
            }
        }
        List<DeliveryResult> results =
                measured.stream().map(MeasuredRuns::result).toList();
        return new StudyResult(
                scenario,
                scenario.effectiveYaml(),
                replications,
                results,
                verdicts(scenario, measured),
                Expectations.judge(scenario, results),
                digest(results),
                finished.size() < specs.size(),
                meter.read(threads, version()));
    }

    /** Ends the study under way soon; safe from any thread, also when there is none. */
    public void cancel() {
        RunBatch batch = current;
        if (batch != null) {
            batch.cancel();
        }
    }

    private static List<ObjectiveVerdict> verdicts(Scenario scenario, List<MeasuredRuns> measured) {
        List<ObjectiveVerdict> verdicts = new ArrayList<>();
        for (MeasuredRuns runs : measured) {
            String name = runs.delivery();
            scenario.objectives()
                    .forEach(objective -> verdicts.add(
                            Objectives.judge(objective, name, runs.metrics(), name.equals(scenario.decide()))));
        }
        return verdicts;
    }

    private static long digest(List<DeliveryResult> results) {
        return Digests.over(results.stream()
                .flatMap(result -> result.runs().stream())
                .map(RunResult::digest)
                .toList());
    }

    private static String version() {
        String version = StudyRunner.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
