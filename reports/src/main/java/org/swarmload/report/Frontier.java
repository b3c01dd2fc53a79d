package org.swarmload.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.swarmload.chart.Axis;
import org.swarmload.chart.Chart;
import org.swarmload.chart.Ink;
import org.swarmload.chart.ScatterChart;
import org.swarmload.chart.ScatterChart.Group;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.DeliveryPlan.Point;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;

/** Cost against the objective that binds ({@link #binding}), of every order that was simulated of one delivery. */
public final class Frontier {
    /** Values further beyond the limit are drawn at the end of the axis. */
    private static final double MOST_USE = 2.5;

    /** A cost axis begins at zero unless that leaves most of it empty. */
    private static final double FAR_FROM_ZERO = 0.5;

    private final Scenario scenario;
    private final DeliveryPlan plan;
    private final PlanWords words;
    private final int objective;
    private final String judged;

    /** @param judged what the order of the delivery is called */
    Frontier(Scenario scenario, DeliveryPlan plan, PlanWords words, String judged) {
        this.scenario = scenario;
        this.plan = plan;
        this.words = words;
        this.objective = binding(scenario, plan);
        this.judged = judged;
    }

    /**
     * Index of the objective that most of the simulated orders miss, of equals the one with the least margin: a floor that
     * no order moves may lie nearer to its limit, but it is not what an order is for. -1 when nothing was measured.
     */
    static int binding(Scenario scenario, DeliveryPlan plan) {
        List<Promised> all = Promised.of(scenario, plan.judged());
        int binding = -1;
        for (int i = 0; i < all.size(); i++) {
            boolean measured = all.get(i).judged().value() != null;
            if (measured && (binding < 0 || binds(scenario, plan, i, binding))) {
                binding = i;
            }
        }
        return binding;
    }

    /** Whether an objective binds more than another. */
    private static boolean binds(Scenario scenario, DeliveryPlan plan, int one, int other) {
        long more = missed(scenario, plan, one) - missed(scenario, plan, other);
        List<Promised> all = Promised.of(scenario, plan.judged());
        return more > 0 || more == 0 && margin(all.get(one)) < margin(all.get(other));
    }

    private static double margin(Promised one) {
        return one.margin() == null ? Double.POSITIVE_INFINITY : one.margin();
    }

    private static long missed(Scenario scenario, DeliveryPlan plan, int objective) {
        Objective promise = scenario.objectives().get(objective);
        return plan.looked().stream()
                .map(point -> point.promised().get(objective))
                .filter(value -> value == null || !promise.comparison().holds(value, promise.limit()))
                .count();
    }

    /**
     * Of the orders that held at the size of the crowd that the plan was judged on those that no other beats in both cost
     * and the binding objective, the cheapest first.
     */
    public static List<Point> efficient(Scenario scenario, DeliveryPlan plan) {
        int binding = binding(scenario, plan);
        List<Point> best = new ArrayList<>();
        if (binding < 0) {
            return best;
        }
        boolean most = new Promised(
                        scenario.objectives().get(binding), plan.judged().each().get(binding))
                .isMost();
        Comparator<Point> better = Comparator.comparingDouble(
                point -> (most ? 1 : -1) * point.promised().get(binding));
        plan.looked().stream()
                .filter(point -> point.holds()
                        && point.viewers() == plan.viewers()
                        && point.promised().get(binding) != null)
                .sorted(Comparator.comparingDouble(Point::cost).thenComparing(better))
                .forEach(point -> {
                    if (best.isEmpty() || better.compare(point, best.get(best.size() - 1)) < 0) {
                        best.add(point);
                    }
                });
        return best;
    }

