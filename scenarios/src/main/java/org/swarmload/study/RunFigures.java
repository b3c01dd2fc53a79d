package org.swarmload.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective.Statistic;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.study.StudyResult.MetricValue;

/**
 * Metrics as single numbers by name: {@code offload}, and of a distribution over viewers also {@code startup-time.p50},
 * {@code .p95} and {@code .p99}. In base units, in the order in which metrics are shown.
 */
public final class RunFigures {
    private static final List<Statistic> QUANTILES = List.of(Statistic.P50, Statistic.P95, Statistic.P99);

    private RunFigures() {}

    /** A figure over replications; the half-width of its mean's 95 % interval is null with one replication. */
    public record Figure(double mean, Double ci95) {
        /** @param values one for each replication */
        public static Figure of(double... values) {
            Sample sample = Sample.of(values);
            return new Figure(sample.mean(), sample.halfWidth95());
        }
    }

    /** Of one run of a delivery, at the prices of its night. What was not measured is left out. */
    public static Map<String, Double> of(RunResult run, Scenario scenario, String delivery) {
        return named(Metrics.of(run, Pricing.of(scenario.night(run.replication()), delivery)));
    }

    static Map<String, Double> named(Map<MetricWord, MetricValue> metrics) {
        Map<String, Double> figures = new LinkedHashMap<>();
        metrics.forEach((word, value) -> {
            figures.put(word.word(), value.mean());
            for (Statistic statistic : QUANTILES) {
                if (value.statistic(statistic) != null) {
                    figures.put(name(word.word(), statistic), value.statistic(statistic));
                }
            }
        });
        return figures;
    }

    /**
     * Over the replications of a delivery: means are the study's own, so that a bill is the invoice's. What some
     * replication has no value of has no interval.
     */
    public static Map<String, Figure> of(DeliveryResult delivery, Scenario scenario) {
        List<Map<String, Double>> runs = delivery.runs().stream()
                .map(run -> of(run, scenario, delivery.name()))
                .toList();
        Map<String, Figure> figures = new LinkedHashMap<>();
        delivery.metrics().forEach((word, value) -> {
            figures.put(word, new Figure(value.mean(), value.ci95()));
            for (Statistic statistic : QUANTILES) {
                if (value.statistic(statistic) != null) {
                    figures.put(name(word, statistic), quantile(runs, name(word, statistic), value, statistic));
                }
            }
        });
        return figures;
    }

    private static Figure quantile(
            List<Map<String, Double>> runs, String name, MetricValue value, Statistic statistic) {
        boolean each = runs.stream().allMatch(run -> run.containsKey(name));
        return each
                ? Figure.of(runs.stream().mapToDouble(run -> run.get(name)).toArray())
                : new Figure(value.statistic(statistic), null);
    }

    /** A metric's word with a statistic: {@code startup-time.p95}. */
    static String name(String word, Statistic statistic) {
        return word + "." + statistic.name().toLowerCase(java.util.Locale.ROOT);
    }
}
