package org.swarmload.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.swarmload.export.SweepFolder;
import org.swarmload.report.AskedMetric;
import org.swarmload.report.SweepReport;
import org.swarmload.report.SweepTables;
import org.swarmload.report.Unit;
import org.swarmload.study.MemoryPlan;
import org.swarmload.study.StudyListener;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.sweep.SweepPoint;
import org.swarmload.sweep.SweepResult;
import org.swarmload.yaml.Vary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description =
                "Runs a scenario at many points and shows what its metrics do: one table, one chart for each metric.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  swarmload sweep premiere-night --vary audience.viewers=5k:20k*2 --replications 3",
            "  swarmload sweep my-night.yaml --vary deliveries.cdn.edges.east.capacity=20Gbps:60Gbps+10Gbps \\",
            "      --vary audience.viewers=20k,50k --deliveries cdn --metrics startup-time.p95,cost --dry-run"
        })
final class SweepCommand implements Callable<Integer> {
    @Mixin
    private ScenarioOptions options;

    @Mixin
    private EngineOptions engine;

    @Mixin
    private OutputOptions output;

    @Option(
            names = "--vary",
            required = true,
            paramLabel = "KEY=VALUES",
            description =
                    "Values that a key takes: a,b,c or from:to*factor or from:to+step, with units as in the scenario. "
                            + "May be given again; then every combination is a point.")
    private List<String> varied = new ArrayList<>();

    @Option(names = "--zip", description = "The n-th values of all --vary make a point, instead of every combination.")
    private boolean zip;

    @Option(
            names = "--metrics",
            paramLabel = "A,B",
            split = ",",
            description =
                    "What table and charts show, such as startup-time.p95; default what the objectives are about. "
                            + "sweep.csv always has everything.")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--resume",
            description = "Take over finished points of a sweep that was interrupted, or that ended.")
    private boolean resume;

    @Option(
            names = "--dry-run",
            description = "List the points, the memory and the time they need; the time is measured "
                    + "with a few small simulations. Nothing is written.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        engine.check();
        List<AskedMetric> asked = AskedMetric.of(metrics);
        SweepDesign.Source source = new SweepDesign.Source(options.scenario, options.overlays, options.all());
        SweepDesign design = SweepDesign.of(source, Vary.readAll(varied), zip, options.deliveries, Version.text());
        List<AskedMetric> shown =
                asked.isEmpty() ? AskedMetric.usual(design.points().get(0).scenario(), design.deliveries()) : asked;
        Path folder = output.folder(options.folderName() + "-sweep");
        SweepFolder store = SweepFolder.open(folder, design, resume);
        List<SweepPoint> left = design.points().stream()
                .filter(point -> store.find(point) == null)
                .toList();
        Memory memory = largest(design, left);
        if (dryRun) {
            new SweepPlan(design, left, engine.threads, folder)
                    .print(spec.commandLine().getOut(), memory, source);
            memory.check();
            return ExitCode.GOOD.code();
        }
        memory.check();
        return run(design, left, store, shown, folder);
    }

    /** The memory of the point that needs most: points run one after the other. */
    private Memory largest(SweepDesign design, List<SweepPoint> left) {
        List<SweepPoint> points = left.isEmpty() ? design.points().subList(0, 1) : left;
        return points.stream()
                .map(point -> new Sized(point, MemoryPlan.of(point.scenario(), design.deliveries(), engine.threads)))
                .max(Comparator.comparingLong(sized -> sized.plan().bytes()))
                .map(sized -> new Memory(sized.point().scenario(), sized.plan(), Memory.heapBytes()))
                .orElseThrow();
    }

    private record Sized(SweepPoint point, MemoryPlan plan) {}

    private int run(
            SweepDesign design, List<SweepPoint> left, SweepFolder store, List<AskedMetric> shown, Path folder) {
        PrintWriter err = spec.commandLine().getErr();
        if (left.size() < design.points().size() && !engine.quiet) {
            err.println(Unit.COUNT.say(design.points().size() - left.size(), "finished point") + " of "
                    + Unit.COUNT.say(design.points().size()) + " taken over.");
        }
        try (Interruption interruption = new Interruption()) {
            SweepResult sweep = Simulation.sweep(
                    design, store, engine.threads, point -> announced(design, point, err), interruption);
            if (sweep.done().isEmpty()) {
                if (interruption.happened()) {
                    err.println("Interrupted before any point was finished; nothing was written.");
                    return ExitCode.INTERRUPTED.code();
                }
                throw new IllegalStateException("No point gave a result.");
            }
            String text = SweepOutput.write(sweep, shown, store);
            output.print(spec.commandLine(), engine.quiet, text, people -> say(sweep, shown, folder, people));
            if (sweep.partial()) {
                err.println(Unit.COUNT.say(sweep.done().size()) + " of "
                        + Unit.COUNT.say(design.points().size(), "point")
                        + " finished; the same command with --resume goes on.");
                return ExitCode.INTERRUPTED.code();
            }
            return ExitCode.GOOD.code();
        }
    }

    private StudyListener announced(SweepDesign design, SweepPoint point, PrintWriter err) {
        if (!engine.quiet) {
            List<String> said = new ArrayList<>();
            for (int i = 0; i < point.values().size(); i++) {
                said.add(design.varies().get(i).path() + " " + point.values().get(i));
            }
            err.println(
                    "point " + (point.number() + 1) + " of " + design.points().size() + ": " + String.join(", ", said));
        }
        return engine.progress(err, point.scenario());
    }

    private static void say(SweepResult sweep, List<AskedMetric> shown, Path folder, PrintWriter people) {
        new ResultTable(new SweepTables(sweep).main(shown)).lines().forEach(people::println);
        people.println();
        people.println(new SweepReport(sweep, shown).verdict().sentence());
        people.println("digest " + sweep.digest() + ", seed "
                + sweep.design().points().get(0).scenario().seed() + ", replications "
                + sweep.design().replications());
        people.println("report " + folder.resolve(SweepOutput.PAGE));
    }
}
