package org.swarmload.cli;

import java.util.concurrent.Callable;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.report.Deciding;
import org.swarmload.report.Unit;
import org.swarmload.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Lists everything that is wrong in a scenario, with line and column. Simulates nothing.",
        footerHeading = "%nExamples:%n",
        footer = {"  swarmload validate my-night.yaml", "  swarmload validate premiere-night --set audience.viewers=1M"
        })
final class ValidateCommand implements Callable<Integer> {
    @Mixin
    private ScenarioOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Scenario scenario = options.read();
        options.chosen(scenario).forEach(name -> ScenarioCompiler.compile(scenario, name, 0));
        spec.commandLine()
                .getOut()
                .println("'" + scenario.name() + "' can be run: "
                        + Unit.COUNT.say(scenario.audience().viewers(), "viewer") + ", "
                        + (options.chosen(scenario).size() == 1 ? "delivery " : "deliveries ")
                        + String.join(", ", options.chosen(scenario)) + ", replications "
                        + Unit.COUNT.say(scenario.run().replications()) + ".");
        Deciding.leftOpen(scenario, options.chosen(scenario))
                .forEach(spec.commandLine().getOut()::println);
        return ExitCode.GOOD.code();
    }
}
