package org.swarmload.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.export.RunFolder;
import org.swarmload.limits.Fullness;
import org.swarmload.limits.LimitsDesign;
import org.swarmload.limits.LimitsResult;
import org.swarmload.report.LimitsTables;
import org.swarmload.report.LimitsWords;
import org.swarmload.report.Unit;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.MemoryPlan;
import org.swarmload.study.StudyListener;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.yaml.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "limits",
        mixinStandardHelpOptions = true,
        description = "Says what breaks first as the audience grows: for every resource the audience at which it is "
                + "full, for every objective the one at which it falls, in order, with the time of the night and whose "
                + "the harm is. Without --deliveries of the delivery that decides.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  swarmload limits premiere-night",
            "  swarmload limits my-night.yaml --deliveries cdn,hybrid --from 50k --to 800k --within 5%% --dry-run"
        })
final class LimitsCommand implements Callable<Integer> {
    private static final double MEMORY_MARGIN = 1.25;
    private static final double LEAST_WITHIN = 0.001;
    private static final double MOST_WITHIN = 1;

    @Mixin
    private ScenarioOptions options;

    @Mixin
    private EngineOptions engine;

    @Mixin
    private OutputOptions output;

    @Option(
            names = "--from",
            paramLabel = "VIEWERS",
            converter = ViewersConverter.class,
            description = "Smallest audience, such as 50k; default a quarter of the one written.")
    private Integer from;

    @Option(
            names = "--to",
            paramLabel = "VIEWERS",
            converter = ViewersConverter.class,
            description = "Largest audience; default eight times the one written, or what fits into memory.")
    private Integer to;

    @Option(
            names = "--within",
            paramLabel = "SHARE",
            description = "How exact: a limit is at most this much above an audience that is not yet there; default "
                    + "${DEFAULT-VALUE}.")
    private String within = "2%";

    @Option(
            names = "--dry-run",
            description = "Say which audiences are run first, the memory and the time they need; the time is measured "
                    + "with a few small simulations. Nothing is written.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        engine.check();
        Path folder = output.folder(options.folderName() + "-limits");
        RunFolder.check(folder);
        LimitsDesign design = design(options.read(), share(within));
        Memory memory = memory(design);
        if (dryRun) {
            new LimitsPlan(design, engine.threads, folder)
                    .print(spec.commandLine().getOut(), memory);
            memory.check();
            return ExitCode.GOOD.code();
        }
        memory.check();
        return run(design, folder);
    }

    /** As far up as was asked for; else as far as the language and the memory go, and eight times what is written. */
    private LimitsDesign design(Scenario scenario, double exact) {
        LimitsDesign design = design(scenario, exact, ScenarioReader.MOST_VIEWERS);
        Memory memory = memory(design);
        if (to != null || memory.fits()) {
            return design;
        }
        List<Integer> ladder = design.ladder();
        double fits = memory.shareThatFits() / MEMORY_MARGIN * ladder.get(ladder.size() - 1);
        return fits < ladder.get(0) + 1 ? design : design(scenario, exact, (int) fits);
    }

    private LimitsDesign design(Scenario scenario, double exact, int most) {
        return LimitsDesign.of(
                new SweepDesign.Source(options.scenario, options.overlays, options.all()),
                scenario,
                options.deliveries,
                new LimitsDesign.Span(from, to, most),
                exact,
                Version.text());
    }

    /** Of the largest audience: others run beside it only where there are threads for their cells. */
    private Memory memory(LimitsDesign design) {
        List<Integer> ladder = design.ladder();
        Scenario largest = design.sweep().points().get(ladder.size() - 1).scenario();
        return new Memory(largest, MemoryPlan.of(largest, design.deliveries(), engine.threads), Memory.heapBytes());
    }

    private static double share(String text) {
        boolean percent = text.endsWith("%");
        try {
            double value = new BigDecimal(
                                    percent
                                            ? text.substring(0, text.length() - 1)
                                                    .strip()
                                            : text)
                            .doubleValue()
                    / (percent ? 100 : 1);
            if (value >= LEAST_WITHIN && value <= MOST_WITHIN) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers that are out of range.
        }
        throw new CannotDo("--within: '" + text + "' is not a share from 0.1% to 100%.\nMaybe 2%.");
    }

    private int run(LimitsDesign design, Path folder) {
        PrintWriter err = spec.commandLine().getErr();
        try (Interruption interruption = new Interruption()) {
            LimitsResult result = Simulation.limits(
                    design, engine.threads, audiences -> announced(design, audiences, err), interruption);
            if (result.points().isEmpty()) {
                err.println("Interrupted before any audience was finished; nothing was written.");
                return ExitCode.INTERRUPTED.code();
            }
            String text = LimitsOutput.write(result, folder);
            output.print(spec.commandLine(), engine.quiet, text, people -> say(result, folder, people));
            if (result.partial()) {
                err.println(
                        "Interrupted: limits that are not yet as exact as asked for are marked by the audience below "
                                + "them in limits.json (notYetAt).");
                return ExitCode.INTERRUPTED.code();
            }
            return ExitCode.GOOD.code();
        }
    }

    private StudyListener announced(LimitsDesign design, List<Integer> audiences, PrintWriter err) {
        if (!engine.quiet) {
            err.println("running "
                    + String.join(", ", audiences.stream().map(Unit.COUNT::say).toList()) + " viewers");
            err.flush();
        }
        return engine.progress(err, design.scenario());
    }

    private static void say(LimitsResult result, Path folder, PrintWriter people) {
        LimitsWords words = new LimitsWords(result);
        LimitsTables tables = new LimitsTables(result);
        for (String delivery : result.design().deliveries()) {
            people.println(
                    delivery + ", written for " + Unit.COUNT.say(result.design().written(), "viewer"));
            new ResultTable(tables.inOrder(delivery)).lines().forEach(people::println);
            people.println();
        }
        result.design()
                .deliveries()
                .forEach(delivery -> people.println(words.verdict(delivery).sentence()));
        words.nights().ifPresent(people::println);
        people.println();
        people.println(Fullness.MEANING);
        people.println("digest " + result.digest() + ", seed "
                + result.design().scenario().seed() + ", " + Unit.COUNT.say(result.runs(), "simulation"));
        people.println("report " + folder.resolve(LimitsOutput.PAGE));
    }
}
