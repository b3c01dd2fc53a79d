package org.swarmload.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.NightsHeld;
import org.swarmload.study.Objectives;
import org.swarmload.study.Objectives.Judgement;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyResult.Verdict;

/**
 * How an order did on some nights.
 *
 * @param each what came of each objective, in their order
 * @param held nights on which every promise of the service held, each by itself; null when nothing is unknown
 * @param whole when nothing is unknown: met if all are, missed if one is. Else met if the share of the nights that hold is
 *     what the plan wants, undecided if it may be by chance that it is not
 */
public record Judged(List<Judgement> each, NightsHeld held, Verdict whole) {
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
        if (scenario.nights().areCertain() || nights.isEmpty()) {
            return new Judged(each, null, whole);
        }
        NightsHeld held = NightsHeld.of(nights.size(), (int) nights.stream()
                .filter(night -> !breaks(scenario, night, service))
                .count());
        return new Judged(each, held, overNights(held, scenario.plan().hold()));
    }

    /** Promises of the service that were not met. */
    List<Objective> broken(Scenario scenario) {
        List<Objective> broken = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            Objective objective = scenario.objectives().get(i);
            if (each.get(i).verdict() != Verdict.MET && !isSpent(objective)) {
                broken.add(objective);
            }
        }
        return broken;
    }

    private static Verdict overNights(NightsHeld held, double wanted) {
        return held.share() >= wanted ? Verdict.MET : held.high() >= wanted ? Verdict.UNDECIDED : Verdict.MISSED;
    }

    /** Whether some promise is broken, or cannot be judged, on that night. */
    private static boolean breaks(Scenario scenario, RunNote night, boolean service) {
        for (int i = 0; i < scenario.objectives().size(); i++) {
            Objective objective = scenario.objectives().get(i);
            Double value = night.promised().get(i);
            boolean asked = !service || !isSpent(objective);
            if (asked && (value == null || !objective.comparison().holds(value, objective.limit()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether every promise was kept on that night, each by itself. */
    static boolean keepsEach(Scenario scenario, RunNote night) {
        return !breaks(scenario, night, false);
    }

    /** Index of the promise of the service that is kept most narrowly, beside its interval; -1 if none varies. */
    static int narrowest(Scenario scenario, List<RunNote> nights) {
        int narrowest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < scenario.objectives().size(); i++) {
            Objective objective = scenario.objectives().get(i);
            Judgement judged = Objectives.judge(objective, values(nights, i));
            boolean varies = judged.ci95() != null && judged.ci95() > 0;
            if (varies && !isSpent(objective) && objective.margin(judged.value()) / judged.ci95() < least) {
                least = objective.margin(judged.value()) / judged.ci95();
                narrowest = i;
            }
        }
        return narrowest;
    }

    /** The replication on which that promise is kept worst. */
    static int hardest(Scenario scenario, List<RunNote> nights) {
        int promise = narrowest(scenario, nights);
        return promise < 0
                ? nights.get(0).replication()
                : nights.stream()
                        .min(Comparator.comparingDouble(night -> scenario.objectives()
                                .get(promise)
                                .margin(night.promised().get(promise))))
                        .orElseThrow()
                        .replication();
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
        long broken =
                nights.stream().filter(night -> breaks(scenario, night, true)).count();
        return scenario.nights().areCertain()
                ? oneBreaks(scenario, inAll) && broken > 0
                : inAll - broken < scenario.plan().hold() * inAll;
    }

    /** Whether of so many nights in all a single broken one is the end of an order. */
    static boolean oneBreaks(Scenario scenario, int inAll) {
        return scenario.nights().areCertain() && inAll <= NONE_MAY_BREAK;
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
