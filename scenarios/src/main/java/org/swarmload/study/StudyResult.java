package org.swarmload.study;

import java.util.List;
import java.util.Map;
import org.swarmload.cost.Invoice;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult;

/**
 * Everything a report is made from: the scenario as it was run, the facts of every replication of every delivery, the
 * metrics over replications, the bills and the verdicts. Reports compute nothing that is not in here.
 *
 * @param effectiveScenario the merged scenario as YAML, itself runnable
 * @param digest over the digests of all runs, in order of delivery and replication
 * @param partial some planned replication is missing (interrupted)
 */
public record StudyResult(
        Scenario scenario,
        String effectiveScenario,
        int plannedReplications,
        List<DeliveryResult> deliveries,
        List<ObjectiveVerdict> verdicts,
        long digest,
        boolean partial,
        EngineUse engine) {

    public StudyResult {
        deliveries = List.copyOf(deliveries);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * One delivery over its replications.
     *
     * @param metrics by metric word, in the order in which they are shown
     * @param bounds analytic values that stand beside simulated ones
     * @param invoice of the mean replication's ledger (the ledgers averaged line by line)
     */
    public record DeliveryResult(
            String name, List<RunResult> runs, Map<String, MetricValue> metrics, List<Bound> bounds, Invoice invoice) {
        public DeliveryResult {
            runs = List.copyOf(runs);
            bounds = List.copyOf(bounds);
        }
    }

    /**
     * A metric over replications, in base units (seconds, bytes, bits per second, ratios, currency).
     *
     * @param ci95 half-width of the 95 % confidence interval of the mean; null with one replication
     * @param p50 and the next three: over viewers, the mean of the replications' quantiles and the greatest maximum;
     *     null where the metric is no distribution over viewers. A level over time has a maximum and none of the
     *     quantiles
     */
    public record MetricValue(double mean, Double ci95, Double p50, Double p95, Double p99, Double max) {}

    /** An analytic value beside a metric: offload at most 0.71 "because …". */
    public record Bound(String metric, String relation, double value, String assumption) {}

    public enum Verdict {
        MET,
        MISSED,
        UNDECIDED
    }

    /**
     * @param objective as written in the scenario
     * @param deciding whether this delivery's objectives set the exit code
     */
    public record ObjectiveVerdict(
            String objective, String delivery, Verdict verdict, double value, double limit, boolean deciding) {}

    /** Machine facts, kept apart from results: they differ from run to run. */
    public record EngineUse(double wallSeconds, double cpuSeconds, int threads, String javaVersion, String version) {}
}
