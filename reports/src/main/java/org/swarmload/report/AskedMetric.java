package org.swarmload.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.yaml.DidYouMean;

/**
 * A metric that somebody wants to see of several runs.
 *
 * @param name of the figure: {@code offload}, {@code startup-time.p95}; see {@link org.swarmload.study.RunFigures}
 */
public record AskedMetric(String name, MetricWord word) {
    private static final List<String> QUANTILES = List.of("p50", "p95", "p99");

    /** A name that is no metric; the message says what may have been meant. */
    public static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown(String message) {
            super(message);
        }
    }

    /** @throws Unknown at the first name that is no metric */
    public static List<AskedMetric> of(List<String> names) {
        return names.stream().map(String::strip).distinct().map(AskedMetric::of).toList();
    }

    static AskedMetric of(String name) {
        MetricWord whole = MetricWord.of(name).orElse(null);
        if (whole != null) {
            return new AskedMetric(name, whole);
        }
        int dot = name.lastIndexOf('.');
        String base = dot < 0 ? name : name.substring(0, dot);
        MetricWord word = MetricWord.of(base).orElse(null);
        if (word == null) {
            throw new Unknown(
                    "--metrics: '" + name + "' is no metric.\n" + DidYouMean.hintOrList(base, MetricWord.words()));
        }
        if (!word.overViewers() || !QUANTILES.contains(name.substring(dot + 1))) {
            throw new Unknown("--metrics: '" + name + "' is no figure of " + base + ".\nMaybe " + base
                    + (word.overViewers() ? ", or with .p50, .p95 or .p99." : "."));
        }
        return new AskedMetric(name, word);
    }

    /** What the objectives are about; without any, how viewers fare. Then the offload and the cost, where there are. */
    public static List<AskedMetric> usual(Scenario scenario, List<String> deliveries) {
        Set<String> names = new LinkedHashSet<>();
        for (Objective objective : scenario.objectives()) {
            boolean quantile = QUANTILES.contains(statistic(objective));
            names.add(objective.metric().word() + (quantile ? "." + statistic(objective) : ""));
        }
        if (names.isEmpty()) {
            names.addAll(
                    scenario.content().title().isFile()
                            ? List.of("completion-time", "completion-time.p95")
                            : List.of("start-failures", "startup-time.p95", "rebuffering-ratio"));
        }
        if (deliveries.stream().anyMatch(name -> scenario.delivery(name).swarm() != null)) {
            names.add(MetricWord.OFFLOAD.word());
        }
        if (!scenario.costs().isEmpty()) {
            names.add(MetricWord.COST.word());
        }
        return of(new ArrayList<>(names));
    }

    private static String statistic(Objective objective) {
        return objective.statistic().name().toLowerCase(Locale.ROOT);
    }

    /** The value for people; money with its currency where that is known. */
    public String say(double value) {
        return Metrics.unit(word).say(value);
    }
}
