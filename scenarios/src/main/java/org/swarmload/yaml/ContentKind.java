package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What kind of content a planner means. Whoever writes {@code kind: file} above a broadcast made one mistake, so the rest
 * is read as the broadcast that it is; a key that only another kind has is told whose it is.
 */
final class ContentKind {
    private static final Map<String, List<String>> REQUIRED =
            Map.of("vod", List.of("length"), "live", List.of("length"), "file", List.of("size"));
    private static final Map<String, List<String>> OWN = Map.of(
            "vod", List.of("length", "segment", "renditions"),
            "live", List.of("length", "segment", "renditions", "delay", "window"),
            "file", List.of("size", "piece", "block"));
    private static final List<String> KINDS = List.of("vod", "live", "file");

    private final Fields content;

    ContentKind(Fields content) {
        this.content = content;
    }

    /** The kind to read on as; problems are noted. */
    String word() {
        String written = content.word("kind", KINDS, "vod");
        if (!content.sound("kind")) {
            // The nearest word, if it goes with what else is written.
            boolean near = !DidYouMean.nearest(content.text("kind", ""), KINDS).isEmpty();
            String meant = near && hasRequired(written) ? written : looksLike();
            foreign(meant).forEach(content::has);
            return meant;
        }
        List<String> foreign = foreign(written);
        if (foreign.isEmpty()) {
            return written;
        }
        if (hasRequired(written) || looksLike().equals(written)) {
            foreign.forEach(content::has);
            foreign.forEach(key -> content.problem(
                    key,
                    "is for " + owners(key) + ", and this is " + written + ".",
                    "Maybe kind: " + owner(key) + "."));
            return written;
        }
        content.problem(
                "kind",
                "There is no " + String.join(", ", foreign) + " of kind " + written + ".",
                "Maybe kind: " + looksLike() + ".");
        return looksLike();
    }

    private boolean hasRequired(String kind) {
        return REQUIRED.get(kind).stream().allMatch(content::isWritten);
    }

    private List<String> foreign(String kind) {
        List<String> foreign = new ArrayList<>();
        for (String other : KINDS) {
            for (String key : OWN.get(other)) {
                if (!OWN.get(kind).contains(key) && !foreign.contains(key) && content.isWritten(key)) {
                    foreign.add(key);
                }
            }
        }
        return foreign;
    }

    private String looksLike() {
        if (content.isWritten("delay") || content.isWritten("window")) {
            return "live";
        }
        return content.isWritten("size") && !content.isWritten("length") ? "file" : "vod";
    }

    private static String owner(String key) {
        return KINDS.stream()
                .filter(kind -> OWN.get(kind).contains(key))
                .findFirst()
                .orElseThrow();
    }

    private static String owners(String key) {
        return String.join(
                " and ",
                KINDS.stream().filter(kind -> OWN.get(kind).contains(key)).toList());
    }
}
