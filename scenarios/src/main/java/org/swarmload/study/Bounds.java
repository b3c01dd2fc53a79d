package org.swarmload.study;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.study.StudyResult.Bound;

/** What mathematics says about a delivery; nothing of it comes from a simulation but the picture that was watched. */
final class Bounds {
    private Bounds() {}

    /** A time that nobody can notice is no limit worth a line: of a file of one byte, say. */
    private static boolean isVacuous(Bound bound) {
        return bound.relation().equals(">=") && bound.metric().startsWith("completion-time") && bound.value() < 0.001;
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
