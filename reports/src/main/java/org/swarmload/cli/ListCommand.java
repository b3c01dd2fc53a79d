package org.swarmload.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.swarmload.library.ScenarioLibrary;
import org.swarmload.yaml.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Names the scenarios that come with the program.",
        footerHeading = "%nExamples:%n",
        footer = {"  swarmload list", "  swarmload run \"$(swarmload list | head -n 1 | cut -d ' ' -f 1)\""})
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<String> names = ScenarioLibrary.names();
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        for (String name : names) {
            String about = ScenarioReader.read(name).about().strip();
            out.println((name + " ".repeat(width - name.length()) + "  " + firstSentence(about)).stripTrailing());
        }
        return ExitCode.GOOD.code();
    }

    private static String firstSentence(String about) {
        String line = about.replaceAll("\\s+", " ");
        int end = line.indexOf(". ");
        return end < 0 ? line : line.substring(0, end + 1);
    }
}
