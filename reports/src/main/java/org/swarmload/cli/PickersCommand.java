package org.swarmload.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.swarmload.duel.DuelResult;
import org.swarmload.duel.Ranking;
import org.swarmload.export.RunFolder;
import org.swarmload.report.DuelTables;
import org.swarmload.report.DuelWords;
import org.swarmload.report.Report;
import org.swarmload.report.ReportBuilder;
import org.swarmload.report.Unit;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.MemoryPlan;
import org.swarmload.study.PairedRuns.Variant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "pickers",
        mixinStandardHelpOptions = true,
        description = "Simulates the same crowd under each piece picker and ranks the pickers; a tie is called a tie.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  swarmload pickers picker-shootout --pickers rarest-first,window,sequential",
            "  swarmload pickers file-release --set audience.viewers=300 --pickers rarest-first,random --replications 5"
        })
final class PickersCommand implements Callable<Integer> {
    @Mixin
    private ScenarioChoice options;

    @Mixin
    private PickerOptions choice;

    @Mixin
    private EngineOptions engine;

    @Mixin
    private PageOptions output;

    @Option(names = "--dry-run", description = "Say what would be run and how long it takes, and run nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        engine.check();
        List<String> pickers = choice.pickers();
        Scenario scenario = options.readWith(List.of());
        String delivery = choice.delivery(scenario, options.chosen(scenario), !options.deliveries.isEmpty());
        // Viewers are listed because fairness needs their classes; it changes no digest.
        List<Variant> variants = variants(pickers, delivery, List.of("run.list-viewers=true"));
        Path folder = output.folder(options.folderName() + "-pickers");
        RunFolder.check(folder);
        choice.checkTrace(variants.get(0));
        Memory memory = memory(pickers, delivery);
        DuelEstimate estimate = DuelEstimate.of(variants, choice.rule(), engine.threads);
        PrintWriter err = spec.commandLine().getErr();
        if (dryRun) {
            plan(scenario, delivery, pickers, folder, memory, estimate)
                    .forEach(spec.commandLine().getOut()::println);
            memory.check();
            return ExitCode.GOOD.code();
        }
        memory.check();
        if (!engine.quiet) {
            estimate.lines().forEach(err::println);
            err.flush();
        }
        RunLog log = new RunLog(spec.commandLine().getParseResult().originalArgs());
        try (Interruption interruption = new Interruption()) {
            DuelResult result = DuelSimulation.run(
                    variants,
                    choice.rule(),
                    engine.threads,
                    engine.progress(err, scenario),
                    this::sayLook,
                    interruption);
            if (result == null) {
                err.println("Interrupted before two replications were finished; nothing was written.");
                return ExitCode.INTERRUPTED.code();
            }
            log.line("compared " + Unit.COUNT.say(result.replications(), "replication") + ", digest "
                    + ReportBuilder.digest(result.digest()));
            List<Variant> texts = variants(pickers, delivery, List.of("run.replications=" + result.replications()));
            String summary = DuelFiles.write(result, texts, folder, log, !output.noReport);
            if (choice.trace != null && !interruption.happened()) {
                DuelSimulation.trace(variants, result, choice.trace, choice.traceEvery);
            }
            output.print(spec.commandLine(), engine.quiet, summary, people -> say(result, folder, people));
            return interruption.happened() ? ExitCode.INTERRUPTED.code() : ExitCode.GOOD.code();
        }
    }

    /** One scenario for each picker, told as --set tells it, so that its text is what was run. */
    private List<Variant> variants(List<String> pickers, String delivery, List<String> more) {
        List<Variant> variants = new ArrayList<>();
        for (String picker : pickers) {
            List<String> sets = new ArrayList<>(more);
            sets.add("deliveries." + delivery + ".swarm.picker='" + picker + "'");
            variants.add(new Variant(picker, options.readWith(sets), delivery));
        }
        return variants;
    }

    /** Of as many runs as there may be, of whichever picker: they hold the same. */
    private Memory memory(List<String> pickers, String delivery) {
        int atOnce = Math.min(1_000, choice.rule().cap() * pickers.size());
        Scenario all = options.readWith(List.of("run.list-viewers=true", "run.replications=" + atOnce));
        return new Memory(all, MemoryPlan.of(all, List.of(delivery), engine.threads), Memory.heapBytes());
    }

    private void sayLook(int replications, List<Ranking> rankings, int next) {
        long decided = rankings.stream().filter(Ranking::decided).count();
        if (!engine.quiet) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("After " + Unit.COUNT.say(replications, "replication") + " " + decided + " of "
                    + rankings.size() + " metrics are decided; going on to " + next + ".");
            err.flush();
        }
    }

    private void say(DuelResult result, Path folder, PrintWriter people) {
        new ResultTable(DuelTables.ranking(result)).lines().forEach(people::println);
        people.println();
        people.println("Rank 1 is best; who cannot be told apart shares a rank; = is a tie of all. "
                + DuelWords.intervals(result));
        result.rankings().forEach(ranking -> {
            people.println();
            List<Report.Finding> said = DuelWords.of(ranking);
            people.println(said.get(0).sentence());
            said.stream().skip(1).forEach(finding -> people.println("  " + finding.sentence()));
        });
        people.println();
        people.println("digest " + ReportBuilder.digest(result.digest()) + ", seed "
                + result.scenario().seed() + ", replications " + result.replications() + " of each picker, delivery "
                + result.delivery());
        output.sayWhere(folder, people);
    }

    private List<String> plan(
            Scenario scenario,
            String delivery,
            List<String> pickers,
            Path folder,
            Memory memory,
            DuelEstimate estimate) {
        List<String> lines = new ArrayList<>(List.of(
                "scenario      " + scenario.name() + ", delivery " + delivery,
                "viewers       " + Unit.COUNT.say(scenario.audience().viewers()),
                "pickers       " + String.join(", ", pickers),
                "replications  " + choice.said(),
                "memory        " + memory.line(),
                "out           " + folder));
        estimate.lines().forEach(line -> lines.add("time          " + line));
        lines.add("Nothing was run.");
        return lines;
    }
}
