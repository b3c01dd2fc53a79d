package org.swarmload.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.swarmload.check.CheckCase;
import org.swarmload.check.CheckRow;
import org.swarmload.check.Checks;
import org.swarmload.check.Lab;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.yaml.DidYouMean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Computes a case of mathematics, billing or conservation beside its known values.",
        footerHeading = "%nExamples:%n",
        footer = {"  swarmload check list", "  swarmload check o-07", "  swarmload check --all"})
final class CheckCommand implements Callable<Integer> {
    private static final String LIST = "list";

    @Parameters(arity = "0..1", paramLabel = "CASE", description = "An id from 'swarmload check list', or list.")
    private String id;

    @Option(names = "--all", description = "Every case.")
    private boolean all;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the cases that simulate; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (all && id != null) {
            throw new CannotDo("Either '" + id + "' or --all, not both.\nMaybe leave out --all.");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (LIST.equals(id) || id == null && !all) {
            Checks.all().forEach(one -> out.println(one.id() + "  " + one.claim()));
            out.println(String.join(" and ", Checks.SIMULATED_ONLY)
                    + " are simulated only, and most others as well: scenarios/validation/README.md has them all.");
            return ExitCode.GOOD.code();
        }
        int missed = 0;
        try (Lab lab = new Lab(seed)) {
            for (CheckCase one : chosen()) {
                missed += print(out, one, one.run(lab));
            }
        }
        return (missed == 0 ? ExitCode.GOOD : ExitCode.MISSED).code();
    }

    private List<CheckCase> chosen() {
        if (all) {
            return Checks.all();
        }
        return List.of(
                Checks.of(id).orElseThrow(() -> new CannotDo("There is no case '" + id + "' to compute.\n" + hint())));
    }

    /** What was most likely meant: the name of a file, or a slip of the key. */
    private String hint() {
        boolean file = Checks.ids().stream().anyMatch(known -> id.startsWith(known + "-"));
        if (file || Checks.SIMULATED_ONLY.contains(id)) {
            return "Maybe the scenario: swarmload run scenarios/validation/" + id + ".yaml";
        }
        return DidYouMean.hintOrList(id, Checks.ids());
    }

    /** Prints a case; returns how many of its rows are short. */
    private static int print(PrintWriter out, CheckCase one, List<CheckRow> rows) {
        out.println(one.id() + "  " + one.claim() + " (" + one.source() + ")");
        List<Integer> widths = new ArrayList<>(List.of(0, 0));
        for (CheckRow row : rows) {
            widths.set(0, Math.max(widths.get(0), row.what().length()));
            widths.set(1, Math.max(widths.get(1), row.expected().length()));
        }
        int missed = 0;
        for (CheckRow row : rows) {
            out.println("  " + (row.pass() ? "✓ pass" : "✗ short") + "  " + padded(row.what(), widths.get(0))
                    + "  expected " + padded(row.expected(), widths.get(1)) + "  got " + row.got());
            missed += row.pass() ? 0 : 1;
        }
        return missed;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
