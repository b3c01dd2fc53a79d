package org.swarmload.export;

import java.util.List;
import java.util.Locale;
import org.swarmload.contrast.Contrast;
import org.swarmload.yaml.ScenarioDifference;

/** Differences between runs, for spreadsheets and programs. */
public final class ContrastFiles {
    private static final int SCHEMA_VERSION = 1;

    private ContrastFiles() {}

    public static String csv(List<Contrast> contrasts) {
        Csv csv = new Csv();
        csv.line(List.of(
                "first",
                "second",
                "interval",
                "metric",
                "first-mean",
                "second-mean",
                "difference",
                "ci95",
                "replications",
                "verdict"));
        for (Contrast contrast : contrasts) {
            for (Contrast.Line line : contrast.lines()) {
                csv.line(List.of(
                        contrast.first().label(),
                        contrast.second().label(),
                        kind(contrast),
                        line.figure(),
                        Numbers.plain(line.first()),
                        Numbers.plain(line.second()),
                        Numbers.plain(line.difference()),
                        line.half() == null ? "" : Numbers.plain(line.half()),
                        Integer.toString(line.replications()),
                        word(line.word())));
            }
        }
        return csv.text();
    }

    public static String json(List<Contrast> contrasts, List<ScenarioDifference.Line> scenario) {
        return Json.document(json -> json.field("schemaVersion", SCHEMA_VERSION)
                .array(
                        "scenario",
                        () -> scenario.forEach(line -> json.value(() -> json.field("path", line.path())
                                .field("first", line.first())
                                .field("second", line.second()))))
                .array(
                        "contrasts",
                        () -> contrasts.forEach(contrast -> json.value(() -> json.field(
                                        "first", contrast.first().label())
                                .field("second", contrast.second().label())
                                .field("interval", kind(contrast))
                                .object(
                                        "metrics",
                                        () -> contrast.lines()
                                                .forEach(line ->
                                                        json.object(line.figure(), () -> line(json, line))))))));
    }

    private static void line(Json json, Contrast.Line line) {
        json.field("first", (Double) line.first())
                .field("second", (Double) line.second())
                .field("difference", (Double) line.difference())
                .field("ci95", line.half())
                .field("replications", line.replications())
                .field("verdict", word(line.word()));
    }

    private static String kind(Contrast contrast) {
        return contrast.paired() ? "paired" : "welch";
    }

    /** The verdict's word, the same for people and machines. */
    public static String word(Contrast.Word word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
