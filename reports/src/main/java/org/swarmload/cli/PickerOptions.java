package org.swarmload.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.DeliverySpec.Policy;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.policy.Pickers;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.StoppingRule;
import org.swarmload.yaml.DidYouMean;
import picocli.CommandLine.Option;

/** Which pickers are compared, in which delivery, and how often. */
final class PickerOptions {
    private static final String AUTO = "auto";
    private static final int FIRST_LOOK = 5;
    private static final int LAST_LOOK = 20;
    private static final int MOST_REPLICATIONS = 1_000;

    @Option(
            names = "--pickers",
            paramLabel = "A,B",
            split = ",",
            description = "Pickers to compare, two or more; default all that are known.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--replications",
            paramLabel = "N|auto",
            description =
                    "Repetitions of every picker on the same audiences, 2 or more; auto, the default, stops after "
                            + FIRST_LOOK + ", 10 or " + LAST_LOOK + ": as soon as all is decided.")
    private String replications = AUTO;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description =
                    "Also write state and choice of every pick of each picker's first replication, one JSON object "
                            + "a line.")
    Path trace;

    @Option(
            names = "--trace-every",
            paramLabel = "N",
            description = "Of the picks write every N-th alone; default every one.")
    int traceEvery = 1;

    List<String> pickers() {
        List<String> known = Pickers.names();
        List<String> chosen =
                names.isEmpty() ? known : names.stream().map(String::strip).toList();
        for (String name : chosen) {
            if (!known.contains(name)) {
                throw new CannotDo(
                        "--pickers: there is no picker '" + name + "'.\n" + DidYouMean.hintOrList(name, known));
            }
        }
        if (new TreeSet<>(chosen).size() < chosen.size()) {
            throw new CannotDo("--pickers: " + String.join(",", chosen) + " names a picker twice.\nMaybe once.");
        }
        if (chosen.size() < 2) {
            throw new CannotDo("--pickers: one picker cannot be compared.\nMaybe --pickers " + chosen.get(0)
                    + (chosen.get(0).equals("random") ? ",rarest-first." : ",random."));
        }
        return chosen;
    }

    StoppingRule rule() {
        if (replications.equals(AUTO)) {
            return StoppingRule.doubling(FIRST_LOOK, LAST_LOOK);
        }
        int number;
        try {
            number = Integer.parseInt(replications);
        } catch (NumberFormatException e) {
            throw new CannotDo("--replications: '" + replications + "' is no whole number.\nMaybe auto.");
        }
        ScenarioChoice.checkRange("--replications", number, 2, MOST_REPLICATIONS);
        return StoppingRule.fixed(number);
    }

    /** How often, for people. */
    String said() {
        StoppingRule rule = rule();
        return rule.looks().size() == 1
                ? rule.cap() + " of each picker"
                : "of each picker, after which it may stop: " + rule.looks();
    }

    /**
     * The delivery in which pickers are compared: the one that was named, else the one that decides, else the first that
     * has a swarm whose policy takes a picker.
     */
    String delivery(Scenario scenario, List<String> chosen, boolean named) {
        if (named && chosen.size() > 1) {
            throw new CannotDo("--deliveries: pickers are compared in one delivery, not in " + String.join(", ", chosen)
                    + ".\nMaybe --deliveries " + chosen.get(0) + ".");
        }
        List<String> able =
                chosen.stream().filter(name -> takesPicker(scenario, name)).toList();
        if (able.isEmpty()) {
            throw new CannotDo((named
                            ? "The delivery " + chosen.get(0) + " has no swarm"
                            : "No delivery of the scenario has a swarm")
                    + " that takes a picker (p2p-media-loader has rules of its own).\nMaybe "
                    + "another scenario, such as picker-shootout.");
        }
        return able.contains(scenario.decide()) ? scenario.decide() : able.get(0);
    }

    private static boolean takesPicker(Scenario scenario, String delivery) {
        Swarm swarm = scenario.delivery(delivery).swarm();
        return swarm != null && swarm.policy() != Policy.P2P_MEDIA_LOADER;
    }

    /** Picks are written as they happen, so there must be one timeline; and nothing that is there is written over. */
    void checkTrace(Variant variant) {
        if (traceEvery < 1) {
            throw new CannotDo("--trace-every: " + traceEvery + " is not 1 or more.");
        }
        if (trace == null) {
            return;
        }
        if (Files.exists(trace)) {
            throw new CannotDo("--trace: '" + trace + "' is there already and is left alone.\nMaybe another name.");
        }
        Path folder = trace.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new CannotDo("--trace: there is no folder '" + folder + "'.");
        }
        if (!Files.isWritable(folder)) {
            throw new CannotDo("--trace: you may not write in '" + folder + "'.");
        }
        int cells = ScenarioCompiler.compile(variant.scenario(), variant.delivery(), 0)
                .cells();
        if (cells > 1) {
            throw new CannotDo("--trace: picks of " + cells
                    + " cells have no order.\nMaybe fewer viewers, or --set engine.cells=1.");
        }
    }
}
