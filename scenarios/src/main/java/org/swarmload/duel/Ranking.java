package org.swarmload.duel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.swarmload.duel.PairOutcome.Call;
import org.swarmload.study.PairedDifference;
import org.swarmload.study.StoppingRule;

/**
 * All pickers by one metric. A picker's rank is one more than the number of pickers that are better than it: pickers that
 * nobody can tell apart share a rank, and ranks do not depend on the order in which pickers were named.
 *
 * @param places by rank, then by mean, the better first
 * @param pairs every two pickers once, in the order in which they were named
 * @param confidence of the interval of a pair, so that all of them hold together with 95 %
 */
public record Ranking(DuelMetric metric, List<Place> places, List<PairOutcome> pairs, double confidence) {
    /** All intervals of a metric hold together with this confidence (Bonferroni). */
    public static final double JOINT = 0.95;

    /** @param mean over replications */
    public record Place(int rank, String picker, double mean) {}

    public Ranking {
        places = List.copyOf(places);
        pairs = List.copyOf(pairs);
    }

    /**
     * @param values by picker, one for each replication, in the order in which pickers were named
     * @param rule by which the number of replications came about
     */
    public static Ranking of(DuelMetric metric, Map<String, double[]> values, StoppingRule rule) {
        List<String> pickers = List.copyOf(values.keySet());
        int pairCount = pickers.size() * (pickers.size() - 1) / 2;
        double confidence = rule.confidence(JOINT, pairCount);
        List<PairOutcome> pairs = new ArrayList<>();
        for (int i = 0; i < pickers.size(); i++) {
            for (int j = i + 1; j < pickers.size(); j++) {
                PairedDifference difference =
                        PairedDifference.of(values.get(pickers.get(i)), values.get(pickers.get(j)));
                pairs.add(new PairOutcome(
                        metric,
                        pickers.get(i),
                        pickers.get(j),
                        difference,
                        difference.half(confidence),
                        difference.half(JOINT),
                        metric.margin(difference.first(), difference.second())));
            }
        }
        return new Ranking(metric, places(metric, values, pairs), pairs, confidence);
    }

    private static List<Place> places(DuelMetric metric, Map<String, double[]> values, List<PairOutcome> pairs) {
        List<Place> places = new ArrayList<>();
        values.forEach((picker, each) -> {
            int better = (int) pairs.stream()
                    .filter(pair -> pair.first().equals(picker) && pair.call() == Call.SECOND_BETTER
                            || pair.second().equals(picker) && pair.call() == Call.FIRST_BETTER)
                    .count();
            double sum = 0;
            for (double value : each) {
                sum += value;
            }
            places.add(new Place(better + 1, picker, sum / each.length));
        });
        Comparator<Place> byMean = Comparator.comparingDouble(Place::mean);
        places.sort(
                Comparator.comparingInt(Place::rank).thenComparing(metric.moreIsBetter() ? byMean.reversed() : byMean));
        return places;
    }

    /** Whether no further replication is needed to say how each two pickers compare. */
    public boolean decided() {
        return pairs.stream().allMatch(PairOutcome::decided);
    }

    /** Whether no two pickers differ. */
    public boolean allTie() {
        return pairs.stream().allMatch(PairOutcome::tie);
    }

    public Place place(String picker) {
        return places.stream()
                .filter(place -> place.picker().equals(picker))
                .findFirst()
                .orElseThrow();
    }

    /** The pair, seen from the first of the two. */
    public PairOutcome pair(String first, String second) {
        for (PairOutcome pair : pairs) {
            if (pair.first().equals(first) && pair.second().equals(second)) {
                return pair;
            }
            if (pair.first().equals(second) && pair.second().equals(first)) {
                return pair.turned();
            }
        }
        throw new IllegalArgumentException("No pair of '" + first + "' and '" + second + "'.");
    }
}
