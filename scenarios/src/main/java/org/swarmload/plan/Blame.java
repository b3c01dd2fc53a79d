package org.swarmload.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.study.HarmByCause;
import org.swarmload.study.RunNote;

/** What harm was charged to. */
final class Blame {
    /** Causes that have less of one kind of harm are chance, or the price of a crowd. */
    static final double NOTABLE = 0.2;

    private Blame() {}

    /** Causes with a notable part of some kind of harm, by their part, the greatest first. */
    static Map<String, Double> causes(List<RunNote> nights) {
        Map<String, Double> parts = new LinkedHashMap<>();
        HarmByCause.mean(nights.stream()
                        .map(night -> HarmByCause.of(night.causes()))
                        .toList())
                .forEach((harm, causes) -> {
                    double all = causes.values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum();
                    causes.forEach((cause, value) -> {
                        if (value >= NOTABLE * all && value > 0) {
                            parts.merge(cause, value / all, Math::max);
                        }
                    });
                });
        Map<String, Double> sorted = new LinkedHashMap<>();
        parts.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(part -> sorted.put(part.getKey(), part.getValue()));
        return sorted;
    }
}
