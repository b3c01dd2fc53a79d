package org.swarmload.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.cost.Invoice;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.StudyResult.Bound;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.study.StudyResult.MetricValue;
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
     * Runs every delivery as often as asked and waits for the last run. After {@link #cancel}, or when the calling
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
            for (String name : names) {
                specs.add(ScenarioCompiler.compile(scenario, name, replication));
            }
        }
        RunBatch batch = new RunBatch(simulator, specs, threads, listener);
        current = batch;
        List<RunResult> finished = meter.simulating(batch::run);
        List<DeliveryResult> results = new ArrayList<>();
        for (String name : names) {
            List<RunResult> runs =
                    finished.stream().filter(r -> r.delivery().equals(name)).toList();
            if (!runs.isEmpty()) {
                results.add(delivery(scenario, name, runs));
            }
        }
        return new StudyResult(
                scenario,
                scenario.effectiveYaml(),
                replications,
                results,
                verdicts(scenario, results),
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

    private static DeliveryResult delivery(Scenario scenario, String name, List<RunResult> runs) {
        Pricing pricing = Pricing.of(scenario, name);
        Invoice invoice = pricing.invoice(runs);
        Map<String, MetricValue> metrics = Metrics.over(runs, pricing, invoice);
        boolean complete = runs.stream()
                .allMatch(
                        run -> run.completionSeconds().count() >= run.outcomes().viewers());
        List<Bound> bounds = Bounds.of(BoundCase.of(scenario, name, metrics, complete));
        return new DeliveryResult(name, runs, metrics, bounds, invoice);
    }

    private static List<ObjectiveVerdict> verdicts(Scenario scenario, List<DeliveryResult> results) {
        List<ObjectiveVerdict> verdicts = new ArrayList<>();
        for (DeliveryResult result : results) {
            scenario.objectives()
                    .forEach(objective -> verdicts.add(Objectives.judge(
                            objective,
                            result.name(),
                            result.runs(),
                            Pricing.of(scenario, result.name()),
                            result.name().equals(scenario.decide()))));
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
