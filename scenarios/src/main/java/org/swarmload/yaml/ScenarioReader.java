package org.swarmload.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.swarmload.cost.Tariff;
import org.swarmload.scenario.Scenario;

/**
 * Reads scenarios. What it returns can be run; what cannot be run ends in a {@link ScenarioException} with every
 * problem at its line and column, whatever the input is.
 */
public final class ScenarioReader {
    /** The scenario language takes no more. */
    public static final int MOST_VIEWERS = AudienceBinder.MAX_VIEWERS;

    private ScenarioReader() {}

    /** The scenario of that library name or path, as it is written. */
    public static Scenario read(String nameOrPath) {
        return read(nameOrPath, List.of(), List.of());
    }

    /**
     * @param nameOrPath a path when it ends in .yaml or has a slash, else a name in the library
     * @param overlays files laid over the scenario, the later wins
     * @param sets {@code path=value} laid over all files, the later wins; the value is YAML
     * @throws ScenarioException with every problem
     */
    public static Scenario read(String nameOrPath, List<Path> overlays, List<String> sets) {
        Problems problems = new Problems();
        SourceNode tree = new Assembler(problems).assemble(nameOrPath, overlays, sets);
        return bind(tree, problems);
    }

    /** The price list of that id that comes with the program. */
    public static Tariff tariff(String id) {
        return TariffBinder.shipped(id);
    }

    /**
     * One scenario for each list of values, each laid over what {@link #read(String, List, List)} would read.
     *
     * @throws ScenarioException with every problem of all of them, each once
     */
    public static List<Scenario> readAll(
            String nameOrPath, List<Path> overlays, List<String> sets, List<List<Assignment>> variants) {
        return each(variants, assembler -> assembler.assemble(nameOrPath, overlays, sets));
    }

    /** What values are laid over. */
    private interface Base {
        SourceNode tree(Assembler assembler);
    }

    private static List<Scenario> each(List<List<Assignment>> variants, Base base) {
        Set<ScenarioProblem> found = new LinkedHashSet<>();
        List<Scenario> scenarios = new ArrayList<>();
        for (List<Assignment> variant : variants) {
            Problems problems = new Problems();
            Assembler assembler = new Assembler(problems);
            try {
                SourceNode tree = base.tree(assembler);
                scenarios.add(bind(assembler.assign(tree, variant), problems));
            } catch (ScenarioException e) {
                found.addAll(e.problems());
            }
        }
        if (!found.isEmpty()) {
            throw new ScenarioException(List.copyOf(found));
        }
        return scenarios;
    }

    /**
     * A scenario that was read, once for each list of values, each laid over its effective text.
     *
     * @throws ScenarioException with every problem of all of them, each once
     */
    public static List<Scenario> variants(Scenario scenario, List<List<Assignment>> variants) {
        return each(variants, assembler -> effective(scenario, assembler));
    }

    /**
     * The same night with one delivery alone, which has all that it had from others, and without a plan: what is run to
     * see whether the order holds.
     */
    public static Scenario alone(Scenario scenario, String delivery) {
        Problems problems = new Problems();
        SourceNode tree = effective(scenario, new Assembler(problems));
        return bind(new OneDelivery(scenario, delivery).of(tree), problems);
    }

    /** What a sound scenario says at a path, also where a delivery has it from another one; null when it says nothing. */
    public static String written(Scenario scenario, String path) {
        SourceNode tree = effective(scenario, new Assembler(new Problems()));
        SourceNode node = new Written(tree, List.of(path.split("\\."))).node();
        return node instanceof SourceNode.ScalarNode scalar ? scalar.text().strip() : null;
    }

    private static SourceNode effective(Scenario scenario, Assembler assembler) {
        return assembler.assembleText(scenario.name(), scenario.effectiveYaml());
    }

    /** Reads a scenario from text; {@code shown} stands for the file in messages. It can extend the library only. */
    static Scenario readText(String shown, String text) {
        Problems problems = new Problems();
        return bind(new Assembler(problems).assembleText(shown, text), problems);
    }

    private static Scenario bind(SourceNode tree, Problems problems) {
        Scenario scenario = new ScenarioBinder(problems).bind(tree, EffectiveScenario.text(tree));
        problems.throwIfAny();
        new NightReader(tree, scenario.nights().unknowns()).checkReach();
        return scenario;
    }
}
