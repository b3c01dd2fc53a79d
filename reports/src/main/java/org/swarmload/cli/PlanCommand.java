package org.swarmload.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.export.RunFolder;
import org.swarmload.plan.PlanResult;
import org.swarmload.plan.Simulation.Interrupted;
import org.swarmload.report.ReportBuilder;
import org.swarmload.report.Unit;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.MemoryPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Finds the cheapest order of what plan.order names with which every objective holds, delivery by "
                + "delivery, and says what it costs, what it would bear, and what comes of doing nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  swarmload plan premiere-night",
            "  swarmload plan my-night.yaml --deliveries cdn,hybrid --set plan.replications=5",
            "",
            "With exit code 7 nothing that can be ordered holds, with 5 more replications would tell.",
            "Only with 0 is there a recommended.yaml."
        })
final class PlanCommand implements Callable<Integer> {
    /** Where to look first. */
    enum Bracket {
        mathematics,
        none
    }

    @Mixin
    private ScenarioChoice options;

    @Mixin
    private EngineOptions engine;

    @Mixin
    private PageOptions output;

    @Option(
            names = "--bracket",
            paramLabel = "HOW",
            description = "What says where to look first: ${COMPLETION-CANDIDATES}. What is found is the same.")
    private Bracket bracket = Bracket.mathematics;

    @Option(
            names = "--dry-run",
            description = "Say what would be searched, in what memory and about how long. Nothing is written.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        engine.check();
        Scenario scenario = scenario();
        Path folder = output.folder(options.folderName() + "-plan");
        RunFolder.check(folder);
        PlanEstimate estimate = new PlanEstimate(scenario, engine.threads);
        Memory memory = new Memory(
                scenario, MemoryPlan.of(scenario, scenario.plan().deliveries(), engine.threads), Memory.heapBytes());
        if (dryRun) {
            PrintWriter stdout = spec.commandLine().getOut();
            estimate.lines().forEach(stdout::println);
            stdout.println("memory        " + memory.line());
            stdout.println("out           " + folder);
            stdout.println("Nothing was written.");
            memory.check();
            return ExitCode.GOOD.code();
        }
        memory.check();
        return run(scenario, folder);
    }

    /** With the deliveries that were asked for alone. */
    private Scenario scenario() {
        Scenario read = options.readWith(List.of());
        if (read.plan() == null) {
            throw new CannotDo("The scenario has no plan: nobody says what may be ordered.\nMaybe add, for example, "
                    + "plan: {order: {front-door.login.capacity: {from: 50/s, to: 500/s, step: 5%}}}.");
        }
        if (read.objectives().isEmpty()) {
            throw new CannotDo("The scenario has no objectives: nothing has to hold.\nMaybe add, for example, "
                    + "objectives: [start-failures < 0.5%].");
        }
        if (options.deliveries.isEmpty()) {
            return read;
        }
        List<String> chosen = read.plan().deliveries().stream()
                .filter(options.deliveries::contains)
                .toList();
        if (chosen.isEmpty()) {
            throw new CannotDo("--deliveries: the plan has none of these.\nMaybe "
                    + String.join(", ", read.plan().deliveries()) + ".");
        }
        return options.readWith(List.of("plan.deliveries=[" + String.join(", ", chosen) + "]"));
    }

    private int run(Scenario scenario, Path folder) {
        PrintWriter err = spec.commandLine().getErr();
        RunLog log = new RunLog(spec.commandLine().getParseResult().originalArgs());
        try (Interruption interruption = new Interruption()) {
            PlanResult result = PlanSimulation.run(
                    scenario,
                    bracket == Bracket.mathematics,
                    engine.threads,
                    engine.progress(err, scenario),
                    what -> announce(what, log),
                    interruption);
            log.line("planned with " + Unit.COUNT.say(result.runs(), "simulation") + ", digest "
                    + ReportBuilder.digest(result.digest()));
            String summary = PlanOutput.write(result, folder, log, !output.noReport);
            say(result, summary, folder);
            return exitCode(result);
        } catch (Interrupted e) {
            err.println("Interrupted before the plan was finished; nothing was written.");
            return ExitCode.INTERRUPTED.code();
        }
    }

    private void announce(String what, RunLog log) {
        log.line(what);
        if (!engine.quiet) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(what);
            err.flush();
        }
    }

    private static int exitCode(PlanResult result) {
        return switch (result.outcome()) {
            case HOLDS -> ExitCode.GOOD.code();
            case NONE -> ExitCode.NO_PLAN.code();
            case UNDECIDED -> ExitCode.UNDECIDED.code();
        };
    }

    private void say(PlanResult result, String summary, Path folder) {
        output.print(spec.commandLine(), engine.quiet, summary, people -> {
            PlanOutput.lines(result).forEach(people::println);
            people.println();
            people.println("digest " + ReportBuilder.digest(result.digest()) + ", seed "
                    + result.scenario().seed() + ", " + Unit.COUNT.say(result.runs(), "simulation"));
            output.sayWhere(folder, people);
        });
    }
}
