package org.swarmload.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is written at a path times a factor. A scalar, a law or a list is multiplied; a map is not, because its keys mean
 * different things. What a delivery has from the one that it is like counts as written in it.
 */
final class Product {
    /** Lists of [time, bandwidth]: the times stay. */
    private static final Set<String> SERIES = Set.of("series", "daily");

    private final List<String> path;
    private final BigDecimal factor;
    private final Position at;
    private final Problems problems;

    private Product(List<String> path, BigDecimal factor, Position at, Problems problems) {
        this.path = path;
        this.factor = factor;
        this.at = at;
        this.problems = problems;
    }

    /** @param at of what asks for it; products are written there */
    static SourceNode laidOver(SourceNode tree, List<String> path, BigDecimal factor, Position at, Problems problems) {
        return new Product(path, factor, at, problems).over(tree);
    }

    private SourceNode over(SourceNode tree) {
        Written written = new Written(tree, path);
        if (written.node() == null) {
            problems.add(
                    at,
                    dotted(),
                    "Nothing is written here that could be multiplied.",
                    written.hint("Write the value first, then multiply it."));
            return tree;
        }
        SourceNode product = product(written.node());
        return product == null ? tree : written.replaced(product, problems);
    }

    private String dotted() {
        return String.join(".", path);
    }

    /** Null after a problem was noted. */
    private SourceNode product(SourceNode node) {
        if (node instanceof SourceNode.ScalarNode scalar) {
            return scalar(scalar);
        }
        if (node instanceof SourceNode.ListNode list) {
            boolean series = SERIES.contains(path.get(path.size() - 1));
            return series ? pairs(list, 1) : list(list, this::product);
        }
        if (node instanceof SourceNode.MapNode map && LawBinder.isLaw(map)) {
            return law(map);
        }
        List<String> keys = node instanceof SourceNode.MapNode map
                ? List.copyOf(map.entries().keySet())
                : List.of();
        problems.add(
                at,
                dotted(),
                "Only a quantity, a law or a list can be multiplied, this is " + node.shape() + ".",
                keys.isEmpty() ? "" : "Its keys: " + Problems.listed(keys) + ".");
        return null;
    }

    private SourceNode law(SourceNode.MapNode law) {
        Map.Entry<String, SourceNode.Entry> only =
                law.entries().entrySet().iterator().next();
        SourceNode values = only.getValue().value();
        SourceNode product;
        if (only.getKey().equals("choice") && values instanceof SourceNode.ListNode list) {
            product = pairs(list, 0);
        } else if (only.getKey().equals("lognormal") && values instanceof SourceNode.MapNode map) {
            product = lognormal(map);
        } else {
            product = product(values);
        }
        return product == null ? null : law.with(only.getKey(), new SourceNode.Entry(at, product));
    }

    /** Percentiles and medians; sigma is a ratio of values and stays. */
    private SourceNode lognormal(SourceNode.MapNode map) {
        Map<String, SourceNode.Entry> products = new LinkedHashMap<>(map.entries());
        for (Map.Entry<String, SourceNode.Entry> entry : map.entries().entrySet()) {
            if (!entry.getKey().equals("sigma")) {
                SourceNode product = product(entry.getValue().value());
                if (product == null) {
                    return null;
                }
                products.put(entry.getKey(), new SourceNode.Entry(at, product));
            }
        }
        return SourceNode.MapNode.of(at, products);
    }

    /** Of each pair one value. */
    private SourceNode pairs(SourceNode.ListNode list, int index) {
        return list(list, item -> {
            if (!(item instanceof SourceNode.ListNode pair) || pair.items().size() <= index) {
                problems.add(at, dotted(), "This must be a list of pairs, one is " + item.shape() + ".");
                return null;
            }
            SourceNode product = product(pair.items().get(index));
            List<SourceNode> items = new ArrayList<>(pair.items());
            items.set(index, product);
            return product == null ? null : SourceNode.ListNode.of(at, items);
        });
    }

    /** Null if one item cannot be multiplied: of the others nothing is said. */
    private SourceNode list(SourceNode.ListNode list, UnaryOperator<SourceNode> each) {
        List<SourceNode> products = new ArrayList<>();
        for (SourceNode item : list.items()) {
            SourceNode product = each.apply(item);
            if (product == null) {
                return null;
            }
            products.add(product);
        }
        return SourceNode.ListNode.of(at, products);
    }

    private SourceNode scalar(SourceNode.ScalarNode scalar) {
        String product = Multiplied.text(scalar.text(), factor, Multiplied.isPlainNumber(path));
        if (product == null) {
            problems.add(at, dotted(), scalar.shape() + " is no quantity, so it cannot be multiplied.");
            return null;
        }
        return new SourceNode.ScalarNode(at, product, false);
    }
}
