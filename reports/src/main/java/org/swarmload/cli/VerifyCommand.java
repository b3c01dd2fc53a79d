package org.swarmload.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.export.RunFolder;
import org.swarmload.report.ReportBuilder;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.MemoryPlan;
import org.swarmload.study.StudyResult;
import org.swarmload.yaml.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Runs the scenario of a run's folder again and compares the digests. Changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {"  swarmload verify out/premiere-night", "  swarmload verify out/premiere-night --threads 1"})
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "Folder that 'swarmload run' wrote.")
    private Path folder;

    @Mixin
    private EngineOptions engine;

    @Mixin
    private PluginOptions plugins;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        engine.check();
        plugins.install();
        JsonNode recorded = recorded();
        Scenario scenario = ScenarioReader.read(
                folder.toAbsolutePath().resolve(RunFolder.SCENARIO).toString(), List.of(), List.of());
        List<String> deliveries = new ArrayList<>();
        recorded.get("deliveries").fieldNames().forEachRemaining(deliveries::add);
        new Memory(scenario, MemoryPlan.of(scenario, deliveries, engine.threads), Memory.heapBytes()).check();
        try (Interruption interruption = new Interruption()) {
            StudyResult study = Simulation.run(
                    scenario,
                    deliveries,
                    engine.threads,
                    engine.progress(spec.commandLine().getErr(), scenario),
                    interruption);
            if (interruption.happened()) {
                spec.commandLine().getErr().println("Interrupted; nothing was compared.");
                return ExitCode.INTERRUPTED.code();
            }
            return compare(recorded, study).code();
        }
    }

    private JsonNode recorded() {
        Path summary = folder.resolve(RunFolder.SUMMARY);
        if (!Files.isRegularFile(summary) || !Files.isRegularFile(folder.resolve(RunFolder.SCENARIO))) {
            throw new CannotDo("'" + folder + "' is not the folder of a run.\nMaybe it is one level deeper, such as "
                    + Path.of("out", "premiere-night") + ".");
        }
        JsonNode recorded;
        try {
            recorded = new ObjectMapper().readTree(summary.toFile());
        } catch (IOException e) {
            throw new CannotDo("Cannot read '" + summary + "': " + e.getMessage());
        }
        if (!recorded.path("digest").isTextual() || !recorded.path("deliveries").isObject()) {
            throw new CannotDo("'" + summary + "' holds no digest.");
        }
        if (recorded.path("partial").asBoolean()) {
            throw new CannotDo("The run in '" + folder + "' was interrupted: there is no whole digest to compare.");
        }
        return recorded;
    }

    private ExitCode compare(JsonNode recorded, StudyResult study) {
        PrintWriter out = spec.commandLine().getOut();
        String then = recorded.get("digest").asText();
        String now = ReportBuilder.digest(study.digest());
        if (then.equals(now)) {
            out.println("reproduced: digest " + now);
            return ExitCode.GOOD;
        }
        out.println("NOT reproduced: recorded digest " + then + ", now " + now);
        for (StudyResult.DeliveryResult delivery : study.deliveries()) {
            JsonNode runs = recorded.path("deliveries").path(delivery.name()).path("runs");
            for (int i = 0; i < delivery.runs().size(); i++) {
                RunResult run = delivery.runs().get(i);
                String before = runs.path(i).path("digest").asText("none");
                if (!before.equals(ReportBuilder.digest(run.digest()))) {
                    out.println("  " + delivery.name() + ", replication " + run.replication() + ": recorded " + before
                            + ", now " + ReportBuilder.digest(run.digest()));
                }
            }
        }
        List<String> pluggedThen = plugged(recorded.path("deliveries"));
        List<String> pluggedNow = plugged(study);
        if (!pluggedThen.equals(pluggedNow)) {
            out.println("  recorded with " + String.join(", ", pluggedThen) + ";");
            out.println("  now with " + String.join(", ", pluggedNow));
        }
        return ExitCode.NOT_REPRODUCIBLE;
    }

    /** Classes from outside that took part, with the checksums of their jars. */
    private static List<String> plugged(JsonNode deliveries) {
        TreeSet<String> plugged = new TreeSet<>();
        for (JsonNode part : deliveries.findValues("parts")) {
            part.forEach(name -> plugged.add(name.asText()));
        }
        plugged.removeIf(part -> !PluginJars.isOrigin(part));
        return List.copyOf(plugged);
    }

    private static List<String> plugged(StudyResult study) {
        return study.deliveries().stream()
                .flatMap(delivery -> delivery.runs().stream())
                .flatMap(run -> run.engine().parts().stream())
                .filter(PluginJars::isOrigin)
                .sorted()
                .distinct()
                .toList();
    }
}
