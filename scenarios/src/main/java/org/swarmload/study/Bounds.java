package org.swarmload.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyResult.Bound;
import org.swarmload.study.StudyResult.MetricValue;

/** What mathematics says about a delivery; nothing of it comes from a simulation but the picture that was watched. */
final class Bounds {
    private Bounds() {}

    /** A time that nobody can notice is no limit worth a line: of a file of one byte, say. */
    private static boolean isVacuous(Bound bound) {
        return bound.relation().equals(">=") && bound.metric().startsWith("completion-time") && bound.value() < 0.001;
    }

    /** Before a run, or with its metrics when some viewers did not finish. */
    static List<Bound> of(Scenario scenario, String delivery, Map<String, MetricValue> metrics) {
        return of(BoundCase.of(scenario, delivery, metrics, false));
    }

    static List<Bound> of(BoundCase asked) {
        List<Bound> bounds = new ArrayList<>();
        if (asked.content().isFile()) {
            bounds.addAll(FileBounds.of(asked));
        } else {
            bounds.addAll(CrowdBounds.of(asked));
        }
        bounds.addAll(SwarmBounds.of(asked));
        bounds.addAll(DoorBounds.of(asked));
        bounds.addAll(CacheBounds.of(asked));
        bounds.removeIf(Bounds::isVacuous);
        return bounds;
    }
}
