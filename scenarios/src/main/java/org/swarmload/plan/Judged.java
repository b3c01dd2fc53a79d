package org.swarmload.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.Objectives;
import org.swarmload.study.Objectives.Judgement;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyResult.Verdict;

/**
 * How an order did on some nights.
 *
 * @param each what came of each objective, in their order
 * @param whole met if all are, missed if one is
 */
public record Judged(List<Judgement> each, Verdict whole) {
    /** What more capacity does not better: promises of these are looked at when the order is known. */
    private static final Set<MetricWord> SPENT = EnumSet.of(
            MetricWord.OFFLOAD,
            MetricWord.COST,
            MetricWord.COST_PER_VIEWER_HOUR,
            MetricWord.ORIGIN_BYTES,
            MetricWord.EDGE_BYTES,
            MetricWord.SHIELD_BYTES,
            MetricWord.SEED_BYTES,
            MetricWord.ORIGIN_BPS_PEAK10S,
            MetricWord.ORIGIN_BPS_PEAK5MIN,
            MetricWord.EDGE_BPS_PEAK10S,
            MetricWord.EDGE_BPS_PEAK5MIN,
            MetricWord.SEED_BPS_PEAK10S,
            MetricWord.SEED_BPS_PEAK5MIN);

    /** Up to so many nights a single broken one leaves no interval of the mean that is kept whole. */
    private static final int NONE_MAY_BREAK = 4;

    public Judged {
        each = List.copyOf(each);
    }

    static Judged of(Scenario scenario, List<RunNote> nights) {
        return of(scenario, nights, false);
    }

    /** Without what is spent: more of everything never makes this worse. */
    static Judged ofService(Scenario scenario, List<RunNote> nights) {
        return of(scenario, nights, true);
    }

    private static Judged of(Scenario scenario, List<RunNote> nights, boolean service) {
        List<Judgement> each = new ArrayList<>();
        Verdict whole = Verdict.MET;
        for (int i = 0; i < scenario.objectives().size(); i++) {
            Objective objective = scenario.objectives().get(i);
            Judgement judged = Objectives.judge(objective, values(nights, i));
            each.add(judged);
            whole = service && isSpent(objective) ? whole : worse(whole, judged.verdict());
        }
        return new Judged(each, whole);
    }

    static boolean isSpent(Objective objective) {
        return SPENT.contains(objective.metric());
    }

    /**
     * Whether more nights, up to that many in all, cannot make an order hold. With n values of which one is beyond the
     * limit, that one is at most (n - 1) / sqrt(n) standard deviations from the mean, which is less than half of the
     * interval as long as n is at most 4.
     */
    static boolean hopeless(Scenario scenario, List<RunNote> nights, int inAll) {
        if (inAll > NONE_MAY_BREAK) {
            return false;
        }
        for (int i = 0; i < scenario.objectives().size(); i++) {
            Objective objective = scenario.objectives().get(i);
            boolean broken = values(nights, i).stream()
                    .anyMatch(value -> value == null || !objective.comparison().holds(value, objective.limit()));
            if (broken && !isSpent(objective)) {
                return true;
            }
        }
        return false;
    }

    static List<Double> values(List<RunNote> nights, int objective) {
        List<Double> values = new ArrayList<>();
        nights.forEach(night -> values.add(night.promised().get(objective)));
        return values;
    }

    private static Verdict worse(Verdict one, Verdict other) {
        return one == Verdict.MISSED || other == Verdict.MET ? one : other;
    }
}
