package org.swarmload.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.StudyResult.MetricValue;
import org.swarmload.study.StudyResult.ObjectiveVerdict;
import org.swarmload.study.StudyResult.Verdict;

/**
 * Judges promises. With several replications an objective is met when the whole 95 % confidence interval keeps it,
 * missed when none of it does, undecided in between; with one replication the value alone decides. With unknowns that is
 * a verdict on the mean over nights; on how many of them promises hold is {@link NightsHeld}.
 */
public final class Objectives {
    private Objectives() {}

    /**
     * What came of a promise.
     *
     * @param value mean over replications; null when there was nothing to measure
     * @param ci95 half-width of its 95 % interval; null with one replication
     */
    public record Judgement(Verdict verdict, Double value, Double ci95) {}

    /** @param values one for each replication; null where there was nothing to measure */
    public static Judgement judge(Objective objective, List<Double> values) {
        if (values.isEmpty() || values.contains(null)) {
            // Nobody started, say: there is nothing to judge.
            return new Judgement(Verdict.UNDECIDED, null, null);
        }
        Sample sample =
                Sample.of(values.stream().mapToDouble(Double::doubleValue).toArray());
        double half = sample.halfWidth95() == null ? 0 : sample.halfWidth95();
        boolean low = objective.comparison().holds(sample.mean() - half, objective.limit());
        boolean high = objective.comparison().holds(sample.mean() + half, objective.limit());
        Verdict verdict = low == high ? (low ? Verdict.MET : Verdict.MISSED) : Verdict.UNDECIDED;
        return new Judgement(verdict, sample.mean(), sample.halfWidth95());
    }

    /**
     * Replications with which an undecided promise would be decided if mean and spread stay what they are.
     *
     * @param values of at least two replications
     * @param most that is counted to
     */
    public static int nightsToDecide(Objective objective, List<Double> values, int most) {
        double[] known = values.stream().mapToDouble(Double::doubleValue).toArray();
        double mean = Sample.of(known).mean();
        double spread = Math.sqrt(Sample.variance(mean, known));
        double margin = Math.abs(mean - objective.limit());
        int nights = known.length;
        while (nights < most && StudentT.standardErrors(0.95, nights) * spread / Math.sqrt(nights) >= margin) {
            nights += Math.max(1, nights / 20);
        }
        return Math.min(most, nights);
    }

    /** What one run measured of what an objective is about; empty when there was nothing to measure. */
    public static Optional<Double> measured(Objective objective, RunResult run, Scenario scenario) {
        Pricing pricing = Pricing.of(scenario.night(run.replication()), run.delivery());
        return Optional.ofNullable(value(objective, Metrics.of(run, pricing)));
    }

    /** What a run measured of what is promised; null when there was nothing to measure. */
    static Double value(Objective objective, Map<MetricWord, MetricValue> run) {
        MetricValue value = run.get(objective.metric());
        return value == null ? null : value.statistic(objective.statistic());
    }

    /** @param runs the metrics of each run */
    static ObjectiveVerdict judge(
            Objective objective, String delivery, List<Map<MetricWord, MetricValue>> runs, boolean deciding) {
        List<Double> values = new ArrayList<>();
        runs.forEach(run -> values.add(value(objective, run)));
        Judgement judged = judge(objective, values);
        return new ObjectiveVerdict(
                objective.text(),
                delivery,
                judged.verdict(),
                judged.value(),
                judged.ci95(),
                objective.limit(),
                deciding);
    }
}
