package org.swarmload.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems while reading goes on, so that a planner sees all of them at once. */
final class Problems {
    private final Set<ScenarioProblem> found = new LinkedHashSet<>();
    private final Set<String> doubted = new LinkedHashSet<>();
    private int noted;

    void add(Position at, String path, String message) {
        add(at, path, message, "");
    }

    void add(Position at, String path, String message, String hint) {
        add(new ScenarioProblem(at.source(), at.line(), at.column(), path, message, hint));
    }

    /** What deliveries have from the one that they are like is wrong once, though each of them reads it. */
    void add(ScenarioProblem problem) {
        noted++;
        if (found.stream().anyMatch(other -> isSame(other, problem))) {
            doubt(problem.path());
        } else {
            found.add(problem);
        }
    }

    private static boolean isSame(ScenarioProblem one, ScenarioProblem other) {
        return one.line() == other.line()
                && one.column() == other.column()
                && one.file().equals(other.file())
                && one.message().equals(other.message())
                && key(one).equals(key(other));
    }

    private static String key(ScenarioProblem problem) {
        return problem.path().substring(problem.path().lastIndexOf('.') + 1);
    }

    /** What stands at a path is not what the planner meant: a key that is missing or misspelt there. */
    void doubt(String path) {
        doubted.add(path);
    }

    /**
     * Whether nothing is known to be wrong with the value at a path: neither there nor within it nor around it. A check
     * that depends on a value which is not sound is left out, because one mistake deserves one message.
     */
    boolean sound(String path) {
        return doubted.stream().noneMatch(other -> touch(path, other))
                && found.stream().noneMatch(problem -> touch(path, problem.path()));
    }

    private static boolean touch(String path, String other) {
        return !other.isEmpty() && (path.equals(other) || path.startsWith(other + ".") || other.startsWith(path + "."));
    }

    /** How many were noted; compared before and after a part is bound, it tells whether the part is sound. */
    int count() {
        return noted;
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ScenarioException(found.stream()
                    .sorted(Comparator.comparing(ScenarioProblem::file)
                            .thenComparingInt(ScenarioProblem::line)
                            .thenComparingInt(ScenarioProblem::column))
                    .toList());
        }
    }

    static ScenarioException one(Position at, String path, String message, String hint) {
        Problems problems = new Problems();
        problems.add(at, path, message, hint);
        return new ScenarioException(List.copyOf(problems.found));
    }

    /** "one, two, three": for hints that name what is known. */
    static String listed(Collection<String> words) {
        return String.join(", ", words);
    }
}
