package org.swarmload.plan;

import java.util.Arrays;
import java.util.List;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.Mathematics;
import org.swarmload.study.StudyResult.Bound;

/**
 * Where mathematics expects the least step of each ladder that holds with the others at the top: the least one with which
 * every bound that speaks of an objective's metric keeps it. It says where to look first and decides nothing.
 */
final class Bracket {
    private final Space space;

    Bracket(Space space) {
        this.space = space;
    }

    /** A step for each ladder; -1 where mathematics is silent, or where it expects that every step holds or none. */
    int[] guesses() {
        Order largest = space.largest();
        int[] guesses = new int[largest.size()];
        Arrays.fill(guesses, -1);
        boolean kept = keeps(largest);
        for (int i = 0; kept && i < guesses.length; i++) {
            if (!keeps(largest.with(i, 0))) {
                guesses[i] = least(largest, i);
            }
        }
        return guesses;
    }

    private int least(Order largest, int ladder) {
        int breaks = 0;
        int keeps = largest.step(ladder);
        while (keeps - breaks > 1) {
            int middle = (breaks + keeps) / 2;
            if (keeps(largest.with(ladder, middle))) {
                keeps = middle;
            } else {
                breaks = middle;
            }
        }
        return keeps;
    }

    private boolean keeps(Order order) {
        Scenario scenario = space.scenario(order);
        List<Bound> bounds = Mathematics.of(scenario, space.delivery());
        for (Objective objective : scenario.objectives()) {
            for (Bound bound : bounds) {
                if (Mathematics.speaksOf(bound, objective)
                        && !objective.comparison().holds(bound.value(), objective.limit())) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Bounds that say why an objective is not kept: limits on the far side of it, with the condition of one that has any in
     * its words; no estimates.
     */
    static List<Bound> against(Scenario scenario, String delivery) {
        return Mathematics.of(scenario, delivery).stream()
                .filter(bound -> scenario.objectives().stream()
                        .anyMatch(objective -> Mathematics.speaksOf(bound, objective)
                                && bound.relation().equals(objective.isLeast() ? "<=" : ">=")
                                && !objective.comparison().holds(bound.value(), objective.limit())))
                .toList();
    }
}
