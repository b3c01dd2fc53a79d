package org.swarmload.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Where results go, and for whom they are printed; nothing here changes a result. */
class OutputOptions {
    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder for the results; by default one in out/ with the names of scenario and command. What "
                    + "such a command left there is replaced.")
    private Path out;

    @Option(
            names = "--json",
            description = "Print the results on stdout as JSON; the text goes to stderr, and with --quiet nowhere.")
    boolean json;

    /** @param usual the name in {@code out} where no other was asked for */
    final Path folder(String usual) {
        return out == null ? Path.of("out", usual) : out;
    }

    /** Where people read. */
    final PrintWriter people(CommandLine command) {
        return json ? command.getErr() : command.getOut();
    }

    /** Whether people get no text at all. */
    final boolean isForProgramsAlone(boolean quiet) {
        return json && quiet;
    }

    /** The results as they were asked for: as text for people, for programs too or alone. */
    final void print(CommandLine command, boolean quiet, String results, Consumer<PrintWriter> text) {
        if (json) {
            command.getOut().print(results);
            command.getOut().flush();
        }
        if (!isForProgramsAlone(quiet)) {
            text.accept(people(command));
        }
    }
}
