package org.swarmload.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.swarmload.chart.Axis;
import org.swarmload.chart.BarChart;
import org.swarmload.chart.Chart;
import org.swarmload.chart.Ink;
import org.swarmload.chart.RangeChart;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.plan.PlanResult;
import org.swarmload.plan.WhatIf.Case;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.NightsHeld;

/** Prices of orders, how near the best order comes, and what moves it. */
final class PlanCharts {
    /** A use of a limit beyond this is said and not drawn: else one disaster presses the picture flat. */
    private static final double MOST_USE = 2.5;

    /** Bars take this part of an axis, labels the rest. */
    private static final double ROOM_FOR_LABELS = 1.75;

    private final PlanResult result;
    private final Scenario scenario;
    private final PlanWords words;
    private final PlanCases cases;

    PlanCharts(PlanResult result) {
        this.result = result;
        this.scenario = result.scenario();
        this.words = new PlanWords(result);
        this.cases = new PlanCases(result);
    }

    /** The picture of page one: prices where something holds, else how far the largest orders are from it. */
    Optional<Chart> lead() {
        boolean priced = result.deliveries().stream().anyMatch(plan -> plan.found() && plan.isBilled());
        return priced ? Optional.of(prices()) : reach();
    }

    /** The bill of the cheapest plan of each delivery, by payer; those that cannot hold have no bar. */
    private Chart prices() {
        List<DeliveryPlan> rows = result.deliveries().stream()
                .sorted(Comparator.comparing(
                        plan -> plan.found() ? PlanWords.comparable(plan) : Double.POSITIVE_INFINITY))
                .toList();
        Map<String, double[]> amounts = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            int place = row;
            if (rows.get(row).found()) {
                rows.get(row)
                        .paid()
                        .forEach((payer, amount) ->
                                amounts.computeIfAbsent(kind(payer), kind -> new double[rows.size()])[place] += amount);
            }
        }
        List<BarChart.Part> parts = new ArrayList<>();
        amounts.forEach((kind, values) -> {
            double[] drawn =
                    Arrays.stream(values).map(value -> Math.max(0, value)).toArray();
            if (Arrays.stream(drawn).anyMatch(value -> value > 0)) {
                parts.add(new BarChart.Part(kind, ink(kind), drawn, labels(values)));
            }
        });
        double most = rows.stream()
                .filter(DeliveryPlan::found)
                .mapToDouble(DeliveryPlan::cost)
                .max()
                .orElse(0);
        return new BarChart(
                "plan-prices",
                "What the cheapest order of each delivery costs",
                "Bill of the event by who is paid, " + words.currency()
                        + ": the month with it less the month without it"
                        + (scenario.nights().areCertain() ? ". " : "; the mean of all nights. ") + small(rows),
                "Cost of the cheapest order that holds of each delivery.",
                Axis.ofMoney("Cost of the event", words.currency(), most * 1.3),
                rows.stream().map(DeliveryPlan::delivery).toList(),
                parts,
                rows.stream().map(this::total).toList());
    }

    private String small(List<DeliveryPlan> rows) {
        List<String> few = rows.stream()
                .filter(plan -> plan.found() && !words.isWhole(plan))
                .map(DeliveryPlan::delivery)
                .toList();
        return few.isEmpty() ? "" : "About, where a small crowd was simulated: " + String.join(", ", few) + ".";
    }

    private String total(DeliveryPlan plan) {
        return plan.found()
                ? (plan.isBilled() ? words.about(plan).text() : "cost unknown") + failed(plan.outcome())
                : plan.outcome() == Outcome.NONE ? "no order holds" : "undecided at the largest order";
    }

    private static String failed(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "";
            case NONE -> ", does not hold";
            case UNDECIDED -> ", undecided";
        };
    }

    private List<String> labels(double... values) {
        return Arrays.stream(values)
                .mapToObj(value -> Unit.COUNT.say(Math.rint(value)))
                .toList();
    }

    private static String kind(String payer) {
        String kind = OtherCharts.kind(payer);
        return switch (kind) {
            case "origin", "edges", "seeds", "peers", "front door", "shield" -> kind;
            default -> "other";
        };
    }

    private static Ink ink(String kind) {
        return switch (kind) {
            case "origin" -> Ink.ORIGIN;
            case "edges" -> Ink.EDGES;
            case "seeds" -> Ink.SEEDS;
            case "peers" -> Ink.PEERS;
            case "front door" -> Ink.STALLED;
            case "shield" -> Ink.WELL;
            default -> Ink.FIXED;
        };
    }

    /**
     * How much of its limit an order uses up: the tightest objective's, or of nights that may fail where something is
     * unknown.
     */
    private record Reach(DeliveryPlan plan, double use, String label) {}

    private Optional<Chart> reach() {
        List<Reach> rows = result.deliveries().stream()
                .flatMap(plan -> reach(plan).stream())
                .sorted(Comparator.comparing(Reach::use))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        double[] kept = new double[rows.size()];
        double[] broken = new double[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            double use = rows.get(row).use();
            (use > 1 ? broken : kept)[row] = Math.min(MOST_USE, use);
        }
        List<String> none = rows.stream().map(row -> "").toList();
        boolean some = rows.stream().anyMatch(row -> row.plan().found());
        boolean beyond = rows.stream().anyMatch(row -> row.use() > MOST_USE);
        return Optional.of(new BarChart(
                "plan-reach",
                some
                        ? "How near each order comes to its tightest limit"
                        : "How far the largest orders are from holding",
                (scenario.nights().areCertain()
                                ? "The objective that is nearest to its limit or furthest beyond it"
                                : "Nights on which an objective fails, of those that may")
                        + "; 100 % is the limit." + cut(beyond),
                "Use of the tightest limit by each delivery.",
                new Axis("Part of the limit that is used", "%", 0.01, MOST_USE * ROOM_FOR_LABELS),
                rows.stream().map(row -> row.plan().delivery()).toList(),
                Stream.of(
                                new BarChart.Part("within the limit", Ink.HELD, kept, none),
                                new BarChart.Part("beyond the limit", Ink.BROKEN, broken, none))
                        .filter(part -> Arrays.stream(part.values()).anyMatch(value -> value > 0))
                        .toList(),
                rows.stream().map(Reach::label).toList()));
    }

    private Optional<Reach> reach(DeliveryPlan plan) {
        NightsHeld held = plan.judged().held();
        double may = held == null ? 0 : 1 - scenario.plan().hold();
        if (may > 0) {
            return Optional.of(new Reach(
                    plan,
                    (1 - held.share()) / may,
                    "fails on " + (held.nights() - held.held()) + " of " + held.nights() + " nights, "
                            + Unit.SHARE.say(may) + " may"));
        }
        return tightest(plan).map(near -> new Reach(plan, near.use(), label(near)));
    }

    private static String cut(boolean beyond) {
        return beyond ? " Bars beyond " + Unit.COUNT.say(100 * MOST_USE) + " % are cut." : "";
    }

    private Optional<Promised> tightest(DeliveryPlan plan) {
        return Promised.tightest(scenario, plan.judged()).filter(one -> one.use() != null);
    }

    private static String label(Promised near) {
        return near.metric() + " " + near.said() + ", limit " + near.limit();
    }

    /** What less and more of each thing does to the objective that is then tightest. */
    Optional<Chart> tornado() {
        Optional<Promised> base = cases.base().flatMap(this::tightest);
        List<Case> shown = sorted(base.map(Promised::use).orElse(0.0));
        if (base.isEmpty() || shown.isEmpty()) {
            return Optional.empty();
        }
        List<RangeChart.Bar> bars = new ArrayList<>();
        double most = Math.max(1, base.get().use());
        boolean beyond = false;
        for (Case one : shown) {
            Promised near = tightest(one).orElseThrow();
            most = Math.max(most, Math.min(MOST_USE, near.use()));
            beyond |= near.use() > MOST_USE;
            String missed = cases.isBroken(one) ? ", missed" : "";
            bars.add(new RangeChart.Bar(
                    PlanCases.name(one),
                    Math.min(MOST_USE, near.use()),
                    cases.isBroken(one),
                    near.metric() + " " + near.said() + missed));
        }
        Case ordered = cases.base().orElseThrow();
        return Optional.of(new RangeChart(
                "plan-tornado",
                "What moves the order towards its limits",
                "The objective that is then tightest, in percent of its limit; one night of "
                        + Unit.COUNT.say(ordered.viewers(), "viewer") + "."
                        + cut(beyond),
                "Use of the tightest limit with less and more of each thing.",
                new Axis("Part of the tightest limit that is used", "%", 0.01, most * ROOM_FOR_LABELS),
                base.get().use(),
                1,
                bars));
    }

    private Optional<Promised> tightest(Case one) {
        return cases.tightest(one).filter(near -> near.use() != null);
    }

    /** Less and more of one thing stay together; what moves most stands first. */
    private List<Case> sorted(double base) {
        Map<String, Double> swing = new LinkedHashMap<>();
        List<Case> shown =
                cases.varied().stream().filter(one -> tightest(one).isPresent()).toList();
        shown.forEach(one ->
                swing.merge(one.what(), Math.abs(tightest(one).orElseThrow().use() - base), Math::max));
        return shown.stream()
                .sorted(Comparator.comparing((Case one) -> -swing.get(one.what())))
                .toList();
    }
}
