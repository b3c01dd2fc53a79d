package org.swarmload.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.swarmload.sim.model.Law;

/**
 * Reads the keys of one map. Every key that is asked for becomes known; {@link #done} reports the others. A value that
 * is missing or wrong is reported once and replaced by a harmless one, so that reading goes on to the next problem; the
 * replacement never leaves the reader because problems end in an exception.
 */
final class Fields {
    static final String NO_KEY = "is no key here.";

    private final SourceNode.MapNode map;
    private final String path;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, ScenarioProblem> missing = new LinkedHashMap<>();

    Fields(SourceNode node, String path, Problems problems) {
        this.path = path;
        this.problems = problems;
        if (node instanceof SourceNode.MapNode m) {
            this.map = withoutRemoved(m);
        } else {
            problems.add(node.position(), path, "This must be a map of keys and values, it is " + node.shape() + ".");
            this.map = SourceNode.MapNode.of(node.position(), Map.of());
            known.add("*");
        }
    }

    /** What an overlay removed is as good as never written. */
    private static SourceNode.MapNode withoutRemoved(SourceNode.MapNode map) {
        Map<String, SourceNode.Entry> kept = new LinkedHashMap<>(map.entries());
        kept.values().removeIf(entry -> entry.value() instanceof SourceNode.RemoveNode);
        return kept.size() == map.entries().size() ? map : SourceNode.MapNode.of(map.position(), kept);
    }

    Position position() {
        return map.position();
    }

