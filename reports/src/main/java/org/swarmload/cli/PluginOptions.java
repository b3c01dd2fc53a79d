package org.swarmload.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.policy.Plugins;
import picocli.CommandLine.Option;

/** Pickers and download policies of the user's own. */
final class PluginOptions {
    @Option(
            names = "--plugin",
            paramLabel = "JAR",
            description =
                    "A jar with pickers or download policies of your own, which the scenario may name then; may be "
                            + "given again.")
    List<Path> jars = new ArrayList<>();

    /** Makes the names known to scenarios and runs, and forgets those of an earlier command in this process. */
    void install() {
        Plugins.install(jars.isEmpty() ? Plugins.NONE : PluginJars.read(jars));
    }
}