    /** Empty where there is no price, no objective, or nothing to compare. */
    Optional<Chart> chart() {
        List<Point> shown = plan.looked().stream()
                .filter(point ->
                        objective >= 0 && point.whole() && point.promised().get(objective) != null)
                .toList();
        long ended = plan.looked().stream().filter(point -> !point.whole()).count();
        double least = shown.stream().mapToDouble(Point::cost).min().orElse(0);
        double most = shown.stream().mapToDouble(Point::cost).max().orElse(0);
        if (!plan.isBilled() || most <= least) {
            return Optional.empty();
        }
        Objective bound = scenario.objectives().get(objective);
        Axis cost = Axis.ofMoney("Cost of the event", words.currency(), most);
        double lower = least > FAR_FROM_ZERO * most ? Math.floor(least / step(most - least)) * step(most - least) : 0;
        Axis y = axis(bound, shown);
        long beyond = shown.stream()
                .filter(point -> point.promised().get(objective) > y.upper())
                .count();
        return Optional.of(new ScatterChart(
                "plan-frontier-" + plan.delivery(),
                "Cost against " + name(bound) + ": orders of " + plan.delivery(),
                "Each mark is an order that was simulated."
                        + (ended == 0
                                ? ""
                                : " Not here: " + Unit.COUNT.say(ended, "order")
                                        + " whose night broke a promise early.")
                        + (beyond == 0 ? "" : " At the upper end: " + Unit.COUNT.say(beyond, "order") + " beyond it.")
                        + (lower == 0 ? "" : " The cost axis does not begin at zero."),
                "Orders by cost and " + name(bound) + ".",
                cost,
                lower,
                y,
                new ScatterChart.Limit("limit " + Metrics.unit(bound.metric()).say(bound.limit()), bound.limit()),
                groups(shown)));
    }

    private static double step(double span) {
        double power = 1;
        while (power * 10 <= span) {
            power *= 10;
        }
        return power;
    }

    private static String name(Objective objective) {
        return objective.text().split("[<>]", 2)[0].strip();
    }

    private Axis axis(Objective bound, List<Point> shown) {
        double most = shown.stream()
                .mapToDouble(point -> point.promised().get(objective))
                .max()
                .orElse(0);
        double limit = bound.limit();
        double upper = Math.max(limit * 1.1, Math.min(most, limit > 0 ? MOST_USE * limit : most));
        Axis.Kind kind = switch (bound.metric().unit()) {
            case RATIO -> Axis.Kind.SHARE;
            case SECONDS -> Axis.Kind.SECONDS;
            case BYTES -> Axis.Kind.BYTES;
            case BITS_PER_SECOND -> Axis.Kind.RATE;
            default -> Axis.Kind.COUNT;
        };
        return bound.metric().unit() == MetricWord.Unit.MONEY
                ? Axis.ofMoney(name(bound), words.currency(), upper)
                : Axis.of(kind, name(bound), upper);
    }

    private List<Group> groups(List<Point> shown) {
        List<Group> groups = new ArrayList<>();
        boolean two = shown.stream().mapToInt(Point::viewers).distinct().count() > 1;
        List<ScatterChart.Point> best =
                efficient(scenario, plan).stream().map(this::drawn).toList();
        if (best.size() > 1) {
            groups.add(new Group("best for its price", Ink.DEMAND, true, true, best));
        }
        for (boolean whole : new boolean[] {false, true}) {
            for (boolean holds : new boolean[] {false, true}) {
                List<ScatterChart.Point> points = shown.stream()
                        .filter(point -> point.holds() == holds && words.isWhole(point.viewers()) == whole)
                        .map(this::drawn)
                        .toList();
                if (!points.isEmpty()) {
                    String size = !two ? "" : whole ? ", all viewers" : ", small crowd";
                    groups.add(new Group(
                            (holds ? "held" : "did not hold") + size,
                            holds ? Ink.HELD : Ink.BROKEN,
                            whole || !two,
                            false,
                            points));
                }
            }
        }
        Double value = plan.judged().each().get(objective).value();
        groups.add(new Group(judged, Ink.CHOSEN, true, false, List.of(new ScatterChart.Point(plan.cost(), value))));
        return groups;
    }

    private ScatterChart.Point drawn(Point point) {
        return new ScatterChart.Point(point.cost(), point.promised().get(objective));
    }
}
