package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.swarmload.scenario.Expectation.Notation;
import org.swarmload.scenario.Nights;
import org.swarmload.scenario.Unknown;
import org.swarmload.sim.model.Law;

/** Binds {@code unknowns:}: paths with a law of what stands there, or of a factor of it. */
final class UnknownBinder {
    private static final String TIMES = "times";
    private static final Range FACTOR = new Range(1e-6, 1_000, "from 0.000001 to 1000");
    private static final Range ANY = new Range(-1e18, 1e18, "less than that");
    private static final String EXAMPLE =
            "For example {triangular: [60%, 78%, 90%]}, or {times: {triangular: [0.8, 1, 1.4]}}.";

    private static final List<String> WORDS =
            Stream.concat(LawBinder.WORDS.stream(), Stream.of(TIMES)).toList();

    /** What is the same on every night, because nights are made, counted or judged with it. */
    private static final Set<String> CERTAIN = Set.of(
            "schema",
            "extends",
            "name",
            "about",
            "seed",
            "zone",
            "run",
            "decide",
            "objectives",
            "expect",
            "engine",
            "unknowns",
            "plan");

    private final Problems problems;

    UnknownBinder(Problems problems) {
        this.problems = problems;
    }

    /** @param tree the whole scenario, from which nights are made */
    Nights bind(Fields fields, SourceNode tree, long seed) {
        List<Unknown> unknowns = new ArrayList<>();
        for (String path : fields.names()) {
            if (path.startsWith("x-")) {
                continue;
            }
            SourceNode.Entry entry = fields.entry(path);
            Unknown unknown = maybeUnknown(path, entry, fields.path(path)) && apart(path, entry, unknowns, fields)
                    ? unknown(path, entry.value(), fields.path(path))
                    : null;
            if (unknown != null) {
                unknowns.add(unknown);
            }
        }
        fields.done();
        if (unknowns.isEmpty()) {
            return Nights.CERTAIN;
        }
        NightReader reader = new NightReader(tree, unknowns);
        return new Nights(unknowns, replication -> reader.night(seed, replication));
    }

    private boolean maybeUnknown(String path, SourceNode.Entry entry, String at) {
        List<String> steps = Arrays.asList(path.split("\\.", -1));
        if (steps.contains("")) {
            problems.add(entry.keyPosition(), at, "is no path.", "For example audience.viewers.");
            return false;
        }
        if (CERTAIN.contains(steps.get(0)) || steps.get(0).startsWith("x-")) {
            problems.add(entry.keyPosition(), at, "'" + steps.get(0) + "' is the same on every night.");
            return false;
        }
        if (entry.value() instanceof SourceNode.MapNode map && !isTimes(map) && !LawBinder.isLaw(map)) {
            String first = map.entries().isEmpty()
                    ? "KEY"
                    : map.entries().keySet().iterator().next();
            problems.add(
                    map.position(),
                    at,
                    "This is no law.",
                    map.entries().size() == 1
                                    && DidYouMean.nearest(first, WORDS).isEmpty()
                            ? "A path stands in one piece, as in " + path + "." + first + ": {uniform: [1, 2]}."
                            : EXAMPLE);
            return false;
        }
        return true;
    }

    /** One unknown within another would depend on which is drawn first. */
    private boolean apart(String path, SourceNode.Entry entry, List<Unknown> others, Fields fields) {
        for (Unknown other : others) {
            if (path.startsWith(other.path() + ".") || other.path().startsWith(path + ".")) {
                problems.add(
                        entry.keyPosition(),
                        fields.path(path),
                        "One of this and " + other.path() + " is within the other.",
                        "Keep one of the two.");
                return false;
            }
        }
        return true;
    }

    private static boolean isTimes(SourceNode.MapNode map) {
        return map.entries().keySet().equals(Set.of(TIMES));
    }

    /** Null after a problem was noted. */
    private Unknown unknown(String path, SourceNode node, String at) {
        boolean times = node instanceof SourceNode.MapNode map && isTimes(map);
        SourceNode written = times ? ((SourceNode.MapNode) node).get(TIMES) : node;
        String where = times ? at + "." + TIMES : at;
        if (!(written instanceof SourceNode.MapNode law) || law.entries().size() != 1) {
            problems.add(written.position(), where, "This must be a law, it is " + written.shape() + ".", EXAMPLE);
            return null;
        }
        String text = EffectiveScenario.flow(law);
        if (times) {
            Law factors = new LawBinder(where, Kind.COUNT, FACTOR, problems).bind(law);
            return factors == null ? null : new Unknown(path, true, factors, "", 1, false, "times " + text);
        }
        return value(path, law, where, text);
    }

    private Unknown value(String path, SourceNode.MapNode law, String where, String text) {
        List<SourceNode.ScalarNode> values = values(law);
        Kind kind = values.isEmpty() ? Kind.COUNT : kind(values.get(0));
        if (kind == null) {
            problems.add(values.get(0).position(), where, values.get(0).shape() + " is no quantity.", EXAMPLE);
            return null;
        }
        Law bound = new LawBinder(where, kind, ANY, problems).bind(law);
        if (bound == null) {
            return null;
        }
        // Draws are written in the unit of the law's first value.
        Notation notation = Quantities.notation(values.get(0).text(), kind);
        boolean plain = Multiplied.isPlainNumber(Arrays.asList(path.split("\\.", -1)));
        boolean whole = kind == Kind.COUNT && !plain && values.stream().allMatch(UnknownBinder::isWhole);
        return new Unknown(path, false, bound, notation.unit(), notation.factor(), whole, text);
    }

    /** The quantities of a law: no shares of a choice, no sigma. */
    private static List<SourceNode.ScalarNode> values(SourceNode.MapNode law) {
        SourceNode inner = law.entries().values().iterator().next().value();
        List<SourceNode> nodes = new ArrayList<>();
        if (inner instanceof SourceNode.ListNode list) {
            for (SourceNode item : list.items()) {
                boolean pair =
                        item instanceof SourceNode.ListNode two && !two.items().isEmpty();
                nodes.add(pair ? ((SourceNode.ListNode) item).items().get(0) : item);
            }
        } else if (inner instanceof SourceNode.MapNode map) {
            map.entries().forEach((key, entry) -> nodes.add(key.equals("sigma") ? null : entry.value()));
        } else {
            nodes.add(inner);
        }
        return nodes.stream()
                .filter(SourceNode.ScalarNode.class::isInstance)
                .map(SourceNode.ScalarNode.class::cast)
                .toList();
    }

    /** Null if it is no quantity. */
    private static Kind kind(SourceNode.ScalarNode value) {
        return Arrays.stream(Kind.values())
                .filter(kind -> Quantities.parse(value.text(), kind).ok())
                .findFirst()
                .orElse(null);
    }

    /** Draws of a law between whole numbers are whole. */
    private static boolean isWhole(SourceNode.ScalarNode count) {
        double value = Quantities.parse(count.text(), Kind.COUNT).value();
        return value == Math.rint(value);
    }
}
