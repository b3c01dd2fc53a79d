package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.Scenario;

/** The tree of a sound scenario, reduced to one delivery. */
final class OneDelivery {
    private static final String LIKE = "like";

    private final Scenario scenario;
    private final String delivery;

    OneDelivery(Scenario scenario, String delivery) {
        this.scenario = scenario;
        this.delivery = delivery;
    }

    SourceNode.MapNode of(SourceNode tree) {
        SourceNode.MapNode map = (SourceNode.MapNode) tree;
        Map<String, SourceNode.Entry> kept = new LinkedHashMap<>(map.entries());
        SourceNode.MapNode deliveries = (SourceNode.MapNode) map.get("deliveries");
        put(kept, "deliveries", SourceNode.MapNode.of(deliveries.position(), Map.of(delivery, alone(map, deliveries))));
        kept.remove("decide");
        kept.remove("plan");
        kept.remove("expect");
        if (map.get("faults") instanceof SourceNode.ListNode faults) {
            put(kept, "faults", SourceNode.ListNode.of(faults.position(), thatHit(faults)));
        }
        if (map.get("unknowns") instanceof SourceNode.MapNode unknowns) {
            Map<String, SourceNode.Entry> own = new LinkedHashMap<>(unknowns.entries());
            own.keySet()
                    .removeIf(
                            path -> path.startsWith("deliveries.") && !path.startsWith("deliveries." + delivery + "."));
            put(kept, "unknowns", SourceNode.MapNode.of(unknowns.position(), own));
        }
        return SourceNode.MapNode.of(map.position(), kept);
    }

    private static void put(Map<String, SourceNode.Entry> entries, String key, SourceNode value) {
        entries.put(key, new SourceNode.Entry(entries.get(key).keyPosition(), value));
    }

    private SourceNode.Entry alone(SourceNode tree, SourceNode.MapNode deliveries) {
        SourceNode.MapNode whole = (SourceNode.MapNode) new Written(tree, List.of("deliveries", delivery)).node();
        Map<String, SourceNode.Entry> own = new LinkedHashMap<>(whole.entries());
        own.remove(LIKE);
        Position at = deliveries.entries().get(delivery).keyPosition();
        return new SourceNode.Entry(at, SourceNode.MapNode.of(whole.position(), own));
    }

    private List<SourceNode> thatHit(SourceNode.ListNode faults) {
        DeliveryDef def = scenario.delivery(delivery);
        List<SourceNode> hit = new ArrayList<>();
        for (int i = 0; i < faults.items().size(); i++) {
            if (scenario.faults().get(i).hits(def)) {
                hit.add(faults.items().get(i));
            }
        }
        return hit;
    }
}
