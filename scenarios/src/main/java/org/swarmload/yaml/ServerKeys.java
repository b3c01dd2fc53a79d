package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.scenario.Audience;
import org.swarmload.sim.model.AudienceSpec.Region;

/** Keys that origins, seeds and edges share. */
final class ServerKeys {
    /** What nginx keeps by default in a listen queue. */
    static final int DEFAULT_QUEUE = 511;
    /** What nginx does by default. */
    static final double DEFAULT_KEEP_ALIVE_SECONDS = 75;
    /** Segments of a title on demand never change: CDNs keep them for a day by default. */
    static final double DEFAULT_TTL_SECONDS = 86_400;

    private ServerKeys() {}

    /** Open connections per server; 0 when the key is absent: unlimited. */
    static int connections(Fields fields) {
        return (int) fields.countOr("unlimited", 0, "connections", 1, 100_000_000, 0);
    }

    static int queue(Fields fields) {
        return (int) fields.count("queue", 0, 100_000_000, DEFAULT_QUEUE);
    }

    static long keepAlive(Fields fields) {
        return fields.micros("keep-alive", Range.SHORT_TIME, DEFAULT_KEEP_ALIVE_SECONDS);
    }

    /** The regions that an edge serves: one name or a list of names, all known. */
    static List<String> regions(Fields edge, Audience audience, Problems problems) {
        SourceNode node = edge.node("serves");
        if (node == null) {
            String example =
                    audience.regions().stream().map(Region::name).findFirst().orElse("everywhere");
            edge.missing("serves", "is missing.", "For example serves: " + example);
            return List.of();
        }
        List<SourceNode> items = node instanceof SourceNode.ListNode list ? list.items() : List.of(node);
        List<String> known = audience.regions().stream().map(Region::name).toList();
        List<String> regions = new ArrayList<>();
        for (SourceNode item : items) {
            if (item instanceof SourceNode.ScalarNode scalar && known.contains(scalar.text())) {
                regions.add(scalar.text());
            } else if (problems.sound("audience.regions")) {
                String written = item instanceof SourceNode.ScalarNode scalar ? scalar.text() : "";
                problems.add(
                        item.position(),
                        edge.path("serves"),
                        item.shape() + " is no region of the audience.",
                        DidYouMean.hintOrList(written, known));
            }
        }
        return regions;
    }
}
