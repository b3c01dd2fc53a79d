package org.swarmload.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.swarmload.export.FinishedRun;
import org.swarmload.export.RunFolder;
import org.swarmload.report.AskedMetric;
import org.swarmload.sim.policy.Plugins;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.yaml.ScenarioException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. Commands that do not simulate load no class of the simulator's engine, so they answer at once. */
@Command(
        name = "swarmload",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Simulates how servers, a CDN, a swarm of viewers or a mix of them deliver one event to the same "
                + "audience, and what it costs.",
        footerHeading = "%nExamples:%n",
        subcommands = {
            RunCommand.class,
            SweepCommand.class,
            PlanCommand.class,
            LimitsCommand.class,
            CompareCommand.class,
            ValidateCommand.class,
            PickersCommand.class,
            VerifyCommand.class,
            CheckCommand.class,
            ListCommand.class,
            NewCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = execute(arguments, out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs the program in this process and returns its exit code; prints nowhere else than to these writers. */
    public static int execute(String[] arguments, PrintWriter out, PrintWriter err) {
        try {
            return commandLine().setOut(out).setErr(err).execute(arguments);
        } catch (OutOfMemoryError e) {
            return outOfMemory(e, err);
        } catch (Error e) {
            return bug(e, err);
        }
    }

    /** What was foreseen did not suffice, or nobody looked: not a bug, whatever part of the program met it first. */
    private static int outOfMemory(Throwable problem, PrintWriter err) {
        err.println("The memory given to Java is not enough for this scenario (" + problem.getMessage()
                + ").\nMaybe give it more, as in SWARMLOAD_JAVA_OPTS=-Xmx8g, or run fewer threads at a time.");
        return ExitCode.USAGE.code();
    }

    /** The first of that kind in the chain of causes, or null. */
    private static <T extends Throwable> T cause(Throwable problem, Class<T> kind) {
        Throwable cause = problem;
        while (cause != null && !kind.isInstance(cause)) {
            cause = cause.getCause();
        }
        return kind.cast(cause);
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        List<String> codes = new ArrayList<>(
                List.of("  swarmload run premiere-night", "  swarmload validate my-night.yaml", "", "Exit codes:", ""));
        for (ExitCode code : ExitCode.values()) {
            codes.add(String.format(Locale.ROOT, "%5d  %s", code.code(), code.meaning()));
        }
        line.getCommandSpec().usageMessage().footer(codes.toArray(String[]::new));
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler(Main::usageProblem);
        line.setExecutionExceptionHandler(Main::failure);
        return line;
    }

    private static int usageProblem(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        // Planners know numbers, not Java's types of them.
        line.getErr().println(problem.getMessage().replaceFirst(" is not an? (int|long)$", " is not a whole number."));
        if (!UnmatchedArgumentException.printSuggestions(problem, line.getErr())) {
            line.getErr().println("Maybe see '" + line.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCode.USAGE.code();
    }

    private static int failure(Exception problem, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (problem instanceof ScenarioException scenario) {
            scenario.problems().forEach(err::println);
            int count = scenario.problems().size();
            err.println(count + (count == 1 ? " problem; nothing was run." : " problems; nothing was run."));
            return ExitCode.SCENARIO.code();
        }
        if (isRefusal(problem)) {
            err.println(problem.getMessage());
            return ExitCode.USAGE.code();
        }
        CannotDo within = cause(problem, CannotDo.class);
        if (within != null) {
            err.println(within.getMessage());
            return ExitCode.USAGE.code();
        }
        Plugins.Misbehaved misbehaved = cause(problem, Plugins.Misbehaved.class);
        if (misbehaved != null) {
            err.println(misbehaved.getMessage() + "\nMaybe run the contract tests on it: sim-core/examples/README.md.");
            return ExitCode.USAGE.code();
        }
        OutOfMemoryError shortage = cause(problem, OutOfMemoryError.class);
        return shortage == null ? bug(problem, err) : outOfMemory(shortage, err);
    }

    /** What was asked for cannot be done, and the message says why. */
    private static boolean isRefusal(Exception problem) {
        return problem instanceof RunFolder.NotReplaceable
                || problem instanceof CannotDo
                || problem instanceof SweepDesign.Impossible
                || problem instanceof AskedMetric.Unknown
                || problem instanceof FinishedRun.Unreadable;
    }

    /** A run that fails leaves no folder, so its log stands beside: in the place where the program was started. */
    private static int bug(Throwable problem, PrintWriter err) {
        StringWriter trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace, true));
        Path log = Path.of("swarmload-" + ProcessHandle.current().pid() + ".run.log");
        String where;
        try {
            Files.writeString(log, trace.toString());
            where = "the stack trace is in " + log + ".";
        } catch (IOException e) {
            where = "the stack trace could not be written to " + log + ".";
        }
        err.println("This is a bug of Swarmload (" + problem + "); " + where);
        return ExitCode.BUG.code();
    }

    /** A command cannot do what it was asked to, and says why; no bug. */
    static final class CannotDo extends RuntimeException {
        private static final long serialVersionUID = 1;

        CannotDo(String message) {
            super(message);
        }
    }
}
