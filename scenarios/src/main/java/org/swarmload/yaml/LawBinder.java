package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.swarmload.sim.model.Law;

/**
 * Reads a quantity or a law of one: {@code {exponential: 250s}}, {@code {lognormal: {p10: 3Mbps, p90: 20Mbps}}} and so
 * on. Every number of a law carries its unit and keeps the range of the quantity that it stands for.
 */
final class LawBinder {
    static final List<String> WORDS = List.of("exponential", "lognormal", "uniform", "triangular", "choice");
    private static final double MAX_SIGMA = 5;

    private final String path;
    private final Kind kind;
    private final Range range;
    private final Problems problems;

    LawBinder(String path, Kind kind, Range range, Problems problems) {
        this.path = path;
        this.kind = kind;
        this.range = range;
        this.problems = problems;
    }

    /** Whether a map is a law, so that an overlay replaces it instead of merging into it. */
    static boolean isLaw(SourceNode.MapNode map) {
        Set<String> keys = map.entries().keySet();
        return keys.size() == 1 && WORDS.contains(keys.iterator().next());
    }

    /** The law, or null after a problem was noted. */
    Law bind(SourceNode node) {
        if (!(node instanceof SourceNode.MapNode map)) {
            Double value = value(node, path);
            return value == null ? null : Law.constant(value);
        }
        if (map.entries().size() != 1) {
            problems.add(map.position(), path, "A law has one name and its values.", known());
            return null;
        }
        Map.Entry<String, SourceNode.Entry> only =
                map.entries().entrySet().iterator().next();
        return bind(only.getKey(), only.getValue());
    }

    /** The law of that name with the values in an entry. */
    Law bind(String word, SourceNode.Entry entry) {
        SourceNode node = entry.value();
        String at = path + "." + word;
        int before = problems.count();
        Law law = switch (word) {
            case "exponential" -> exponential(node, at);
            case "lognormal" -> lognormal(node, at);
            case "uniform" -> uniform(node, at);
            case "triangular" -> triangular(node, at);
            case "choice" -> choice(node, at);
            default -> {
                problems.add(entry.keyPosition(), at, "No such law.", DidYouMean.hintOrList(word, WORDS));
                yield null;
            }
        };
        return problems.count() == before ? law : null;
    }

    private Law exponential(SourceNode node, String at) {
        Double mean = value(node, at);
        if (mean != null && mean <= 0) {
            problems.add(node.position(), at, "The mean must be more than 0.");
            return null;
        }
        return mean == null ? null : new Law.Exponential(mean);
    }

    private Law uniform(SourceNode node, String at) {
        List<Double> v = values(node, at, 2, "[least, most]");
        if (v != null && v.get(0) > v.get(1)) {
            problems.add(node.position(), at, "The first value is above the second: " + written(node) + ".");
            return null;
        }
        return v == null ? null : new Law.Uniform(v.get(0), v.get(1));
    }

    private Law triangular(SourceNode node, String at) {
        List<Double> v = values(node, at, 3, "[least, likeliest, most]");
        if (v != null && (v.get(0) > v.get(1) || v.get(1) > v.get(2) || v.get(0).equals(v.get(2)))) {
            problems.add(
                    node.position(),
                    at,
                    "Its values must rise, and these do not: " + written(node) + ".",
                    "They are [least, likeliest, most].");
            return null;
        }
        return v == null ? null : new Law.Triangular(v.get(0), v.get(1), v.get(2));
    }

    private Law lognormal(SourceNode node, String at) {
        String example = "For example {p10: 3, p90: 20} or {median: 3, sigma: 0.9}, with units.";
        if (!(node instanceof SourceNode.MapNode map)) {
            problems.add(node.position(), at, "needs its percentiles, this is " + node.shape() + ".", example);
            return null;
        }
        Set<String> keys = map.entries().keySet();
        if (keys.equals(Set.of("median", "sigma"))) {
            Double median = positive(map, "median", at);
            Double sigma = sigma(map.get("sigma"), at + ".sigma");
            return median == null || sigma == null ? null : Law.Lognormal.ofMedian(median, sigma);
        }
        if (!keys.equals(Set.of("p10", "p90")) && !keys.equals(Set.of("p10", "p50", "p90"))) {
            problems.add(map.position(), at, "takes p10 and p90, or p10, p50 and p90, or median and sigma.", example);
            return null;
        }
        Double p10 = positive(map, "p10", at);
        Double p50 = keys.contains("p50") ? positive(map, "p50", at) : p10;
        Double p90 = positive(map, "p90", at);
        if (p10 == null || p50 == null || p90 == null) {
            return null;
        }
        if (p10 > p50 || p50 > p90 || p10.equals(p90)) {
            problems.add(
                    map.position(),
                    at,
                    "Its percentiles must rise, and these do not: " + written(map) + ".",
                    "p10 is below p50, and that below p90.");
            return null;
        }
        return keys.contains("p50") ? Law.Lognormal.ofP10P50P90(p10, p50, p90) : Law.Lognormal.ofP10P90(p10, p90);
    }

