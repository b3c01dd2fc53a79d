package org.swarmload.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.contrast.Contrast;
import org.swarmload.contrast.Side;
import org.swarmload.export.ContrastFiles;
import org.swarmload.export.FinishedRun;
import org.swarmload.report.AskedMetric;
import org.swarmload.report.ContrastTable;
import org.swarmload.scenario.Scenario;
import org.swarmload.yaml.ScenarioDifference;
import org.swarmload.yaml.ScenarioReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Says what two finished runs, or two deliveries, differ by: means, differences and their 95 %% "
                + "intervals, paired by replication where the seeds are the same.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  swarmload compare out/before out/after",
            "  swarmload compare out/premiere-night:cdn out/premiere-night:hybrid --metrics startup-time.p95,cost"
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "Folder of a run; with :NAME one delivery of it, such as out/premiere-night:cdn.")
    private String first;

    @Parameters(index = "1", paramLabel = "RUN", description = "What it is compared with.")
    private String second;

    @Option(
            names = "--metrics",
            paramLabel = "A,B",
            split = ",",
            description = "What the table shows; default what the objectives are about. --csv and --json have all.")
    private List<String> metrics = new ArrayList<>();

    @Mixin
    private PluginOptions plugins;

    @ArgGroup
    private Form form = new Form();

    @Spec
    private CommandSpec spec;

    /** At most one of them. */
    static final class Form {
        @Option(names = "--json", description = "Print JSON instead of the table.")
        private boolean json;

        @Option(names = "--csv", description = "Print CSV instead of the table.")
        private boolean csv;
    }

    /** @param delivery empty for all of the run's */
    private record Named(FinishedRun run, String delivery) {
        List<String> deliveries() {
            return run.sides().stream()
                    .map(Side::delivery)
                    .filter(name -> delivery.isEmpty() || name.equals(delivery))
                    .toList();
        }

        Side side(String name) {
            return run.sides().stream()
                    .filter(side -> side.delivery().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public Integer call() {
        plugins.install();
        List<AskedMetric> asked = AskedMetric.of(metrics);
        Named one = named(first);
        Named other = named(second);
        List<Contrast> contrasts = contrasts(one, other);
        List<ScenarioDifference.Line> scenario =
                ScenarioDifference.of(one.run().scenario(), other.run().scenario());
        PrintWriter out = spec.commandLine().getOut();
        if (form.json) {
            out.print(ContrastFiles.json(contrasts, scenario));
        } else if (form.csv) {
            out.print(ContrastFiles.csv(contrasts));
        } else {
            say(out, one, other, contrasts, scenario, asked.isEmpty() ? usual(one.run()) : contrast -> asked);
        }
        out.flush();
        return ExitCode.GOOD.code();
    }

    /** A folder of that name is one, whatever colons are in it. */
    private static Named named(String text) {
        int colon = text.lastIndexOf(':');
        if (Files.exists(Path.of(text)) || colon < 0) {
            return new Named(FinishedRun.read(Path.of(text)), "");
        }
        FinishedRun run = FinishedRun.read(Path.of(text.substring(0, colon)));
        Named named = new Named(run, text.substring(colon + 1));
        if (named.deliveries().isEmpty()) {
            throw new CannotDo("'" + run.folder() + "' has no delivery '" + named.delivery() + "'.\nMaybe "
                    + String.join(", ", new Named(run, "").deliveries()) + ".");
        }
        return named;
    }

    /** Two named deliveries against each other; else those that both runs have. */
    private static List<Contrast> contrasts(Named one, Named other) {
        if (!one.delivery().isEmpty() && !other.delivery().isEmpty()) {
            return List.of(Contrast.of(one.side(one.delivery()), other.side(other.delivery())));
        }
        Set<String> common = new LinkedHashSet<>(one.deliveries());
        common.retainAll(other.deliveries());
        if (common.isEmpty()) {
            throw new CannotDo("The runs have no delivery in common: " + String.join(", ", one.deliveries()) + " and "
                    + String.join(", ", other.deliveries())
                    + ".\nMaybe name one of each, such as out/a:cdn out/b:hybrid.");
        }
        return common.stream()
                .map(name -> Contrast.of(one.side(name), other.side(name)))
                .toList();
    }

    /** What the first run promised: its scenario must be understood for that, plugins and all. */
    private static Function<Contrast, List<AskedMetric>> usual(FinishedRun run) {
        Scenario read = ScenarioReader.read(run.scenario().toAbsolutePath().toString());
        return contrast -> AskedMetric.usual(read, List.of(contrast.first().delivery()));
    }

    private static void say(
            PrintWriter out,
            Named one,
            Named other,
            List<Contrast> contrasts,
            List<ScenarioDifference.Line> scenario,
            Function<Contrast, List<AskedMetric>> shown) {
        out.println("first   " + described(one.run()));
        out.println("second  " + described(other.run()));
        out.println();
        scenario(out, scenario);
        boolean paired = contrasts.get(0).paired();
        boolean sameAudience = scenario.stream().noneMatch(CompareCommand::isOfAudience);
        out.println();
        out.println(pairing(paired, sameAudience));
        for (Contrast contrast : contrasts) {
            out.println();
            out.println(contrast.first().label() + " (first) against "
                    + contrast.second().label() + " (second), "
                    + replications(contrast));
            new ResultTable(ContrastTable.of(contrast, shown.apply(contrast)))
                    .lines()
                    .forEach(out::println);
        }
        out.println();
        out.println("±: half of the 95 % interval; tie: it holds zero; unknown: one replication has no interval. Each "
                + "interval holds in 95 of 100 cases for itself: of many lines, some differ by chance.");
    }

    /** Who comes, and what a night draws of that; where one run has no unknowns at all, the line is about all of them. */
    private static boolean isOfAudience(ScenarioDifference.Line line) {
        return line.path().startsWith("audience")
                || line.path().startsWith("unknowns.audience")
                || line.path().equals("unknowns") && (line.first() + line.second()).contains("audience.");
    }

    private static String described(FinishedRun run) {
        return run.folder() + ", digest " + run.digest() + (run.partial() ? ", interrupted" : "");
    }

    private static void scenario(PrintWriter out, List<ScenarioDifference.Line> lines) {
        if (lines.isEmpty()) {
            out.println("The scenarios say the same.");
            return;
        }
        out.println("What the scenarios say differently:");
        for (ScenarioDifference.Line line : lines) {
            out.println("  " + line.path() + ": " + said(line.first()) + " -> " + said(line.second()));
        }
    }

    private static String said(String text) {
        return text.isEmpty() ? "(nothing)" : text;
    }

    private static String pairing(boolean paired, boolean sameAudience) {
        if (!paired) {
            return "Unpaired: the seeds differ, so the runs share no random numbers; intervals are Welch's.";
        }
        return sameAudience
                ? "Paired by replication: same seed, same audience."
                : "Paired by replication: same seed. The audiences differ, so these are the same random numbers but not "
                        + "the same people; the intervals are right, and wider than with one audience.";
    }

    private static String replications(Contrast contrast) {
        int most = contrast.lines().stream()
                .mapToInt(Contrast.Line::replications)
                .max()
                .orElse(0);
        return most == 1 ? "one replication" : most + " replications";
    }
}
