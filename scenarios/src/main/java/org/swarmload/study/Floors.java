package org.swarmload.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyResult.Floor;

/**
 * What viewers' own lines allow with servers, doors and peers without limit: straight from the laws, each averaged over
 * the midpoints of equal slices of its quantile function. Nothing is simulated and nothing is drawn.
 */
public final class Floors {
    private Floors() {}

    /** A floor for each objective of the deciding delivery on which own lines have a say. */
    public static List<Floor> of(Scenario scenario) {
        if (scenario.objectives().isEmpty() || scenario.decide() == null) {
            return List.of();
        }
        OwnLines lines = OwnLines.of(BoundCase.of(scenario, scenario.decide(), Map.of(), false));
        List<Floor> floors = new ArrayList<>();
        for (Objective objective : scenario.objectives()) {
            of(objective, scenario.decide(), lines).ifPresent(floors::add);
        }
        return floors;
    }

    private static Optional<Floor> of(Objective objective, String delivery, OwnLines lines) {
        return Optional.ofNullable(
                switch (objective.metric()) {
                    case STARTUP_TIME, COMPLETION_TIME ->
                        floor(
                                objective,
                                delivery,
                                lines.slowerThan(objective.limit()),
                                lines.waiting(objective.statistic()),
                                lines.waitText());
                    case START_FAILURES ->
                        floor(
                                objective,
                                delivery,
                                0,
                                0.0,
                                "a slow line alone is no failure: who gives up on one has left before the start");
                    case EXITS_BEFORE_START ->
                        floor(
                                objective,
                                delivery,
                                lines.impatient(),
                                lines.impatient(),
                                "patience ends before the line has brought the first picture");
                    case REBUFFERING_RATIO ->
                        floor(
                                objective,
                                delivery,
                                lines.tooSlow(),
                                lines.stallRatio(),
                                "downlink below the lowest rendition; the ratio if they stay to the end all the same");
                    case CONTINUITY ->
                        floor(
                                objective,
                                delivery,
                                lines.tooSlow(),
                                1 - lines.stallRatio(),
                                "downlink below the lowest rendition; the value if they stay to the end all the same");
                    case STALL_TIME, STALLED_OVER_60S, GAVE_UP, REBUFFERING_EVENTS ->
                        floor(objective, delivery, lines.tooSlow(), null, "downlink below the lowest rendition");
                    default -> null;
                });
    }

    private static Floor floor(Objective objective, String delivery, double share, Double best, String why) {
        String metric = objective.metric().word()
                + (objective.statistic() == Objective.Statistic.MEAN
                                || !objective.metric().overViewers()
                        ? ""
                        : "." + objective.statistic().name().toLowerCase(Locale.ROOT));
        return new Floor(
                objective.text(),
                delivery,
                metric,
                share,
                best,
                best != null && !objective.comparison().holds(best, objective.limit()),
                why);
    }
}
