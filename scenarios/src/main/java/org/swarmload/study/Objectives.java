package org.swarmload.study;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.study.StudyResult.MetricValue;
import org.swarmload.study.StudyResult.ObjectiveVerdict;
import org.swarmload.study.StudyResult.Verdict;

/**
 * Judges promises. With several replications an objective is met when the whole 95 % confidence interval keeps it,
 * missed when none of it does, undecided in between; with one replication the value alone decides. With unknowns that is
 * a verdict on the mean over nights; on how many of them promises hold is {@link NightsHeld}.
 */
final class Objectives {
    private Objectives() {}

    /** @param runs the metrics of each run */
    static ObjectiveVerdict judge(
            Objective objective, String delivery, List<Map<MetricWord, MetricValue>> runs, boolean deciding) {
        double[] values = runs.stream()
                .map(run -> run.get(objective.metric()))
                .filter(Objects::nonNull)
                .mapToDouble(value -> value.statistic(objective.statistic()))
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
