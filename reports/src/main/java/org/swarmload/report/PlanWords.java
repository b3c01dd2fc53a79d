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
import java.util.stream.Collectors;
import org.swarmload.plan.DeliveryPlan;
import org.swarmload.plan.DeliveryPlan.Line;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.plan.PlanResult;
import org.swarmload.plan.WhatIf.Case;
import org.swarmload.report.Report.Finding;

/** Orders, prices and reasons of a plan in words: the same in the terminal and on the page. */
final class PlanWords {
    /** Smaller parts of a harm are not worth naming. */
    private static final int MOST_CAUSES = 2;

    private static final double IN_FULL = 100;

    private final PlanResult result;

    PlanWords(PlanResult result) {
        this.result = result;
    }

    String currency() {
        return result.deliveries().stream()
                .filter(DeliveryPlan::isBilled)
                .map(plan -> plan.invoice().currency())
                .findFirst()
                .orElse("");
    }

    /** Nobody who decides about hundreds reads cents: "18,200 USD". */
    Quantity money(double value) {
        return new Quantity("cost", value, amount(value) + " " + currency());
    }

    private static String amount(double value) {
        return Math.abs(value) >= IN_FULL ? Unit.COUNT.say(Math.rint(value)) : Unit.MONEY.say(value);
    }

    /** What rests on a small crowd is said with three digits: "about 10,000 USD". */
    Quantity about(DeliveryPlan plan) {
        String text = amount(plan, plan.cost()) + " " + currency();
        return new Quantity("cost", plan.cost(), isWhole(plan) ? text : "about " + text);
    }

    private String amount(DeliveryPlan plan, double value) {
        return amount(
                isWhole(plan)
                        ? value
                        : new BigDecimal(value)
                                .round(new MathContext(3, RoundingMode.HALF_EVEN))
                                .doubleValue());
    }

    /**
     * Between what the price of an order lies, least first: on eight of ten nights over what is unknown, else on all that
     * were simulated. Empty where that is one and the same, as far as anybody reads it.
     */
    List<Quantity> range(DeliveryPlan plan) {
        if (plan.seen().bills().isEmpty()) {
            return List.of();
        }
        boolean certain = plan.judged().held() == null;
        double low =
                certain ? plan.seen().leastBill() : plan.seen().spreadOfBills().p10();
        double high =
                certain ? plan.seen().mostBill() : plan.seen().spreadOfBills().p90();
        String least = amount(plan, low);
        String most = amount(plan, high);
        return least.equals(most)
                ? List.of()
                : List.of(new Quantity("cost", low, least), new Quantity("cost", high, most));
    }

    /** "4,644 USD (4,120 to 5,230 over what is unknown)": the price of an order and its range, where it has one. */
    Finding price(DeliveryPlan plan) {
        List<Quantity> figures = new ArrayList<>(List.of(about(plan)));
        List<Quantity> range = range(plan);
        figures.addAll(range);
        String over = plan.judged().held() == null ? " on single nights)" : " over what is unknown)";
        return new Finding(
                figures.get(0).text()
                        + (range.isEmpty()
                                ? ""
                                : " (" + range.get(0).text() + " to "
                                        + range.get(1).text() + over),
                figures);
    }

    /** "its cost is unknown (no price list for peers)"; nothing is known to be cheaper or dearer then. */
    static String unknownCost(DeliveryPlan plan) {
        return "its cost is unknown"
                + (plan.unpriced().isEmpty() ? "" : " (no price list for " + and(plan.unpriced()) + ")");
    }

    /** The same for the figure of page one: what the range is a range of. */
    String spread(DeliveryPlan plan) {
        if (plan.seen().bills().isEmpty()) {
            return "";
        }
        List<Quantity> range = range(plan);
        String nights = Unit.COUNT.say(plan.nights(), "simulated night");
        if (range.isEmpty()) {
            return "; the same on " + (plan.nights() == 1 ? "" : "each of ") + nights;
        }
        String between = "; " + range.get(0).text() + " to " + range.get(1).text() + " ";
        return plan.judged().held() == null
                ? between + "on " + nights
                : between + "on 8 of 10 nights, over what is unknown";
    }

    /** "44 Gbps of edges (east 26 Gbps, west 18 Gbps), login at 180/s and 2 seeds". */
    static String order(DeliveryPlan plan) {
        return order(plan, true);
    }

    /** For a sentence, beside which a table says how much of it is where: "44 Gbps of edges, login at 180/s and 2 seeds". */
    static String inBrief(DeliveryPlan plan) {
        return order(plan, false);
    }

    private static String order(DeliveryPlan plan, boolean each) {
        List<String> parts = new ArrayList<>();
        List<Line> edges = edges(plan);
        if (edges.size() > 1) {
            String names = edges.stream()
                    .map(edge -> name(edge) + " " + spaced(edge.text()))
                    .collect(Collectors.joining(", "));
            parts.add(Unit.BPS.say(edgeBps(plan)) + " of edges" + (each ? " (" + names + ")" : ""));
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

    /** What of an order is the least that can be ordered: there the offer ends the search, and not a promise. */
    Optional<String> leastOnOffer(List<Line> order) {
        List<String> least = order.stream()
                .filter(line -> result.scenario().plan().order().stream()
                        .anyMatch(ladder -> ladder.key().equals(line.key())
                                && ladder.values().get(0).size() == line.size()))
                .map(PlanWords::part)
                .toList();
        return least.isEmpty()
                ? Optional.empty()
                : Optional.of("The least on offer is ordered of these, and less was not tried: " + and(least) + ".");
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

    /** Other deliveries that hold, the cheapest first, after those with a price those without. */
    List<DeliveryPlan> alternatives() {
        return result.deliveries().stream()
                .filter(plan -> plan.outcome() == Outcome.HOLDS && !result.isRecommended(plan))
                .sorted(Comparator.comparingDouble(PlanWords::comparable))
                .toList();
    }

    /** By which deliveries are put in order; of what nobody knows the price of it is no small one. */
    static double comparable(DeliveryPlan plan) {
        return plan.isBilled() ? plan.cost() : Double.MAX_VALUE;
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

    /** Of a single night, which has as many people as it drew. */
    boolean isWhole(Case night) {
        return night.viewers() == result.scenario().night(0).audience().viewers();
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
