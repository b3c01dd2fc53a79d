package org.swarmload.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.scenario.Durations;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Scenario;
import org.swarmload.scenario.SeriesWord;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.TimeSeries;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.study.StudyResult.ExpectationOutcome;
import org.swarmload.study.StudyResult.MetricValue;

/**
 * Holds results against what is expected of them. An expectation is kept when the mean over replications is within its
 * limits, or each replication where the expectation says so. What a run could not measure is short.
 */
final class Expectations {
    private final Scenario scenario;
    private final Map<String, List<RunResult>> runs = new LinkedHashMap<>();
    private final Map<String, List<Map<MetricWord, MetricValue>>> metrics = new LinkedHashMap<>();

    private Expectations(Scenario scenario, List<DeliveryResult> results) {
        this.scenario = scenario;
        results.forEach(result -> runs.put(result.name(), result.runs()));
    }

    /** One outcome for each expectation and delivery it is about, in the order written; none where one was not run. */
    static List<ExpectationOutcome> judge(Scenario scenario, List<DeliveryResult> results) {
        Expectations expectations = new Expectations(scenario, results);
        List<ExpectationOutcome> outcomes = new ArrayList<>();
        for (Expectation expectation : scenario.expectations()) {
            if (!expectation.canBeJudgedBy(expectations.runs.keySet())) {
                continue;
            }
            for (String delivery : expectations.runs.keySet()) {
                boolean meant =
                        expectation.delivery() == null || expectation.delivery().equals(delivery);
                if (meant && !delivery.equals(expectation.relativeTo())) {
                    outcomes.add(expectations.outcome(expectation, delivery));
                }
            }
        }
        return outcomes;
    }

    private ExpectationOutcome outcome(Expectation expectation, String delivery) {
        List<Double> values = values(expectation, delivery);
        if (values.isEmpty() || values.contains(null)) {
            return new ExpectationOutcome(
                    expectation, delivery, null, null, false, List.of(), why(expectation, delivery));
        }
        Sample sample =
                Sample.of(values.stream().mapToDouble(Double::doubleValue).toArray());
        boolean pass = expectation.every()
                ? values.stream().allMatch(expectation.limits()::hold)
                : expectation.limits().hold(sample.mean());
        return new ExpectationOutcome(expectation, delivery, sample.mean(), sample.halfWidth95(), pass, values, "");
    }

    /** One value for each replication; null where there is nothing to measure. */
    private List<Double> values(Expectation expectation, String delivery) {
        List<Double> own = new ArrayList<>();
        int count = runs.getOrDefault(delivery, List.of()).size();
        for (int i = 0; i < count; i++) {
            own.add(value(expectation, delivery, i));
        }
        if (expectation.relativeTo() == null) {
            return own;
        }
        List<Double> ratios = new ArrayList<>();
        int others = runs.getOrDefault(expectation.relativeTo(), List.of()).size();
        for (int i = 0; i < count; i++) {
            Double other = i < others ? value(expectation, expectation.relativeTo(), i) : null;
            ratios.add(own.get(i) == null || other == null || other == 0 ? null : own.get(i) / other);
        }
        return ratios;
    }

    private Double value(Expectation expectation, String delivery, int index) {
        Double value = plainValue(expectation, delivery, index);
        if (expectation.per() == null) {
            return value;
        }
        MetricValue divisor = metrics(delivery).get(index).get(expectation.per());
        return value == null || divisor == null || divisor.mean() == 0 ? null : value / divisor.mean();
    }

    private Double plainValue(Expectation expectation, String delivery, int index) {
        RunResult run = runs.get(delivery).get(index);
        if (expectation.series() != null) {
            return level(expectation, delivery, run);
        }
        if (expectation.needsViewers()) {
            return new ViewerGroup(scenario.night(run.replication()), run).statistic(expectation);
        }
        MetricValue value = metrics(delivery).get(index).get(expectation.metric());
        return value == null ? null : value.statistic(expectation.statistic());
    }

    private List<Map<MetricWord, MetricValue>> metrics(String delivery) {
        return metrics.computeIfAbsent(
                delivery,
                name -> MeasuredRuns.of(scenario, name, runs.get(name)).metrics());
    }

    /**
     * Levels are those at the end of a bin, and a bin's bytes are a rate over it. A run that is over because nobody is left
     * has levels of 0 then; but a time that no run reaches says nothing, and of a run that ends when enough are done nobody
     * knows what would follow.
     */
    private Double level(Expectation expectation, String delivery, RunResult run) {
        TimeSeries series = run.series();
        SeriesWord word = expectation.series();
        if (!series.has(word.column())) {
            return null;
        }
        double[] values = series.values(word.column());
        long bin = (unlock(run) + expectation.atMicros()) / series.binMicros() - 1;
        if (bin >= values.length) {
            boolean someReach = runs.get(delivery).stream()
                    .anyMatch(other -> bin < other.series().bins());
            return someReach && scenario.run().doneShare() == 0 ? (Double) 0.0 : null;
        }
        double value = bin < 0 ? 0 : values[(int) bin];
        return word.countsBytes() ? value * 8e6 / series.binMicros() : value;
    }

    /** Model time of the unlock on that run's night. */
    private long unlock(RunResult run) {
        return scenario.night(run.replication()).clock().unlockMicros();
    }

    /** Why nothing was measured, when it is the time that was looked at; else an empty text. */
    private String why(Expectation expectation, String delivery) {
        if (expectation.series() == null) {
            return "";
        }
        long shortest = runs.get(delivery).stream()
                .mapToLong(run -> run.series().bins() * run.series().binMicros() - unlock(run))
                .min()
                .orElse(Long.MAX_VALUE);
        return expectation.atMicros() <= shortest
                ? ""
                : "the run was over " + Durations.text(shortest) + " after the unlock";
    }
}
