package org.swarmload.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.PlanDef;
import org.swarmload.scenario.PlanDef.Ladder;
import org.swarmload.scenario.PlanDef.Value;
import org.swarmload.sim.model.ServiceSpec;

/** Binds {@code plan:}, what may be ordered. */
final class PlanBinder {
    private static final int MOST_STEPS = 200;
    private static final int USUAL_SCREEN = 4_000;
    private static final int USUAL_REPLICATIONS = 5;
    private static final int USUAL_NIGHTS = 40;
    private static final double USUAL_HOLD = 0.95;
    private static final int USUAL_RUNS = 2_000;

    /** Each value of a ladder in steps of a share has so many digits: orders are round. */
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private static final Pattern CAN_BE =
            Pattern.compile("(origin|shield)\\.(servers|uplink)|seeds\\.(count|uplink)|swarm\\.upload-cap"
                    + "|(front-door|edges)\\.(?<name>[^.]+)\\.(capacity|servers|sessions)");

    private final Problems problems;
    private final List<ServiceSpec> door;
    private final Map<String, DeliveryDef> deliveries;

    PlanBinder(Problems problems, List<ServiceSpec> door, Map<String, DeliveryDef> deliveries) {
        this.problems = problems;
        this.door = door;
        this.deliveries = deliveries;
    }

    /** Null when there is no plan. */
    PlanDef bind(Fields plan) {
        if (plan.isNothing()) {
            return null;
        }
        List<String> chosen = chosen(plan);
        Fields order = plan.map("order", "{edges.east.capacity: {from: 10Gbps, to: 60Gbps, step: 5%}}");
        Map<String, Kind> known = known();
        List<Ladder> ladders = new ArrayList<>();
        for (String key : order.names()) {
            Kind kind = known.get(key);
            if (kind != null) {
                Ladder ladder = ladder(key, kind, order.map(key, "{from: 10Gbps, to: 60Gbps, step: 5%}"));
                if (ladder != null) {
                    ladders.add(ladder);
                }
            } else if (!isLeftOver(key, known) && problems.sound("deliveries") && problems.sound("front-door")) {
                problems.add(
                        order.positionOf(key),
                        order.path(key),
                        "is nothing that can be ordered here.",
                        DidYouMean.hintOrList(key, known.keySet()));
            }
        }
        new OfferedRoom(problems, order, ladders)
                .check(chosen.stream().map(deliveries::get).toList());
        int screen = (int) plan.countOr("none", 0, "screen", 100, 1_000_000, USUAL_SCREEN);
        int replications = (int) plan.count("replications", 2, PlanDef.MOST_REPLICATIONS, USUAL_REPLICATIONS);
        int nights = (int) plan.count("nights", 10, PlanDef.MOST_NIGHTS, USUAL_NIGHTS);
        double hold = plan.quantity("hold", Kind.SHARE, Range.POSITIVE_SHARE, USUAL_HOLD);
        int runs = (int) plan.count("runs", 10, 100_000, USUAL_RUNS);
        plan.done();
        return new PlanDef(chosen, ladders, screen, replications, nights, hold, runs);
    }

    /**
     * What a scenario laid over this one took away can stay in the plan: it is not ordered. A name that is nearly right is a
     * slip.
     */
    private static boolean isLeftOver(String key, Map<String, Kind> known) {
        Matcher matcher = CAN_BE.matcher(key);
        if (!matcher.matches()) {
            return key.startsWith("x-");
        }
        String name = matcher.group("name");
        List<String> names = known.keySet().stream()
                .filter(other -> other.startsWith(key.substring(0, key.indexOf('.') + 1)))
                .map(other -> other.split("\\.")[1])
                .distinct()
                .toList();
        return name == null
                || !names.contains(name) && DidYouMean.nearest(name, names).isEmpty();
    }

    private List<String> chosen(Fields plan) {
        List<String> chosen = new ArrayList<>();
        List<SourceNode> nodes = plan.list("deliveries");
        for (int i = 0; i < nodes.size(); i++) {
            String name = nodes.get(i) instanceof SourceNode.ScalarNode scalar
                    ? scalar.text().strip()
                    : nodes.get(i).shape();
            if (deliveries.containsKey(name) && !chosen.contains(name)) {
                chosen.add(name);
            } else {
                problems.add(
                        nodes.get(i).position(),
                        plan.path("deliveries." + i),
                        chosen.contains(name) ? "'" + name + "' is here twice." : "'" + name + "' is no delivery.",
                        chosen.contains(name) ? "" : DidYouMean.hintOrList(name, deliveries.keySet()));
            }
        }
        return nodes.isEmpty() ? List.copyOf(deliveries.keySet()) : chosen;
    }

