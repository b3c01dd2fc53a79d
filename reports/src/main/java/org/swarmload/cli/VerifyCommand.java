package org.swarmload.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.swarmload.cli.RecordedFolder.Kind;
import org.swarmload.cli.RecordedFolder.Study;
import org.swarmload.report.ReportBuilder;
import org.swarmload.report.Unit;
import org.swarmload.scenario.Scenario;
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
        description = "Runs again what a folder of 'run', 'sweep' or 'pickers' was made of, and compares the digests. "
                + "Changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  swarmload verify out/premiere-night",
            "  swarmload verify out/premiere-night --threads 1",
            "  swarmload verify out/premiere-night-sweep"
        })
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "Folder that 'run', 'sweep' or 'pickers' wrote.")
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
        RecordedFolder recorded = RecordedFolder.read(folder);
        List<Scenario> scenarios = recorded.studies().stream()
                .map(study ->
                        ScenarioReader.read(study.scenario().toAbsolutePath().toString(), List.of(), List.of()))
                .toList();
        checkMemory(recorded, scenarios);
        List<StudyResult> now = new ArrayList<>();
        try (Interruption interruption = new Interruption()) {
            for (int i = 0; i < scenarios.size(); i++) {
                now.add(runAgain(recorded.studies(), i, scenarios.get(i), interruption));
                if (interruption.happened()) {
                    spec.commandLine().getErr().println("Interrupted; nothing was compared.");
                    return ExitCode.INTERRUPTED.code();
                }
            }
        }
        return compare(recorded, now).code();
    }

    /** One study after the other, so that each must fit in alone. */
    private void checkMemory(RecordedFolder recorded, List<Scenario> scenarios) {
        for (int i = 0; i < scenarios.size(); i++) {
            Scenario scenario = scenarios.get(i);
            List<String> deliveries = recorded.studies().get(i).deliveries();
            new Memory(scenario, MemoryPlan.of(scenario, deliveries, engine.threads), Memory.heapBytes()).check();
        }
    }

    private StudyResult runAgain(List<Study> studies, int i, Scenario scenario, Interruption interruption) {
        PrintWriter err = spec.commandLine().getErr();
        if (studies.size() > 1 && !engine.quiet) {
            err.println(i + 1 + " of " + studies.size() + ": " + studies.get(i).name());
        }
        return Simulation.run(
                scenario, studies.get(i).deliveries(), engine.threads, engine.progress(err, scenario), interruption);
    }

    private ExitCode compare(RecordedFolder recorded, List<StudyResult> results) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            differences.addAll(differences(recorded.studies().get(i), results.get(i)));
        }
        String now = recorded.digest(results);
        if (recorded.digest().equals(now) && differences.isEmpty()) {
            out.println("reproduced: digest " + now + said(recorded));
            return ExitCode.GOOD;
        }
        out.println("NOT reproduced: recorded digest " + recorded.digest() + ", now " + now);
        differences.forEach(difference -> out.println("  " + difference));
        List<String> pluggedThen = plugged(recorded.document().path("deliveries"));
        List<String> pluggedNow = plugged(results.get(0));
        if (recorded.kind() == Kind.RUN && !pluggedThen.equals(pluggedNow)) {
            out.println("  recorded with " + String.join(", ", pluggedThen) + ";");
            out.println("  now with " + String.join(", ", pluggedNow));
        }
        return ExitCode.NOT_REPRODUCIBLE;
    }

    private static String said(RecordedFolder recorded) {
        int studies = recorded.studies().size();
        return switch (recorded.kind()) {
            case RUN -> "";
            case SWEEP -> " of " + Unit.COUNT.say(studies, "point");
            case PICKERS -> " of " + Unit.COUNT.say(studies, "picker");
        };
    }

    private static List<String> differences(Study recorded, StudyResult now) {
        List<String> differences = new ArrayList<>();
        String where = recorded.name().isEmpty() ? "" : recorded.name() + ", ";
        for (StudyResult.DeliveryResult delivery : now.deliveries()) {
            List<String> then = recorded.digests().get(delivery.name());
            int most = Math.max(then.size(), delivery.runs().size());
            for (int i = 0; i < most; i++) {
                String before = i < then.size() ? then.get(i) : "none";
                String after = i < delivery.runs().size()
                        ? ReportBuilder.digest(delivery.runs().get(i).digest())
                        : "none";
                if (!before.equals(after)) {
                    differences.add(
                            where + delivery.name() + ", replication " + i + ": recorded " + before + ", now " + after);
                }
            }
        }
        return differences;
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