    private Double sigma(SourceNode node, String at) {
        if (node instanceof SourceNode.ScalarNode scalar) {
            Quantities.Parsed parsed = Quantities.parse(scalar.text(), Kind.COUNT);
            if (parsed.ok() && parsed.value() >= 0 && parsed.value() <= MAX_SIGMA) {
                return parsed.value();
            }
        }
        problems.add(node.position(), at, node.shape() + " is not a plain number from 0 to 5.", "For example 0.9.");
        return null;
    }

    private Law choice(SourceNode node, String at) {
        if (!(node instanceof SourceNode.ListNode list) || list.items().isEmpty()) {
            problems.add(node.position(), at, "needs a list of [value, share].", "");
            return null;
        }
        List<double[]> pairs = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < list.items().size(); i++) {
            double[] pair = pair(list.items().get(i), at + "." + i);
            if (pair == null) {
                return null;
            }
            pairs.add(pair);
            sum += pair[1];
        }
        if (!Shares.isWhole(sum)) {
            problems.add(list.position(), at, Shares.message(sum));
            return null;
        }
        pairs.sort(Comparator.comparingDouble(p -> p[0]));
        return new Law.Choice(
                pairs.stream().mapToDouble(p -> p[0]).toArray(),
                pairs.stream().mapToDouble(p -> p[1]).toArray());
    }

    private double[] pair(SourceNode node, String at) {
        if (!(node instanceof SourceNode.ListNode list) || list.items().size() != 2) {
            problems.add(node.position(), at, "This must be [value, share], it is " + node.shape() + ".");
            return null;
        }
        Double value = value(list.items().get(0), at + ".0");
        Double share = new LawBinder(at + ".1", Kind.SHARE, Range.SHARE, problems)
                .value(list.items().get(1), at + ".1");
        return value == null || share == null ? null : new double[] {value, share};
    }

    /** So many quantities within the range, or null after a problem was noted. */
    List<Double> values(SourceNode node, String at, int count, String form) {
        if (!(node instanceof SourceNode.ListNode list) || list.items().size() != count) {
            problems.add(node.position(), at, "This must be " + form + ", it is " + node.shape() + ".");
            return null;
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Double value = value(list.items().get(i), at + "." + i);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    /** The values of a list, or those of a map with their keys, as they are written. */
    private static String written(SourceNode node) {
        if (node instanceof SourceNode.ListNode list) {
            return list.items().stream().map(SourceNode::shape).collect(Collectors.joining(", "));
        }
        return ((SourceNode.MapNode) node)
                .entries().entrySet().stream()
                        .map(entry ->
                                entry.getKey() + " " + entry.getValue().value().shape())
                        .collect(Collectors.joining(", "));
    }

    private Double positive(SourceNode.MapNode map, String key, String at) {
        Double value = value(map.get(key), at + "." + key);
        if (value != null && value <= 0) {
            problems.add(map.get(key).position(), at + "." + key, "A lognormal value must be more than 0.");
            return null;
        }
        return value;
    }

    /** One quantity within the range, or null after a problem was noted. */
    Double value(SourceNode node, String at) {
        if (!(node instanceof SourceNode.ScalarNode scalar) || scalar.isNull()) {
            problems.add(node.position(), at, "This must be " + kind.words() + ", it is " + node.shape() + ".");
            return null;
        }
        Quantities.Parsed parsed = Quantities.parse(scalar.text(), kind, range);
        if (!parsed.ok()) {
            problems.add(node.position(), at, parsed.message(), parsed.hint());
            return null;
        }
        if (!range.contains(parsed.value())) {
            problems.add(node.position(), at, scalar.shape() + " is out of range: " + range.words() + ".");
            return null;
        }
        return parsed.value();
    }

    private static String known() {
        return "Laws: " + Problems.listed(WORDS) + ".";
    }
}
