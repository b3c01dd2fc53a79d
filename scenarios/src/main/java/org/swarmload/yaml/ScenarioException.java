package org.swarmload.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario that cannot be run as written; carries everything that is wrong with it, never an empty list. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ScenarioProblem> problems;

    ScenarioException(List<ScenarioProblem> problems) {
        super(problems.stream().map(ScenarioProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of files and lines. */
    public List<ScenarioProblem> problems() {
        return problems;
    }
}
