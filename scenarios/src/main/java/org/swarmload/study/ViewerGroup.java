package org.swarmload.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Audience;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.ViewerTable;

/** Statistics over some of the viewers of a run, from its table of viewers. */
final class ViewerGroup {
    /** Metrics over viewers that the table has, and their columns. */
    private static final Map<String, String> COLUMNS = Map.of(
            "startup-time", "startup",
            "stall-time", "stall-seconds",
            "completion-time", "completion",
            "front-door-wait", "front-door-wait");

    private final Audience audience;
    private final ViewerTable table;
    private final double warmupSeconds;

    ViewerGroup(Scenario scenario, RunResult run) {
        audience = scenario.audience();
        table = run.viewers();
        warmupSeconds = ScenarioCompiler.compile(scenario, run.delivery(), 0).warmupMicros() / 1e6;
    }

    /** Null when the table does not have the metric, or no viewer of the group has a value. */
    Double statistic(Expectation expectation) {
        String column = COLUMNS.get(expectation.metric().word());
        if (column == null || !has(column)) {
            return null;
        }
        double[] all = table.values(column);
        boolean[] in = new boolean[all.length];
        Arrays.fill(in, true);
        Expectation.Group who = expectation.who();
        boolean known = keep(in, "access", names(audience.access(), a -> a.name()), who.access())
                && keep(in, "region", names(audience.regions(), r -> r.name()), who.region())
                && keep(in, "device", names(audience.devices(), d -> d.name()), who.device())
                && (!who.bySize() || keepSizes(in, who))
                && (warmupSeconds == 0 || keepAfterWarmup(in));
        double[] sorted = IntStream.range(0, all.length)
                .filter(i -> in[i] && !Double.isNaN(all[i]))
                .mapToDouble(i -> all[i])
                .sorted()
                .toArray();
        return known && sorted.length > 0 ? of(sorted, expectation) : null;
    }

    private static Double of(double[] sorted, Expectation expectation) {
        return switch (expectation.statistic()) {
            case MEAN -> Arrays.stream(sorted).sum() / sorted.length;
            case P50 -> quantile(sorted, 500);
            case P95 -> quantile(sorted, 950);
            case P99 -> quantile(sorted, 990);
            case MAX -> sorted[sorted.length - 1];
            case MIN -> sorted[0];
        };
    }

    /** Nearest rank, as of all viewers together. */
    private static double quantile(double[] sorted, long perMille) {
        return sorted[(int) Math.max(0, (perMille * sorted.length + 999) / 1_000 - 1)];
    }

    private boolean keep(boolean[] in, String column, List<String> names, String name) {
        if (name == null) {
            return true;
        }
        if (!has(column)) {
            return false;
        }
        double[] classes = table.values(column);
        int wanted = names.indexOf(name);
        for (int i = 0; i < in.length; i++) {
            in[i] &= classes[i] == wanted;
        }
        return true;
    }

    private boolean keepAfterWarmup(boolean[] in) {
        double[] presses = table.values("press");
        for (int i = 0; i < in.length; i++) {
            in[i] &= presses[i] >= warmupSeconds;
        }
        return true;
    }

    private boolean keepSizes(boolean[] in, Expectation.Group who) {
        if (!has("size")) {
            return false;
        }
        double[] sizes = table.values("size");
        for (int i = 0; i < in.length; i++) {
            in[i] &= sizes[i] >= who.leastBytes() && sizes[i] <= who.mostBytes();
        }
        return true;
    }

    private boolean has(String column) {
        return table.columns().stream().anyMatch(c -> c.name().equals(column));
    }

    private static <T> List<String> names(List<T> classes, java.util.function.Function<T, String> name) {
        return classes.stream().map(name).toList();
    }
}
