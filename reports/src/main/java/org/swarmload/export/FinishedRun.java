package org.swarmload.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.swarmload.contrast.Side;

/**
 * What a finished run left behind, as far as others compare with it.
 *
 * @param sides its deliveries, in the order of the summary
 */
public record FinishedRun(Path folder, String digest, boolean partial, List<Side> sides) {
    public FinishedRun {
        sides = List.copyOf(sides);
    }

    /** A folder that is not what a run left; the message says why. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    /** @throws Unreadable when it is no run's folder, or one of an older version */
    public static FinishedRun read(Path folder) {
        Path summary = folder.resolve(RunFolder.SUMMARY);
        if (!Files.isRegularFile(summary) || !Files.isRegularFile(folder.resolve(RunFolder.SCENARIO))) {
            throw new Unreadable("'" + folder + "' is not the folder of a run.\nMaybe it is one level deeper, such as "
                    + Path.of("out", "premiere-night") + ".");
        }
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(summary.toFile());
        } catch (IOException e) {
            throw new Unreadable("Cannot read '" + summary + "': it is no JSON that a run wrote.");
        }
        if (isPlan(root)) {
            throw new Unreadable(
                    "'" + folder + "' is the folder of a plan, not of a run.\nMaybe run its recommended.yaml"
                            + " and compare that run.");
        }
        List<Side> sides = new ArrayList<>();
        root.path("deliveries").properties().forEach(one -> {
            SortedMap<Integer, Map<String, Double>> figures = new TreeMap<>();
            for (JsonNode run : one.getValue().path("runs")) {
                if (run.path("metrics").isObject()) {
                    figures.put(run.path("replication").asInt(), PointJson.figures(run.get("metrics")));
                }
            }
            if (!figures.isEmpty()) {
                String label = folder + ":" + one.getKey();
                sides.add(new Side(label, one.getKey(), root.path("seed").asLong(), figures));
            }
        });
        if (sides.isEmpty()) {
            throw new Unreadable("'" + summary + "' has no metrics of single replications: it is of an older version.\n"
                    + "Maybe run the scenario again.");
        }
        return new FinishedRun(
                folder, root.path("digest").asText(), root.path("partial").asBoolean(), sides);
    }

    /** Whether this is the summary of a search for a plan; it lies beside a scenario, as that of a run does. */
    public static boolean isPlan(JsonNode summary) {
        return summary != null && summary.path("kind").asText().equals("plan");
    }

    public Path scenario() {
        return folder.resolve(RunFolder.SCENARIO);
    }
}
