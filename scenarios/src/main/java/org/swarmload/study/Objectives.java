package org.swarmload.study;

import java.util.List;
import java.util.Optional;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.StudyResult.ObjectiveVerdict;
import org.swarmload.study.StudyResult.Verdict;

/**
 * Judges promises. With several replications an objective is met when the whole 95 % confidence interval keeps it,
 * missed when none of it does, undecided in between; with one replication the value alone decides.
 */
public final class Objectives {
    private Objectives() {}

    /** What one run measured of what an objective is about; empty when there was nothing to measure. */
    public static Optional<Double> measured(Objective objective, RunResult run, Scenario scenario) {
        return measured(objective, run, Pricing.of(scenario, run.delivery()));
    }

    private static Optional<Double> measured(Objective objective, RunResult run, Pricing pricing) {
        return Optional.ofNullable(Metrics.of(run, pricing).get(objective.metric()))
                .map(value -> value.statistic(objective.statistic()));
    }

    static ObjectiveVerdict judge(
            Objective objective, String delivery, List<RunResult> runs, Pricing pricing, boolean deciding) {
        double[] values = runs.stream()
                .map(run -> measured(objective, run, pricing))
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (values.length < runs.size() || values.length == 0) {
            // Nobody started, say: there is nothing to judge.
            return verdict(objective, delivery, Verdict.UNDECIDED, null, null, deciding);
        }
        Sample sample = Sample.of(values);
        double half = sample.halfWidth95() == null ? 0 : sample.halfWidth95();
        boolean low = objective.comparison().holds(sample.mean() - half, objective.limit());
        boolean high = objective.comparison().holds(sample.mean() + half, objective.limit());
        Verdict verdict = low == high ? (low ? Verdict.MET : Verdict.MISSED) : Verdict.UNDECIDED;
        return verdict(objective, delivery, verdict, sample.mean(), sample.halfWidth95(), deciding);
    }

    private static ObjectiveVerdict verdict(
            Objective objective, String delivery, Verdict verdict, Double value, Double ci95, boolean deciding) {
        return new ObjectiveVerdict(objective.text(), delivery, verdict, value, ci95, objective.limit(), deciding);
    }
}
