package org.swarmload.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyResult;

/** Whether what sets the verdict has a result: without the delivery that decides nothing is decided. */
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

    /** One sentence when something is expected of a delivery that has no result. */
    public static Optional<String> notJudged(StudyResult study) {
        List<String> run = study.deliveries().stream()
                .filter(delivery -> !delivery.runs().isEmpty())
                .map(StudyResult.DeliveryResult::name)
                .toList();
        return notJudged(study.unjudged(), run, study.partial() ? "has no result." : "was not run.");
    }

    /** What a run of these deliveries alone would leave open, in sentences; empty when it would be nothing. */
    public static List<String> leftOpen(Scenario scenario, Collection<String> deliveries) {
        List<Expectation> unjudged = scenario.expectations().stream()
                .filter(expectation -> !expectation.canBeJudgedBy(deliveries))
                .toList();
        List<String> open = new ArrayList<>();
        if (!scenario.objectives().isEmpty() && !deliveries.contains(scenario.decide())) {
            open.add("No verdict: " + scenario.decide() + ", which decides, is not run.");
        }
        notJudged(unjudged, deliveries, "is not run.").ifPresent(open::add);
        return open;
    }

    private static Optional<String> notJudged(List<Expectation> unjudged, Collection<String> run, String what) {
        if (unjudged.isEmpty()) {
            return Optional.empty();
        }
        Set<String> missing = new LinkedHashSet<>();
        for (Expectation expectation : unjudged) {
            List<String> named = expectation.needs().stream()
                    .filter(name -> !run.contains(name))
                    .toList();
            missing.addAll(named.isEmpty() ? List.of("a delivery beside " + expectation.relativeTo()) : named);
        }
        String who = String.join(" and ", missing);
        return Optional.of(Unit.COUNT.say(unjudged.size(), "expectation")
                + (unjudged.size() == 1 ? " is" : " are") + " not judged: " + who + " "
                + (missing.size() == 1
                        ? what
                        : what.replaceFirst("^was", "were")
                                .replaceFirst("^is", "are")
                                .replaceFirst("^has", "have")));
    }
}
