package org.swarmload.yaml;

import java.util.List;

/**
 * What a sweep varies: a path of the scenario and the values it takes, in their order.
 *
 * @param option as it was given, for messages
 * @param path dotted, as {@code --set} takes it
 * @param values at least one
 */
public record Vary(String option, String path, List<Value> values, Scale scale) {
    /** How far apart the values are. */
    public enum Scale {
        /** Words, laws, or values of different kinds: they have an order and no distance. */
        WORDS,
        LINEAR,
        /** Each value is the one before it times the same factor, or about the same over a wide range. */
        GEOMETRIC
    }

    /**
     * @param text as it was written, or would be
     * @param size in base units; null where the scale is {@link Scale#WORDS}
     */
    public record Value(String text, Double size) {}

    public Vary {
        values = List.copyOf(values);
    }

    /**
     * Reads {@code path=a,b,c}, {@code path=from:to*factor} and {@code path=from:to+step}.
     *
     * @throws ScenarioException with the problems of all of them
     */
    public static List<Vary> readAll(List<String> options) {
        Problems problems = new Problems();
        List<Vary> read = options.stream()
                .map(text -> new VaryParser(text, problems).read())
                .toList();
        for (int i = 0; i < read.size(); i++) {
            for (int before = 0; before < i; before++) {
                if (read.get(i) != null
                        && read.get(before) != null
                        && read.get(i).path().equals(read.get(before).path())) {
                    problems.add(
                            Position.ofOption(read.get(i).option()),
                            read.get(i).path(),
                            "This is varied twice.",
                            "Write all its values in one --vary.");
                }
            }
        }
        problems.throwIfAny();
        return read;
    }
}
