package org.swarmload.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.study.HarmByCause;
import org.swarmload.study.RunNote;

/** Which ladders harm is charged to: those of what a cause names. */
final class Blame {
    /** Causes that have less of one kind of harm are chance, or the price of a crowd. */
    private static final double NOTABLE = 0.2;

    private final Space space;

    Blame(Space space) {
        this.space = space;
    }

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

    /** Orders with one step more of a single quantity, one for each ladder that the causes of these nights name. */
    List<Order> oneStepMore(Order order, List<RunNote> nights) {
        List<Order> more = new ArrayList<>();
        for (int i : ladders(nights)) {
            if (order.step(i) < space.largest().step(i)) {
                more.add(order.with(i, order.step(i) + 1));
            }
        }
        return more;
    }

    /** Indexes of ladders that the causes of these nights name. */
    private List<Integer> ladders(List<RunNote> nights) {
        List<Integer> found = new ArrayList<>();
        for (String cause : causes(nights).keySet()) {
            for (int i = 0; i < space.ladders().size(); i++) {
                if (names(cause, space.ladders().get(i).key()) && !found.contains(i)) {
                    found.add(i);
                }
            }
        }
        return found;
    }

    private static boolean names(String cause, String key) {
        return key.startsWith("front-door." + cause + ".")
                || cause.equals("edge") && key.startsWith("edges.")
                || cause.equals("origin") && (key.startsWith("origin.") || key.startsWith("shield."))
                || cause.equals("seeds") && key.startsWith("seeds.");
    }
}
