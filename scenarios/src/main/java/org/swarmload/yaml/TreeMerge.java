package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays one tree over another. Maps merge key by key; lists, laws and plain values are replaced as a whole, so that no
 * law is left with half of another law's parameters. Every value keeps the place where it was written.
 */
final class TreeMerge {
    private TreeMerge() {}

    static SourceNode merge(SourceNode below, SourceNode above) {
        if (!(below instanceof SourceNode.MapNode base) || !(above instanceof SourceNode.MapNode over)) {
            return above;
        }
        if (LawBinder.isLaw(base) || LawBinder.isLaw(over)) {
            return over;
        }
        Map<String, SourceNode.Entry> merged = new LinkedHashMap<>(base.entries());
        over.entries().forEach((key, entry) -> {
            SourceNode old = base.get(key);
            SourceNode value = old == null ? entry.value() : merge(old, entry.value());
            merged.put(key, new SourceNode.Entry(entry.keyPosition(), value));
        });
        return SourceNode.MapNode.of(over.position(), merged);
    }

    /**
     * Sets the value at a path. A number steps into a list; a name steps into the list's item that is a map with this
     * only key (a service of the front door). Maps that are missing on the way are made.
     */
    static SourceNode set(SourceNode node, List<String> path, SourceNode value, Problems problems) {
        if (path.isEmpty()) {
            return value;
        }
        String step = path.get(0);
        if (node instanceof SourceNode.ListNode list) {
            return setInList(list, path, value, problems);
        }
        SourceNode.MapNode map =
                node instanceof SourceNode.MapNode m ? m : SourceNode.MapNode.of(value.position(), Map.of());
        SourceNode.Entry old = map.entries().get(step);
        Position keyPosition = old == null ? value.position() : old.keyPosition();
        SourceNode inner = set(old == null ? null : old.value(), path.subList(1, path.size()), value, problems);
        return map.with(step, new SourceNode.Entry(keyPosition, inner));
    }

    private static SourceNode setInList(
            SourceNode.ListNode list, List<String> path, SourceNode value, Problems problems) {
        String step = path.get(0);
        List<SourceNode> items = new ArrayList<>(list.items());
        for (int i = 0; i < items.size(); i++) {
            if (step.equals(Integer.toString(i))) {
                items.set(i, set(items.get(i), path.subList(1, path.size()), value, problems));
                return SourceNode.ListNode.of(list.position(), items);
            }
            boolean named = items.get(i) instanceof SourceNode.MapNode map
                    && map.entries().size() == 1
                    && map.entries().containsKey(step);
            if (named) {
                items.set(i, set(items.get(i), path, value, problems));
                return SourceNode.ListNode.of(list.position(), items);
            }
        }
        problems.add(
                value.position(),
                "",
                "The list has no item '" + step + "'.",
                items.isEmpty() ? "" : "Items count from 0 to " + (items.size() - 1) + ".");
        return list;
    }
}
