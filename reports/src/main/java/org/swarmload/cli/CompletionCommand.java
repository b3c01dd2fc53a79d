package org.swarmload.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script that lets bash and zsh complete this program's commands and options.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(swarmload completion)",
            "  swarmload completion > ~/.local/share/bash-completion/completions/swarmload"
        })
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("swarmload", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
        return ExitCode.GOOD.code();
    }
}
