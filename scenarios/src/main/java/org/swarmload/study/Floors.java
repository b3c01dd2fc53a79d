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
    private static final String NO_FAILURE =
            "a slow line alone is no failure: who gives up on one has left before the start";
    private static final String IMPATIENT = "patience ends before the line has brought the first picture";
    private static final String TOO_SLOW = "downlink below the lowest rendition";
    private static final String IF_THEY_STAY = " if they stay to the end all the same";

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
        return switch (objective.metric()) {
            case STARTUP_TIME, COMPLETION_TIME ->
                floor(
                        objective,
                        delivery,
                        lines.slowerThan(objective.limit()),
                        lines.waiting(objective.statistic()),
                        lines.waitText());
            case START_FAILURES -> floor(objective, delivery, 0, 0.0, NO_FAILURE);
            case EXITS_BEFORE_START -> floor(objective, delivery, lines.impatient(), lines.impatient(), IMPATIENT);
            case REBUFFERING_RATIO ->
                floor(
                        objective,
                        delivery,
                        lines.tooSlow(),
                        lines.stallRatio(),
                        TOO_SLOW + "; the ratio" + IF_THEY_STAY);
            case CONTINUITY ->
                floor(
                        objective,
                        delivery,
                        lines.tooSlow(),
                        1 - lines.stallRatio(),
                        TOO_SLOW + "; the value" + IF_THEY_STAY);
            case STALL_TIME, STALLED_OVER_60S, GAVE_UP, REBUFFERING_EVENTS ->
                floor(objective, delivery, lines.tooSlow(), null, TOO_SLOW);
            default -> Optional.empty();
        };
    }

    /** @param best null where own lines bound no value */
    private static Optional<Floor> floor(Objective objective, String delivery, double share, Double best, String why) {
        String metric = objective.metric().word()
                + (objective.statistic() == Objective.Statistic.MEAN
                                || !objective.metric().overViewers()
                        ? ""
                        : "." + objective.statistic().name().toLowerCase(Locale.ROOT));
        return Optional.of(new Floor(
                objective.text(),
                delivery,
                metric,
                share,
                best,
                best != null && !objective.comparison().holds(best, objective.limit()),
                why));
    }
}