    String path() {
        return path;
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Where a key's value is written; the map's place when the key is absent. */
    Position positionOf(String key) {
        SourceNode node = map.get(key);
        return node == null ? map.position() : node.position();
    }

    void problem(String key, String message, String hint) {
        problems.add(positionOf(key), path(key), message, hint);
    }

    /** Whether nothing is wrong with what these keys hold, as far as it was read. */
    boolean sound(String... keys) {
        return Arrays.stream(keys).allMatch(key -> problems.sound(path(key)));
    }

    /** Notes that a key is missing; {@link #done} says so unless the key is there with a typing error. */
    void missing(String key, String message, String hint) {
        Position at = map.position();
        missing.putIfAbsent(key, new ScenarioProblem(at.source(), at.line(), at.column(), path(key), message, hint));
        problems.doubt(path(key));
    }

    boolean has(String key) {
        known.add(key);
        return map.get(key) != null;
    }

    /** The same without making the key known. */
    boolean isWritten(String key) {
        return map.get(key) != null;
    }

    /** Whether a key holds this word. */
    boolean says(String key, String word) {
        return node(key) instanceof SourceNode.ScalarNode scalar
                && scalar.text().strip().equals(word);
    }

    /** Whether two keys stand in the same file: one that is laid over the other may leave it without effect. */
    boolean writtenTogether(String key, String other) {
        return positionOf(key).source().equals(positionOf(other).source());
    }

    /** The node of a key, or null. */
    SourceNode node(String key) {
        known.add(key);
        return map.get(key);
    }

    SourceNode.Entry entry(String key) {
        known.add(key);
        return map.entries().get(key);
    }

    /** A nested map; an empty one after a problem when it is missing. */
    Fields map(String key, String example) {
        SourceNode node = required(key, example);
        return node == null ? nothing(key) : new Fields(node, path(key), problems);
    }

    /** A nested map, empty when it is absent. */
    Fields mapOrEmpty(String key) {
        SourceNode node = node(key);
        return node == null ? nothing(key) : new Fields(node, path(key), problems);
    }

    private Fields nothing(String key) {
        Fields fields = new Fields(SourceNode.MapNode.of(map.position(), Map.of()), path(key), problems);
        fields.known.add("*");
        return fields;
    }

    /** True for the stand-in of a map that is not there: nothing of it is missing again. */
    boolean isNothing() {
        return known.contains("*");
    }

    /** The keys as they are written. */
    List<String> names() {
        return List.copyOf(map.entries().keySet());
    }

    /** Every entry of a map whose keys are names that the planner chose. */
    Map<String, SourceNode> named(String what) {
        Map<String, SourceNode> named = new LinkedHashMap<>();
        map.entries().forEach((name, entry) -> {
            known.add(name);
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,39}")) {
                problems.add(
                        entry.keyPosition(),
                        path(name),
                        "is no name for " + what + ".",
                        "Use up to 40 letters, digits and hyphens.");
            }
            named.put(name, entry.value());
        });
        if (named.isEmpty() && !isNothing()) {
            problems.add(map.position(), path, "Name at least one " + what.replaceFirst("^an? ", "") + ".", "");
        }
        return named;
    }

    /** The items of a list; empty when the key is absent. */
    List<SourceNode> list(String key) {
        SourceNode node = node(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SourceNode.ListNode list) {
            return list.items();
        }
        problems.add(node.position(), path(key), "This must be a list, it is " + node.shape() + ".");
        return List.of();
    }

    String text(String key, String otherwise) {
        SourceNode node = node(key);
        if (node == null) {
            return otherwise;
        }
        if (node instanceof SourceNode.ScalarNode scalar
                && !scalar.isNull()
                && scalar.text().length() <= 2_000) {
            return scalar.text().strip();
        }
        problems.add(node.position(), path(key), "This must be a text, it is " + node.shape() + ".");
        return otherwise;
    }

    String requiredText(String key, String example) {
        return required(key, example) == null ? "" : text(key, "");
    }

    /** One of the words allowed here; of a wrong one the nearest, so that what hangs on it is read as it was meant. */
    String word(String key, List<String> allowed, String otherwise) {
        String word = text(key, otherwise);
        if (!allowed.contains(word) && map.get(key) instanceof SourceNode.ScalarNode scalar && !scalar.isNull()) {
            problem(key, scalar.shape() + " is not known here.", DidYouMean.hintOrList(word, allowed));
            String near = DidYouMean.nearest(word, allowed);
            return near.isEmpty() ? allowed.get(0) : near;
        }
        return word;
    }

    /** A whole number, or a word that stands for one. */
    long countOr(String word, long meant, String key, long least, long most, long otherwise) {
        String text = node(key) instanceof SourceNode.ScalarNode scalar
                ? scalar.text().strip()
                : "";
        if (text.matches("[A-Za-z].*")) {
            if (!text.equals(word)) {
                problem(key, "'" + text + "' is not known here.", "Known here: a count, " + word + ".");
            }
            return meant;
        }
        return count(key, least, most, otherwise);
    }

    double quantity(String key, Kind kind, Range range, double otherwise) {
        SourceNode node = node(key);
        Double value = node == null ? null : new LawBinder(path(key), kind, range, problems).value(node, path(key));
        return value == null ? otherwise : value;
    }

    double requiredQuantity(String key, Kind kind, Range range, String example) {
        return required(key, example) == null ? range.most() : quantity(key, kind, range, range.most());
    }

    /** A whole number. */
    long count(String key, long least, long most, long otherwise) {
        double value = quantity(key, Kind.COUNT, Range.count(least, most), otherwise);
        if (value != Math.rint(value)) {
            problem(key, map.get(key).shape() + " is not a whole number.", "");
            return otherwise;
        }
        return (long) value;
    }

    long requiredCount(String key, long least, long most, String example) {
        return required(key, example) == null ? least : count(key, least, most, least);
    }

    long micros(String key, Range range, double otherwiseSeconds) {
        return toMicros(quantity(key, Kind.DURATION, range, otherwiseSeconds));
    }

    long requiredMicros(String key, Range range, String example) {
        return toMicros(requiredQuantity(key, Kind.DURATION, range, example));
    }

    static long toMicros(double seconds) {
        return Math.round(seconds * 1_000_000);
    }

    /** A quantity or a law of it. */
    Law law(String key, Kind kind, Range range, Law otherwise) {
        SourceNode node = node(key);
        Law law = node == null ? null : new LawBinder(path(key), kind, range, problems).bind(node);
        return law == null ? otherwise : law;
    }

    Law requiredLaw(String key, Kind kind, Range range, String example) {
        Law harmless = Law.constant(range.most());
        return required(key, example) == null ? harmless : law(key, kind, range, harmless);
    }

    private SourceNode required(String key, String example) {
        SourceNode node = node(key);
        if (node == null && !isNothing()) {
            missing(key, "is missing.", "For example " + key + ": " + example);
        }
        return node;
    }

    /**
     * Reports every key that nobody asked for and every key that is missing; keys that begin with x- are the planner's
     * own notes.
     */
    void done() {
        List<String> words = known.stream().filter(k -> !k.equals("*")).toList();
        map.entries().forEach((key, entry) -> {
            if (!known.contains(key) && !key.startsWith("x-")) {
                unknown(key, entry.keyPosition(), words);
            }
        });
        missing.values().forEach(problems::add);
        missing.clear();
    }

    private void unknown(String key, Position at, List<String> words) {
        String absent = DidYouMean.nearest(
                key, words.stream().filter(word -> map.get(word) == null).toList());
        String near = absent.isEmpty() ? DidYouMean.nearest(key, words) : absent;
        String later = Later.message(key);
        if (near.isEmpty() && !later.isEmpty()) {
            problems.add(at, path(key), later);
            return;
        }
        if (!absent.isEmpty()) {
            missing.remove(absent);
            problems.doubt(path(absent));
        }
        String hint = near.isEmpty() ? "Known here: " + Problems.listed(words) + "." : "Maybe you meant " + near + ".";
        problems.add(at, path(key), NO_KEY, hint);
    }
}
