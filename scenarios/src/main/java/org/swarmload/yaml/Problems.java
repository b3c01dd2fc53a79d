package org.swarmload.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems while reading goes on, so that a planner sees all of them at once. */
final class Problems {
    private final Set<ScenarioProblem> found = new LinkedHashSet<>();

    void add(Position at, String path, String message) {
        add(at, path, message, "");
    }

    void add(Position at, String path, String message, String hint) {
        found.add(new ScenarioProblem(at.source(), at.line(), at.column(), path, message, hint));
    }

    /** How many there are; compared before and after a part is bound, it tells whether the part is sound. */
    int count() {
        return found.size();
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
