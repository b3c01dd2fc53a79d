package org.swarmload.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.swarmload.scenario.Scenario;
import org.swarmload.scenario.Unknown;
import org.swarmload.scenario.Unknown.Draw;

/**
 * Makes the scenario of a night: what was drawn stands in the text as if the planner had written it, so the night's
 * effective scenario is all there is of it.
 */
final class NightReader {
    static final String KEY = "unknowns";

    /** The share of nights below a value, and the value in words; the middle first, because it is the least surprising. */
    private static final Map<Double, String> REACH = new LinkedHashMap<>();

    static {
        REACH.put(0.5, "its median");
        REACH.put(Unknown.LEAST, "its 0.1 % quantile");
        REACH.put(Unknown.MOST, "its 99.9 % quantile");
    }

    private final SourceNode tree;
    private final List<Unknown> unknowns;
    private final Map<String, Position> positions = new LinkedHashMap<>();

    /** @param tree the whole scenario */
    NightReader(SourceNode tree, List<Unknown> unknowns) {
        this.unknowns = unknowns;
        this.tree = unknowns.isEmpty() ? tree : without((SourceNode.MapNode) tree);
        if (!unknowns.isEmpty()) {
            SourceNode.MapNode written = (SourceNode.MapNode) ((SourceNode.MapNode) tree).get(KEY);
            unknowns.forEach(
                    one -> positions.put(one.path(), written.get(one.path()).position()));
        }
    }

    private static SourceNode without(SourceNode.MapNode tree) {
        Map<String, SourceNode.Entry> rest = new LinkedHashMap<>(tree.entries());
        rest.remove(KEY);
        return SourceNode.MapNode.of(tree.position(), rest);
    }

    /**
     * The scenario with what that replication draws.
     *
     * @throws ScenarioException when values that are sound one by one are not together
     */
    Scenario night(long seed, int replication) {
        Problems problems = new Problems();
        SourceNode drawn = tree;
        for (Unknown unknown : unknowns) {
            drawn = with(drawn, unknown, unknown.draw(seed, replication), problems);
        }
        try {
            return bind(drawn, problems);
        } catch (ScenarioException e) {
            ScenarioProblem first = e.problems().get(0);
            String brings = unknowns.stream()
                    .map(one -> one.path() + " " + say(one, one.draw(seed, replication)))
                    .collect(Collectors.joining(", "));
            throw Problems.one(
                    positions.get(unknowns.get(0).path()),
                    KEY,
                    "Night " + replication + " cannot be simulated (" + brings + "): " + first.path() + ": "
                            + first.message(),
                    first.hint());
        }
    }

    /**
     * Tries every unknown at the ends of its reach, each by itself.
     *
     * @throws ScenarioException with one problem for each that the scenario would not take
     */
    void checkReach() {
        Problems found = new Problems();
        for (Unknown unknown : unknowns) {
            ScenarioProblem problem = astray(unknown);
            String where = "";
            for (Map.Entry<Double, String> share : REACH.entrySet()) {
                if (problem == null) {
                    Draw draw = unknown.at(share.getKey());
                    problem = problem(unknown, draw);
                    where = "Where it is " + say(unknown, draw) + ", " + share.getValue() + ": ";
                }
            }
            if (problem != null) {
                boolean own = problem.path().equals(unknown.path());
                found.add(
                        positions.get(unknown.path()),
                        KEY + "." + unknown.path(),
                        (problem.message().equals(Fields.NO_KEY) ? "" : where)
                                + (own ? "" : problem.path() + ": ")
                                + problem.message(),
                        problem.hint());
            }
        }
        found.throwIfAny();
    }

    /** What is wrong with the path, whatever the value is; null if it leads somewhere. */
    private ScenarioProblem astray(Unknown unknown) {
        Problems problems = new Problems();
        with(tree, unknown, unknown.at(0.5), problems);
        try {
            problems.throwIfAny();
            return null;
        } catch (ScenarioException e) {
            return e.problems().get(0);
        }
    }

    private static String say(Unknown unknown, Draw draw) {
        return unknown.times() ? draw.text() + " times what is written" : draw.text();
    }

    /** What the reader says of the scenario with that value; null if it takes it. */
    private ScenarioProblem problem(Unknown unknown, Draw draw) {
        Problems problems = new Problems();
        try {
            bind(with(tree, unknown, draw, problems), problems);
            return null;
        } catch (ScenarioException e) {
            return e.problems().get(0);
        }
    }

    private static Scenario bind(SourceNode drawn, Problems problems) {
        problems.throwIfAny();
        Scenario night = new ScenarioBinder(problems).bind(drawn, EffectiveScenario.text(drawn));
        problems.throwIfAny();
        return night;
    }

    private SourceNode with(SourceNode over, Unknown unknown, Draw draw, Problems problems) {
        List<String> path = Arrays.asList(unknown.path().split("\\.", -1));
        Position at = positions.get(unknown.path());
        return unknown.times()
                ? Product.laidOver(over, path, draw.number(), at, problems)
                : new Written(over, path).replaced(new SourceNode.ScalarNode(at, draw.text(), false), problems);
    }
}
