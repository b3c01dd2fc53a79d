package org.swarmload.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.scenario.Scenario;
import org.swarmload.yaml.ScenarioReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario, and what is laid over it. */
class ScenarioChoice {
    @Parameters(paramLabel = "SCENARIO", description = "A name from 'swarmload list', or a path to a YAML file.")
    String scenario;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "A YAML file laid over the scenario; may be given again, the later wins.")
    List<Path> overlays = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One value laid over everything else, for example audience.viewers=50k; may be given again.")
    List<String> sets = new ArrayList<>();

    @Mixin
    PluginOptions plugins = new PluginOptions();

    // A limit of the scenario language, told here in the words of the option that was given.
    private static final long GREATEST_SEED = 1L << 53;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed than the scenario's.")
    Long seed;

    @Option(
            names = "--deliveries",
            paramLabel = "A,B",
            split = ",",
            description = "Only these deliveries of the scenario.")
    List<String> deliveries = new ArrayList<>();

    /**
     * The scenario with everything laid over it; what the options say becomes part of it, so it runs the same again.
     *
     * @param more laid over everything else
     */
    Scenario readWith(List<String> more) {
        Scenario read = ScenarioReader.read(scenario, overlays, allWith(more));
        for (String delivery : deliveries) {
            if (!read.deliveries().containsKey(delivery)) {
                throw new CannotDo("--deliveries: the scenario has no '" + delivery + "'.\nMaybe "
                        + String.join(", ", read.deliveries().keySet()) + ".");
            }
        }
        return read;
    }

    /** Every single value that is laid over the scenario, with more laid over all; the plugins are there after it. */
    final List<String> allWith(List<String> more) {
        plugins.install();
        checkRange("--seed", seed, 0, GREATEST_SEED);
        List<String> all = new ArrayList<>(sets);
        if (seed != null) {
            all.add("seed=" + seed);
        }
        all.addAll(more);
        return all;
    }

    static void checkRange(String option, Number value, long least, long most) {
        if (value != null && (value.longValue() < least || value.longValue() > most)) {
            throw new CannotDo(option + ": " + value + " is not from " + least + " to " + most + ".");
        }
    }

    /** Names of the deliveries to run, in the scenario's order. */
    List<String> chosen(Scenario read) {
        return read.deliveries().keySet().stream()
                .filter(name -> deliveries.isEmpty() || deliveries.contains(name))
                .toList();
    }

    /** The scenario's name as it was given, as the name of a folder: "my/night.yaml" gives "night". */
    String folderName() {
        String file = Path.of(scenario).getFileName().toString();
        return file.replaceFirst("\\.ya?ml$", "");
    }
}
