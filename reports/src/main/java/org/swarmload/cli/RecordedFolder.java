package org.swarmload.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.export.FinishedRun;
import org.swarmload.export.RunFolder;
import org.swarmload.report.ReportBuilder;
import org.swarmload.study.Digests;
import org.swarmload.study.StudyResult;

/**
 * What a folder says about how its results came about: the studies that give them again, and the digests that must come
 * out. A run is one study, a sweep one for each point, a comparison of pickers one for each picker.
 *
 * @param digest over all runs
 * @param document the file that was read
 */
record RecordedFolder(Kind kind, String digest, List<Study> studies, JsonNode document) {
    enum Kind {
        RUN,
        SWEEP,
        PICKERS
    }

    /**
     * One scenario that was simulated.
     *
     * @param name which of the folder's; empty if there is one only
     * @param digests of its runs, replication by replication, for each delivery in their order
     */
    record Study(String name, Path scenario, Map<String, List<String>> digests) {
        List<String> deliveries() {
            return List.copyOf(digests.keySet());
        }
    }

    /** @throws CannotDo when no digests are there, or not of all that is there */
    static RecordedFolder read(Path folder) {
        if (Files.isRegularFile(folder.resolve(SweepOutput.TABLE))) {
            return sweep(folder, parsed(folder.resolve(SweepOutput.TABLE)));
        }
        Path summary = folder.resolve(RunFolder.SUMMARY);
        JsonNode document = Files.isRegularFile(summary) ? parsed(summary) : null;
        if (document != null && document.path("kind").asText().equals("pickers")) {
            return pickers(folder, document);
        }
        if (FinishedRun.isPlan(document)) {
            throw new CannotDo(
                    "'" + folder + "' is the folder of a plan: a search, of which only the order that was found"
                            + " can be run again, not every simulation.\nMaybe "
                            + (Files.isRegularFile(folder.resolve(PlanOutput.RECOMMENDED))
                                    ? "'swarmload run " + folder.resolve(PlanOutput.RECOMMENDED) + "'."
                                    : "plan again and compare the digests."));
        }
        if (document == null || !Files.isRegularFile(folder.resolve(RunFolder.SCENARIO))) {
            throw new CannotDo(
                    "'" + folder + "' is not the folder of a run, a sweep or a comparison of pickers.\nMaybe it"
                            + " is one level deeper, such as " + Path.of("out", "premiere-night") + ".");
        }
        return run(folder, document);
    }

    private static JsonNode parsed(Path file) {
        try {
            JsonNode document = new ObjectMapper().readTree(file.toFile());
            if (document.path("digest").isTextual()) {
                return document;
            }
        } catch (IOException e) {
            throw new CannotDo("Cannot read '" + file + "': " + e.getMessage());
        }
        throw new CannotDo("'" + file + "' holds no digest.\nMaybe it was written by another program.");
    }

    private static RecordedFolder run(Path folder, JsonNode document) {
        if (document.path("partial").asBoolean()) {
            throw new CannotDo("The run in '" + folder + "' was interrupted: there is no whole digest to compare.");
        }
        Study study = new Study("", folder.resolve(RunFolder.SCENARIO), byDelivery(document));
        return whole(Kind.RUN, folder, document, List.of(study));
    }

    /** Of an interrupted sweep those points that were finished. */
    private static RecordedFolder sweep(Path folder, JsonNode document) {
        List<Study> studies = new ArrayList<>();
        for (JsonNode point : document.path("points")) {
            List<String> said = new ArrayList<>();
            point.path("values")
                    .properties()
                    .forEach(value ->
                            said.add(value.getKey() + " " + value.getValue().asText()));
            Path scenario =
                    folder.resolve(SweepOutput.scenario(point.path("point").asInt()));
            studies.add(new Study(String.join(", ", said), scenario, byDelivery(point)));
        }
        return whole(Kind.SWEEP, folder, document, studies);
    }

    private static RecordedFolder pickers(Path folder, JsonNode document) {
        String delivery = document.path("delivery").asText();
        List<Study> studies = new ArrayList<>();
        document.path("pickers").properties().forEach(picker -> {
            Path scenario = folder.resolve(DuelFiles.scenario(picker.getKey()));
            studies.add(new Study(picker.getKey(), scenario, Map.of(delivery, digests(picker.getValue()))));
        });
        return whole(Kind.PICKERS, folder, document, studies);
    }

    private static Map<String, List<String>> byDelivery(JsonNode study) {
        Map<String, List<String>> digests = new LinkedHashMap<>();
        study.path("deliveries").properties().forEach(one -> digests.put(one.getKey(), digests(one.getValue())));
        return digests;
    }

    private static List<String> digests(JsonNode delivery) {
        List<String> digests = new ArrayList<>();
        delivery.path("runs").forEach(run -> digests.add(run.path("digest").asText("none")));
        return digests;
    }

    private static RecordedFolder whole(Kind kind, Path folder, JsonNode document, List<Study> studies) {
        if (studies.isEmpty()
                || studies.stream().anyMatch(study -> study.digests().isEmpty())) {
            throw new CannotDo("'" + folder + "' holds no digests of runs.\nMaybe it was written by another program.");
        }
        for (Study study : studies) {
            if (!Files.isRegularFile(study.scenario())) {
                throw new CannotDo("'" + study.scenario()
                        + "' is not there, so it cannot be run again.\nMaybe make the " + "folder anew.");
            }
        }
        return new RecordedFolder(kind, document.get("digest").asText(), studies, document);
    }

    /** The digest of all that has come out now, as the command that wrote the folder reckons it. */
    String digest(List<StudyResult> now) {
        return switch (kind) {
            case RUN -> ReportBuilder.digest(now.get(0).digest());
            case SWEEP ->
                ReportBuilder.digest(
                        Digests.over(now.stream().map(StudyResult::digest).toList()));
            case PICKERS ->
                ReportBuilder.digest(Digests.over(IntStream.range(
                                0, now.get(0).deliveries().get(0).runs().size())
                        .boxed()
                        .flatMap(replication -> now.stream()
                                .map(picker -> picker.deliveries()
                                        .get(0)
                                        .runs()
                                        .get(replication)
                                        .digest()))
                        .toList()));
        };
    }
}
