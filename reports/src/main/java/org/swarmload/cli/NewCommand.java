package org.swarmload.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.library.ScenarioLibrary;
import org.swarmload.yaml.DidYouMean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Prints a scenario of the library, comments and all, to start one's own from.",
        footerHeading = "%nExamples:%n",
        footer = {"  swarmload new premiere-night > my-night.yaml", "  swarmload new premiere-night --to my-night.yaml"
        })
final class NewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "A name from 'swarmload list'.")
    private String name;

    @Option(names = "--to", paramLabel = "FILE", description = "Write to this file, which must not exist yet.")
    private Path to;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!ScenarioLibrary.names().contains(name)) {
            throw new CannotDo(
                    "There is no scenario '" + name + "'.\n" + DidYouMean.hintOrList(name, ScenarioLibrary.names()));
        }
        String text = ScenarioLibrary.text(name);
        if (to == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return ExitCode.GOOD.code();
        }
        try {
            Files.writeString(to, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new CannotDo("'" + to + "' exists already and is left alone.");
        } catch (IOException e) {
            throw new CannotDo("Cannot write '" + to + "': " + e.getMessage());
        }
        spec.commandLine().getErr().println("Wrote " + to + ". Run it with: swarmload run " + to);
        return ExitCode.GOOD.code();
    }
}
