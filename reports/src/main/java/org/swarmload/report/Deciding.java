package org.swarmload.report;

import java.util.Optional;
import org.swarmload.study.StudyResult;

/** Whether the delivery whose objectives set the verdict has a result: without it nothing is decided. */
public final class Deciding {
    private Deciding() {}

    /** One sentence when there are objectives and nothing to judge them by; the same in the terminal and the report. */
    public static Optional<String> noVerdict(StudyResult study) {
        String decide = study.scenario().decide();
        boolean known = study.deliveries().stream()
                .anyMatch(delivery ->
                        delivery.name().equals(decide) && !delivery.runs().isEmpty());
        if (known || study.scenario().objectives().isEmpty()) {
            return Optional.empty();
        }
        // An interrupted study does not tell what was left out from what was not reached.
        return Optional.of(
                "No verdict: " + decide + ", which decides, " + (study.partial() ? "has no result." : "was not run."));
    }
}
