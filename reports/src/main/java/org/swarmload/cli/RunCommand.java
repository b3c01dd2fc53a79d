package org.swarmload.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.export.RunFolder;
import org.swarmload.report.OwnLineFloors;
import org.swarmload.report.Unit;
import org.swarmload.report.Unknowns;
import org.swarmload.scenario.ModelClock;
import org.swarmload.scenario.Scenario;
import org.swarmload.scenario.Unknown;
import org.swarmload.study.Floors;
import org.swarmload.study.MemoryPlan;
import org.swarmload.study.StudyResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Simulates every delivery of a scenario on the same audience and writes the report.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  swarmload run premiere-night",
            "  swarmload run my-night.yaml --set audience.viewers=50k --deliveries cdn,hybrid --out out/50k"
        })
final class RunCommand implements Callable<Integer> {
    private static final long DAY_MICROS = 86_400_000_000L;

    @Mixin
    private ScenarioOptions options;

    @Mixin
    private EngineOptions engine;

    @Mixin
    private PageOptions output;

    @Option(names = "--dry-run", description = "Say what would be run, and run nothing.")
    private boolean dryRun;

    @Option(names = "--viewers", description = "Also list every viewer, in viewers.csv.")
    private boolean viewers;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        engine.check();
        if (viewers) {
            options.sets.add("run.list-viewers=true");
        }
        Scenario scenario = options.read();
        List<String> deliveries = options.chosen(scenario);
        Path folder = output.folder(options.folderName());
        RunFolder.check(folder);
        PrintWriter err = spec.commandLine().getErr();
        if (deliveries.isEmpty()) {
            throw new CannotDo("The scenario has no delivery to run.");
        }
        Memory memory = new Memory(scenario, MemoryPlan.of(scenario, deliveries, engine.threads), Memory.heapBytes());
        if (dryRun) {
            plan(scenario, deliveries, folder, memory)
                    .forEach(spec.commandLine().getOut()::println);
            memory.check();
            return ExitCode.GOOD.code();
        }
        memory.check();
        sayFloors(scenario, deliveries);
        RunLog log = new RunLog(spec.commandLine().getParseResult().originalArgs());
        try (Interruption interruption = new Interruption()) {
            StudyResult study =
                    Simulation.run(scenario, deliveries, engine.threads, engine.progress(err, scenario), interruption);
            if (study.deliveries().isEmpty()) {
                if (interruption.happened()) {
                    err.println("Interrupted before any simulation was finished; nothing was written.");
                    return ExitCode.INTERRUPTED.code();
                }
                throw new IllegalStateException("No simulation gave a result.");
            }
            log.add(study);
            String summary = RunFiles.write(study, folder, log, !output.noReport);
            say(study, summary, folder);
            return interruption.happened()
                    ? ExitCode.INTERRUPTED.code()
                    : new Summary(study).exitCode().code();
        }
    }

    /** Before anything is simulated: what no server can change. */
    private void sayFloors(Scenario scenario, List<String> deliveries) {
        List<String> floors = new OwnLineFloors(Floors.of(scenario)).text();
        if (floors.isEmpty() || output.isForProgramsAlone(engine.quiet) || !deliveries.contains(scenario.decide())) {
            return;
        }
        PrintWriter people = output.people(spec.commandLine());
        floors.forEach(people::println);
        people.println();
        people.flush();
    }

    private void say(StudyResult study, String summary, Path folder) {
        output.print(spec.commandLine(), engine.quiet, summary, people -> {
            new Summary(study).print(people);
            output.sayWhere(folder, people);
        });
    }

    private static List<String> plan(Scenario scenario, List<String> deliveries, Path folder, Memory memory) {
        int viewers = scenario.audience().viewers();
        int replications = scenario.run().replications();
        List<String> lines = new ArrayList<>(List.of(
                "scenario      " + scenario.name(),
                "viewers       " + Unit.COUNT.say(viewers),
                "deliveries    " + String.join(", ", deliveries),
                "replications  " + Unit.COUNT.say(replications) + " of each: "
                        + Unit.COUNT.say((double) replications * deliveries.size(), "simulation")));
        lines.addAll(unknowns(scenario));
        lines.addAll(List.of(
                "cells         " + cells(scenario, deliveries) + " per simulation",
                "clock         " + clock(scenario),
                "memory        " + memory.line(),
                "out           " + folder,
                "Nothing was run."));
        return lines;
    }

    /** A line of a plan for each unknown. */
    static List<String> unknowns(Scenario scenario) {
        List<String> lines = new ArrayList<>();
        for (Unknown unknown : scenario.nights().unknowns()) {
            lines.add((lines.isEmpty() ? "unknown       " : "              ") + Unknowns.said(unknown)
                    + " on 8 of 10 nights");
        }
        return lines;
    }

    /** Of the first replication; where the number of viewers is drawn, others may have one more or less. */
    private static String cells(Scenario scenario, List<String> deliveries) {
        return deliveries.stream()
                .map(name -> ScenarioCompiler.compile(scenario, name, 0).cells())
                .distinct()
                .sorted()
                .map(Unit.COUNT::say)
                .collect(Collectors.joining(" or "));
    }

    /** From when to when by the planner's clock; of a run of days a clock alone would say the same time twice. */
    private static String clock(Scenario scenario) {
        ModelClock clock = scenario.clock();
        long days = clock.endMicros() / DAY_MICROS;
        return clock.minutes(0) + " to " + clock.minutes(clock.endMicros())
                + (days > 0 ? " " + Unit.COUNT.say(days, "day") + " later" : "") + " at the latest, "
                + scenario.zone().getId();
    }
}
