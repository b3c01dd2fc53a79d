package org.swarmload.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.Content;
import org.swarmload.scenario.Costs;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.MetricWord.Needs;
import org.swarmload.scenario.ModelClock;
import org.swarmload.scenario.SeriesWord;

/**
 * Whether what a planner asks about is measured at all: a file has no player, a delivery without edges no misses. Who is
 * told after the run has waited for it.
 */
final class Measured {
    /** The word that a planner most likely means where the other is written. */
    private static final Map<String, String> TWINS = Map.of(
            "startup-time", "completion-time",
            "completion-time", "startup-time",
            "concurrent-viewers", "leechers",
            "leechers", "concurrent-viewers",
            "mean-concurrent-viewers", "leechers");

    private final Problems problems;
    private final Content content;
    private final Audience audience;
    private final boolean door;
    private final Map<String, DeliveryDef> deliveries;
    private final Costs costs;
    private final ModelClock clock;

    /** @param clock null when it cannot be known */
    Measured(
            Problems problems,
            Content content,
            Audience audience,
            boolean door,
            Map<String, DeliveryDef> deliveries,
            Costs costs,
            ModelClock clock) {
        this.problems = problems;
        this.content = content;
        this.audience = audience;
        this.door = door;
        this.deliveries = deliveries;
        this.costs = costs;
        this.clock = clock;
    }

    Content content() {
        return content;
    }

    Audience audience() {
        return audience;
    }

    Set<String> deliveries() {
        return deliveries.keySet();
    }

    /** Microseconds from the unlock to the model's end; empty when that cannot be known. */
    OptionalLong endMicros() {
        return clock == null ? OptionalLong.empty() : OptionalLong.of(clock.endMicros() - clock.unlockMicros());
    }

    /** Notes a problem when a metric has no value in one of these deliveries. */
    void check(MetricWord metric, Collection<String> names, Position at, String path) {
        if (metric.unit() == MetricWord.Unit.MONEY && costs.isEmpty() && problems.sound("costs")) {
            problems.add(
                    at,
                    path,
                    metric.word() + " needs costs:.",
                    "For example costs: {edges: {tariff: cloudfront-list}}");
            return;
        }
        check(metric.word(), metric.needs(), names, at, path);
    }

    /** The same of a level at a time. */
    void check(SeriesWord level, Collection<String> names, Position at, String path) {
        check(level.word(), level.needs(), names, at, path);
    }

    private void check(String word, Needs needs, Collection<String> names, Position at, String path) {
        boolean file = content.title().isFile();
        String message = switch (needs) {
            case NOTHING -> "";
            case PLAYER -> file && problems.sound("content") ? word + " is not measured: a file has no player." : "";
            case FILE -> !file && problems.sound("content") ? word + " is not measured: a stream is no file." : "";
            case DOOR ->
                !door && problems.sound("front-door") ? word + " is not measured: there is no front-door." : "";
            default -> lacking(word, needs, names);
        };
        if (!message.isEmpty()) {
            boolean otherKind = needs == Needs.PLAYER || needs == Needs.FILE;
            String twin = otherKind ? TWINS.getOrDefault(word, "") : "";
            problems.add(at, path, message, twin.isEmpty() ? "" : "Maybe " + twin + ".");
        }
    }

    private String lacking(String word, Needs needs, Collection<String> names) {
        List<String> without = problems.sound("deliveries")
                ? names.stream()
                        .filter(name -> deliveries.containsKey(name) && !has(deliveries.get(name), needs))
                        .toList()
                : List.of();
        return without.isEmpty()
                ? ""
                : word + " is not measured: " + String.join(" and ", without) + (without.size() == 1 ? " has" : " have")
                        + " no " + part(needs) + ".";
    }

    private static boolean has(DeliveryDef delivery, Needs needs) {
        return switch (needs) {
            case ORIGIN -> delivery.origin() != null;
            case SHIELD -> delivery.shield() != null;
            case EDGES -> !delivery.edges().isEmpty();
            case SEEDS -> delivery.seeds() != null;
            case SWARM -> delivery.hasSwarm();
            default -> true;
        };
    }

    private static String part(Needs needs) {
        return needs.name().toLowerCase(Locale.ROOT);
    }
}
