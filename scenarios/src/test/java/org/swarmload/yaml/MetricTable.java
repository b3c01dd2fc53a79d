package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.MetricWord.Needs;

/** The table of metrics in REFERENCE.md, from the words that report.html explains. */
final class MetricTable {
    static final String BEGIN = "<!-- metrics: ReferenceTest writes what follows, with -Dreference=write -->";
    static final String END = "<!-- end of metrics -->";

    private MetricTable() {}

    static String text() {
        List<String> lines = new ArrayList<>();
        lines.add(BEGIN);
        lines.add("");
        lines.add("| metric | written as | beside its mean | needs | meaning |");
        lines.add("|---|---|---|---|---|");
        for (MetricWord word : MetricWord.values()) {
            lines.add("| `" + word.word() + "` | " + unit(word) + " | " + spread(word) + " | " + needs(word.needs())
                    + " | " + word.meaning() + " |");
        }
        lines.add("");
        lines.add(END);
        return String.join("\n", lines);
    }

    private static String unit(MetricWord word) {
        return switch (word.unit()) {
            case COUNT -> "count";
            case RATIO -> "share";
            case SECONDS -> "duration";
            case HOURS -> "number of hours";
            case BYTES -> "size";
            case BITS_PER_SECOND -> "bandwidth";
            case PER_SECOND -> "rate";
            case MONEY -> "amount";
        };
    }

    private static String spread(MetricWord word) {
        return word.overViewers() ? "quantiles; `where`" : word.overTime() ? "`.max`" : "";
    }

    private static String needs(Needs needs) {
        return switch (needs) {
            case NOTHING -> "";
            case PLAYER -> "a stream";
            case FILE -> "a file";
            case DOOR -> "`front-door`";
            default -> "`" + needs.name().toLowerCase(Locale.ROOT) + "`";
        };
    }
}
