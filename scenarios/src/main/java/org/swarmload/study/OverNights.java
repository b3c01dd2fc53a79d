package org.swarmload.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A delivery over nights that differ in what is unknown: what may come. How well its means are known is another matter and
 * stands with the metrics.
 *
 * @param held null when there is no objective
 * @param missed the nights on which some objective does not hold, by their replication
 * @param spreads by name as in {@link RunFigures}; what some night has no value of is left out
 * @param billedNight the night whose bill is shown: of all bills the median, the lower one of two
 */
public record OverNights(NightsHeld held, List<Integer> missed, Map<String, Spread> spreads, int billedNight) {
    public OverNights {
        missed = List.copyOf(missed);
        spreads = Collections.unmodifiableMap(new LinkedHashMap<>(spreads));
    }

    /** One night in ten is below {@code p10}, half are below {@code p50}, one in ten is above {@code p90}. */
    public record Spread(double p10, double p50, double p90) {
        /** Of at least one value; between two of them in a straight line. */
        public static Spread of(double... values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return new Spread(at(sorted, 0.1), at(sorted, 0.5), at(sorted, 0.9));
        }

        private static double at(double[] sorted, double share) {
            double place = share * (sorted.length - 1);
            int below = (int) place;
            int above = Math.min(sorted.length - 1, below + 1);
            return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        }
    }

    /** @param nights figures of each night by name */
    static Map<String, Spread> spreads(List<Map<String, Double>> nights) {
        List<String> names = new ArrayList<>(nights.get(0).keySet());
        nights.forEach(night -> names.retainAll(new TreeSet<>(night.keySet())));
        Map<String, Spread> spreads = new LinkedHashMap<>();
        for (String name : names) {
            spreads.put(
                    name,
                    Spread.of(nights.stream()
                            .mapToDouble(night -> night.get(name))
                            .toArray()));
        }
        return spreads;
    }
}
