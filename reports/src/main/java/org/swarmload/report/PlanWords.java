package org.swarmload.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.DeliveryPlan.Line;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.plan.PlanResult;

/** Orders, prices and reasons of a plan in words: the same in the terminal and on the page. */
final class PlanWords {
    /** Smaller parts of a harm are not worth naming. */
    private static final int MOST_CAUSES = 2;

    private static final double IN_FULL = 100;

    private final PlanResult result;

    PlanWords(PlanResult result) {
        this.result = result;
    }

    /** Whether somebody says what things cost. */
    boolean hasPrices() {
        return result.deliveries().stream().anyMatch(PlanWords::isBilled);
    }

    static boolean isBilled(DeliveryPlan plan) {
        return !plan.invoice().lines().isEmpty();
    }

    String currency() {
        return result.deliveries().stream()
                .filter(PlanWords::isBilled)
                .map(plan -> plan.invoice().currency())
                .findFirst()
                .orElse("");
    }

    /** Nobody who decides about hundreds reads cents: "18,200 USD". */
    Quantity money(double value) {
        String said = Math.abs(value) >= IN_FULL ? Unit.COUNT.say(Math.rint(value)) : Unit.MONEY.say(value);
        return new Quantity("cost", value, said + " " + currency());
    }

    /** What rests on a small crowd is said with three digits: "about 10,000 USD". */
    Quantity about(DeliveryPlan plan) {
        Quantity exact = money(plan.cost());
        double rounded = new BigDecimal(plan.cost())
                .round(new MathContext(3, RoundingMode.HALF_EVEN))
                .doubleValue();
        return isWhole(plan)
                ? exact
                : new Quantity(
                        exact.word(), exact.value(), "about " + money(rounded).text());
    }

    /** "44 Gbps of edges (east 26 Gbps, west 18 Gbps), login at 180/s and 2 seeds". */
    static String order(DeliveryPlan plan) {
        List<String> parts = new ArrayList<>();
        List<Line> edges = edges(plan);
        if (edges.size() > 1) {
            parts.add(Unit.BPS.say(edgeBps(plan)) + " of edges ("
                    + String.join(
                            ", ",
                            edges.stream()
                                    .map(edge -> name(edge) + " " + spaced(edge.text()))
                                    .toList())
                    + ")");
        }
        for (Line line : plan.order()) {
            if (!edges.contains(line) || edges.size() == 1) {
                parts.add(part(line));
            }
        }
        return parts.isEmpty() ? "nothing beyond what the scenario has" : and(parts);
    }

    private static List<Line> edges(DeliveryPlan plan) {
        return plan.order().stream()
                .filter(line -> line.key().startsWith("edges."))
                .toList();
    }

    /** Capacity of all edges that are ordered, in bits per second. */
    public static double edgeBps(DeliveryPlan plan) {
        return edges(plan).stream().mapToDouble(Line::size).sum();
    }

    private static String name(Line line) {
        return line.key().split("\\.")[1];
    }

    private static String part(Line line) {
        String text = spaced(line.text());
        String[] words = line.key().split("\\.");
        String last = words[words.length - 1];
        boolean one = line.size() == 1;
        return switch (words[0]) {
            case "front-door" ->
                switch (last) {
                    case "servers" -> text + " " + words[1] + (one ? " server" : " servers");
                    case "sessions" -> text + " " + words[1] + (one ? " session" : " sessions");
                    default -> words[1] + " at " + text;
                };
            case "edges" -> text + " at edge " + words[1];
            case "seeds" -> last.equals("count") ? text + (one ? " seed" : " seeds") : text + " for each seed";
            case "swarm" -> "an upload cap of " + text;
            default ->
                last.equals("servers")
                        ? text + " " + words[0] + (one ? " server" : " servers")
                        : text + " for each server of the " + words[0];
        };
    }

    /** "edge east: capacity". */
    static String quantity(Line line) {
        String[] words = line.key().split("\\.");
        String last = words[words.length - 1].replace('-', ' ');
        return switch (words[0]) {
            case "front-door" -> "front door, " + words[1] + ": " + last;
            case "edges" -> "edge " + words[1] + ": " + last;
            case "swarm" -> "viewers: " + last;
            default -> words[0] + ": " + last;
        };
    }

    /** "26Gbps" as people write it. */
    static String spaced(String text) {
        return text.replaceFirst("(?<=[0-9])(?=[A-Za-z%])", " ");
    }

    static String and(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    /** Other deliveries that hold, the cheapest first. */
    List<DeliveryPlan> alternatives() {
        return result.deliveries().stream()
                .filter(plan -> plan.outcome() == Outcome.HOLDS && !result.isRecommended(plan))
                .sorted(Comparator.comparingDouble(DeliveryPlan::cost))
                .toList();
    }

    /** Of deliveries that do not hold the one whose tightest objective is least far beyond its limit. */
    Optional<DeliveryPlan> nearest(Outcome outcome) {
        return result.deliveries().stream()
                .filter(plan -> plan.outcome() == outcome)
                .max(Comparator.comparingDouble(plan -> Promised.tightest(result.scenario(), plan.judged())
                        .map(Promised::margin)
                        .orElse(Double.NEGATIVE_INFINITY)));
    }

    boolean isWhole(DeliveryPlan plan) {
        return isWhole(plan.viewers());
    }

    boolean isWhole(int viewers) {
        return viewers == result.scenario().audience().viewers();
    }

    /** The next cheapest; what was judged on a small crowd alone is "about". */
    String against() {
        List<DeliveryPlan> others = alternatives();
        if (!others.isEmpty()) {
            DeliveryPlan next = others.get(0);
            if (!isBilled(next)) {
                return "; " + next.delivery() + " would hold too";
            }
            return next.cost() < result.recommended().cost()
                    ? "; " + next.delivery() + " may cost less (" + about(next).text()
                            + ") but was not tried on new nights"
                    : "; the next cheapest, " + next.delivery() + ", costs "
                            + about(next).text();
        }
        return result.deliveries().size() > 1 ? "; no other delivery holds" : "";
    }

    /** What most of the harm that is left is charged to: "the edges (62 %) and login (front door) (31 %)". */
    static String causes(Map<String, Double> causes) {
        Map<String, Double> top = new LinkedHashMap<>();
        causes.entrySet().stream().limit(MOST_CAUSES).forEach(one -> top.put(one.getKey(), one.getValue()));
        return and(top.entrySet().stream()
                .map(one -> Causes.say(one.getKey()) + " (" + Unit.SHARE.say(one.getValue()) + ")")
                .toList());
    }

    /** What more of an order cannot mend, and what may. */
    static String remedy(Map<String, Double> causes) {
        return causes.keySet().stream()
                .findFirst()
                .map(cause -> switch (cause) {
                    case "own-line" -> "No order mends viewers' own lines: promise less, or offer lower bit rates.";
                    case "fault" -> "More capacity does not mend an outage: survive it, or promise less.";
                    case "peers" -> "Viewers' uplinks are no order: let edges or seeds carry more.";
                    default -> "Maybe what can be ordered ends too early there.";
                })
                .orElse("");
    }

    static String said(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "✓ holds";
            case NONE -> "✗ no order holds";
            case UNDECIDED -> "? undecided";
        };
    }

    /** "on all 20,000 viewers, 3 nights". */
    String crowd(DeliveryPlan plan) {
        return (isWhole(plan)
                        ? "on all " + Unit.COUNT.say(plan.viewers(), "viewer")
                        : "on a small crowd of " + Unit.COUNT.say(plan.viewers()))
                + ", " + Unit.COUNT.say(plan.nights(), "night");
    }
}