    /** What can be ordered, of whichever delivery: capacities, machines, links. Not how long a line may be: that is no order. */
    private Map<String, Kind> known() {
        Map<String, Kind> known = new LinkedHashMap<>();
        for (ServiceSpec service : door) {
            String name = "front-door." + service.name();
            known.put(name + ".capacity", Kind.RATE);
            known.put(name + ".servers", Kind.COUNT);
            known.put(name + ".sessions", Kind.COUNT);
        }
        for (DeliveryDef delivery : deliveries.values()) {
            if (delivery.origin() != null) {
                known.put("origin.servers", Kind.COUNT);
                known.put("origin.uplink", Kind.BANDWIDTH);
            }
            if (delivery.shield() != null) {
                known.put("shield.servers", Kind.COUNT);
                known.put("shield.uplink", Kind.BANDWIDTH);
            }
            if (delivery.seeds() != null) {
                known.put("seeds.count", Kind.COUNT);
                known.put("seeds.uplink", Kind.BANDWIDTH);
            }
            delivery.edges().forEach(edge -> known.put("edges." + edge.server().name() + ".capacity", Kind.BANDWIDTH));
            if (delivery.hasSwarm()) {
                known.put("swarm.upload-cap", Kind.BANDWIDTH);
            }
        }
        return known;
    }

    private Ladder ladder(String key, Kind kind, Fields fields) {
        Range range = new Range(kind == Kind.COUNT ? 1 : 1e-3, 1e15, "more than nothing");
        fields.requiredQuantity("from", kind, range, "10Gbps");
        fields.requiredQuantity("to", kind, range, "60Gbps");
        boolean share = fields.node("step") instanceof SourceNode.ScalarNode scalar
                && scalar.text().strip().endsWith("%");
        if (share) {
            fields.quantity("step", Kind.SHARE, new Range(0.001, 10, "from 0.1% to 1000%"), 1);
        } else {
            fields.requiredQuantity("step", kind, range, "5%");
        }
        fields.done();
        if (!fields.sound("from", "to", "step") || fields.isNothing()) {
            return null;
        }
        Amount from = Amount.of(fields.text("from", ""), kind);
        Amount to = Amount.of(fields.text("to", ""), kind);
        Amount step = Amount.of(fields.text("step", ""), share ? Kind.SHARE : kind);
        List<BigDecimal> sizes = share
                ? byShare(from.size(), to.size(), step.size(), kind)
                : evenly(from.size(), to.size(), step.size());
        if (sizes.size() < 2 || sizes.size() > MOST_STEPS) {
            fields.problem(
                    "step",
                    sizes.size() < 2
                            ? "There is only one value from " + fields.text("from", "") + " on."
                            : "These are more than " + MOST_STEPS + " values.",
                    sizes.size() < 2 ? "Let it reach further, or take smaller steps." : "Take larger steps.");
            return null;
        }
        return new Ladder(
                key,
                sizes.stream()
                        .map(size -> new Value(from.say(size), size.doubleValue()))
                        .toList());
    }

    private static List<BigDecimal> evenly(BigDecimal from, BigDecimal to, BigDecimal step) {
        List<BigDecimal> sizes = new ArrayList<>();
        for (BigDecimal at = from; at.compareTo(to) <= 0 && sizes.size() <= MOST_STEPS; at = at.add(step)) {
            sizes.add(at);
        }
        return sizes;
    }

    /** Each that share above the one before, rounded; whole where it is a count. */
    private static List<BigDecimal> byShare(BigDecimal from, BigDecimal to, BigDecimal share, Kind kind) {
        TreeSet<BigDecimal> sizes = new TreeSet<>();
        BigDecimal factor = BigDecimal.ONE.add(share);
        for (BigDecimal at = from; at.compareTo(to) <= 0 && sizes.size() <= MOST_STEPS; ) {
            BigDecimal round = at.round(DIGITS);
            sizes.add(kind == Kind.COUNT ? at.setScale(0, RoundingMode.HALF_UP) : round);
            BigDecimal next = at.multiply(factor, MathContext.DECIMAL64);
            at = kind == Kind.COUNT ? next.max(at.add(BigDecimal.ONE)) : next;
        }
        return List.copyOf(sizes);
    }

    /** A quantity with the unit that it was written in. */
    private record Amount(BigDecimal size, String unit, BigDecimal factor) {
        static Amount of(String text, Kind kind) {
            String number = text.replaceFirst("^([+-]?[0-9.]+).*$", "$1");
            String unit = text.substring(number.length()).strip();
            BigDecimal factor = kind.units().get(unit);
            return new Amount(new BigDecimal(number).multiply(factor), unit, factor);
        }

        String say(BigDecimal size) {
            return size.divide(factor, MathContext.DECIMAL64)
                            .stripTrailingZeros()
                            .toPlainString()
                    + unit;
        }
    }
}
