package org.swarmload.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.Invoice;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult;

/**
 * Everything a report is made from: the scenario as it was run, the facts of every replication of every delivery, the
 * metrics over replications, the bills and the verdicts. Reports compute nothing that is not in here.
 *
 * @param effectiveScenario the merged scenario as YAML, itself runnable
 * @param expectations what came of each expectation, delivery by delivery
 * @param digest over the digests of all runs, in order of delivery and replication
 * @param partial some planned replication is missing (interrupted)
 */
public record StudyResult(
        Scenario scenario,
        String effectiveScenario,
        int plannedReplications,
        List<DeliveryResult> deliveries,
        List<ObjectiveVerdict> verdicts,
        List<ExpectationOutcome> expectations,
        long digest,
        boolean partial,
        EngineUse engine) {

    public StudyResult {
        deliveries = List.copyOf(deliveries);
        verdicts = List.copyOf(verdicts);
        expectations = List.copyOf(expectations);
    }

    /** A result of which nothing was expected. */
    public StudyResult(
            Scenario scenario,
            String effectiveScenario,
            int plannedReplications,
            List<DeliveryResult> deliveries,
            List<ObjectiveVerdict> verdicts,
            long digest,
            boolean partial,
            EngineUse engine) {
        this(
                scenario,
                effectiveScenario,
                plannedReplications,
                deliveries,
                verdicts,
                List.of(),
                digest,
                partial,
                engine);
    }

    /** What the viewers' own lines allow in the delivery that decides; the same before the run and after it. */
    public List<Floor> floors() {
        return Floors.of(scenario);
    }

    /** Whether everything came true that was expected of the deliveries that were run. */
    public boolean asExpected() {
        return expectations.stream().allMatch(ExpectationOutcome::pass);
    }

    /** What failed starts of a delivery are worth by the scenario's {@code value:}; null when it says nothing of them. */
    public ExpectedLoss expectedLoss(DeliveryResult delivery) {
        BigDecimal written = scenario.costs().failedStart();
        if (written == null || delivery.runs().isEmpty()) {
            return null;
        }
        long failed = 0;
        BigDecimal lost = BigDecimal.ZERO;
        for (RunResult run : delivery.runs()) {
            long starts = run.outcomes().startFailures();
            BigDecimal each = scenario.night(run.replication()).costs().failedStart();
            failed += starts;
            lost = lost.add(each.multiply(BigDecimal.valueOf(starts)));
        }
        // Where it is unknown what one is worth, the mean over all that failed.
        BigDecimal each = scenario.nights().areCertain() || failed == 0
                ? written
                : lost.divide(BigDecimal.valueOf(failed), 4, RoundingMode.HALF_UP);
        return new ExpectedLoss((double) failed / delivery.runs().size(), each);
    }

    /**
     * What a planner loses by viewers who ended without a frame. It stands beside a bill and is in none of its sums.
     *
     * @param failedStarts mean over replications
     * @param each what one is worth
     */
    public record ExpectedLoss(double failedStarts, BigDecimal each) {
        public BigDecimal amount() {
            return each.multiply(new BigDecimal(failedStarts)).setScale(2, RoundingMode.HALF_UP);
        }
    }

    /** What was expected of deliveries that have no result. */
    public List<Expectation> unjudged() {
        List<String> run = deliveries.stream()
                .filter(delivery -> !delivery.runs().isEmpty())
                .map(DeliveryResult::name)
                .toList();
        return scenario.expectations().stream()
                .filter(expectation -> !expectation.canBeJudgedBy(run))
                .toList();
    }

    /**
     * One delivery over its replications.
     *
     * @param metrics by metric word, in the order in which they are shown
     * @param bounds analytic values that stand beside simulated ones
     * @param invoice of the mean replication's ledger (the ledgers averaged bin by bin); with unknowns of one night
     * @param nights null when nothing is unknown
     */
    public record DeliveryResult(
            String name,
            List<RunResult> runs,
            Map<String, MetricValue> metrics,
            List<Bound> bounds,
            Invoice invoice,
            OverNights nights) {
        public DeliveryResult {
            runs = List.copyOf(runs);
            bounds = List.copyOf(bounds);
        }

        /** A result of which nothing is unknown. */
        public DeliveryResult(
                String name,
                List<RunResult> runs,
                Map<String, MetricValue> metrics,
                List<Bound> bounds,
                Invoice invoice) {
            this(name, runs, metrics, bounds, invoice, null);
        }
    }

    /**
     * A metric over replications, in base units (seconds, bytes, bits per second, ratios, currency).
     *
     * @param ci95 half-width of the 95 % confidence interval of the mean; null with one replication
     * @param p50 and the next three: over viewers, the mean of the replications' quantiles and the greatest maximum;
     *     null where the metric is no distribution over viewers. A level over time has a maximum and none of the
     *     quantiles
     * @param min over viewers, the least of all replications; null where it is not known
     */
    public record MetricValue(double mean, Double ci95, Double p50, Double p95, Double p99, Double max, Double min) {
        public MetricValue(double mean, Double ci95, Double p50, Double p95, Double p99, Double max) {
            this(mean, ci95, p50, p95, p99, max, null);
        }

        /** Null where the metric does not have it. */
        public Double statistic(Objective.Statistic statistic) {
            return switch (statistic) {
                case MEAN -> mean;
                case P50 -> p50;
                case P95 -> p95;
                case P99 -> p99;
                case MAX -> max;
                case MIN -> min;
            };
        }
    }

    /**
     * An analytic value beside a metric: offload at most 0.71 "because …".
     *
     * @param metric word of a metric, perhaps with its statistic ({@code completion-time.max}), or a name of its own for
     *     what is not measured
     * @param relation {@code <=} and {@code >=} are limits, {@code about} is an estimate, {@code =} a value of its own
     * @param assumption what the value rests on
     * @param leftOut what the simulation has and the mathematics has not: it explains a gap. May be empty
     * @param slack relative distance by which a simulated value may pass a limit by rounding and by chance; infinite
     *     where a condition of the limit may fail
     */
    public record Bound(String metric, String relation, double value, String assumption, String leftOut, double slack) {
        /** Rounding of rates and bins may carry a simulated value this far past a limit. */
        public static final double ROUNDING = 0.001;

        public Bound(String metric, String relation, double value, String assumption) {
            this(metric, relation, value, assumption, "", ROUNDING);
        }

        /** An estimate, or a value of its own: there is no wrong side. */
        static Bound about(String metric, double value, String assumption, String leftOut) {
            return new Bound(metric, "about", value, assumption, leftOut, Double.POSITIVE_INFINITY);
        }

        static Bound atMost(String metric, double value, String assumption, String leftOut, double slack) {
            return new Bound(metric, "<=", value, assumption, leftOut, slack);
        }

        static Bound atLeast(String metric, double value, String assumption, String leftOut, double slack) {
            return new Bound(metric, ">=", value, assumption, leftOut, slack);
        }

        /** Whether a simulated value on the wrong side is an error of the simulation. */
        public boolean brokenBy(double simulated) {
            return relation.equals("<=") && simulated > value * (1 + slack)
                    || relation.equals(">=") && simulated < value * (1 - slack);
        }
    }

    /**
     * What viewers' own lines allow with servers, doors and peers without limit, held against an objective.
     *
     * @param objective as written in the scenario
     * @param share of the viewers whose line alone rules out that they have what the objective asks of a viewer
     * @param best what the objective would measure then; null where the lines do not say
     * @param unmeetable whether the best misses the objective
     * @param why what the share and the value are made of
     */
    public record Floor(
            String objective,
            String delivery,
            String metric,
            double share,
            Double best,
            boolean unmeetable,
            String why) {}

    public enum Verdict {
        MET,
        MISSED,
        UNDECIDED
    }

    /**
     * @param objective as written in the scenario
     * @param value mean over replications; null when there was nothing to measure
     * @param ci95 half-width of its 95 % confidence interval; null with one replication
     * @param deciding whether this delivery's objectives set the exit code
     */
    public record ObjectiveVerdict(
            String objective,
            String delivery,
            Verdict verdict,
            Double value,
            Double ci95,
            double limit,
            boolean deciding) {
        /** A verdict on one value. */
        public ObjectiveVerdict(
                String objective, String delivery, Verdict verdict, double value, double limit, boolean deciding) {
            this(objective, delivery, verdict, value, null, limit, deciding);
        }
    }

    /**
     * @param got mean over replications; null when there was nothing to measure
     * @param ci95 half-width of the 95 % confidence interval of the mean; null with one replication
     * @param pass whether the expectation holds; an unmeasured one is short
     * @param values one for each replication; empty when there was nothing to measure
     * @param why nothing was measured; may be empty
     */
    public record ExpectationOutcome(
            Expectation expectation,
            String delivery,
            Double got,
            Double ci95,
            boolean pass,
            List<Double> values,
            String why) {
        public ExpectationOutcome {
            values = List.copyOf(values);
        }

        /** An outcome of which the single values do not matter. */
        public ExpectationOutcome(Expectation expectation, String delivery, Double got, Double ci95, boolean pass) {
            this(expectation, delivery, got, ci95, pass, List.of(), "");
        }
    }

    /**
     * Machine facts, kept apart from results: they differ from run to run.
     *
     * @param wallSeconds of the study: compiling, simulating, pricing, judging; not the start of the program and the report
     * @param cpuSeconds of the process in that time, compilation and collection of garbage included
     * @param engineSeconds part of the wall time in which runs were under way
     * @param peakHeapBytes the heap pools' greatest use, garbage included, added up
     */
    public record EngineUse(
            double wallSeconds,
            double cpuSeconds,
            double engineSeconds,
            long peakHeapBytes,
            int threads,
            String javaVersion,
            String version) {

        /** The same, said of that version of the program. */
        public EngineUse by(String programVersion) {
            return new EngineUse(
                    wallSeconds, cpuSeconds, engineSeconds, peakHeapBytes, threads, javaVersion, programVersion);
        }
    }
}
