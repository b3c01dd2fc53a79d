package org.swarmload.study;

import java.util.List;
import java.util.Map;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyResult.Bound;

/** What is known of a delivery before anything is simulated. */
public final class Mathematics {
    private Mathematics() {}

    /** Bounds and estimates that need no simulated figure. */
    public static List<Bound> of(Scenario scenario, String delivery) {
        return Bounds.of(BoundCase.of(scenario, delivery, Map.of(), true));
    }

    /** Whether a bound is one of what an objective promises, of the same statistic. */
    public static boolean speaksOf(Bound bound, Objective objective) {
        String word = objective.metric().word();
        String wanted =
                objective.statistic() == Objective.Statistic.MEAN ? word : RunFigures.name(word, objective.statistic());
        return bound.metric().equals(wanted);
    }
}
