package org.swarmload.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is written at a path of a scenario, where a delivery has also what the one has that it is {@code like}. */
final class Written {
    private final SourceNode tree;
    private final List<String> path;
    private SourceNode node;
    private SourceNode whole;
    private int depth;
    private String hint = "";

    Written(SourceNode tree, List<String> path) {
        this.tree = tree;
        this.path = path;
        node = tree;
        depth = path.size();
        for (int i = 0; i < path.size() && node != null; i++) {
            boolean replacedWhole = node instanceof SourceNode.ListNode
                    || node instanceof SourceNode.MapNode map && LawBinder.isLaw(map);
            if (replacedWhole && whole == null) {
                whole = node;
                depth = i;
            }
            node = step(i);
        }
    }

    /** Null when nothing is written there. */
    SourceNode node() {
        return node;
    }

    /**
     * The tree with that value there. A law or list that the path passes is replaced as a whole, so that a delivery which
     * has it from another one keeps the rest of it.
     */
    SourceNode replaced(SourceNode value, Problems problems) {
        SourceNode inner =
                whole == null ? value : TreeMerge.set(whole, path.subList(depth, path.size()), value, problems);
        return TreeMerge.set(tree, path.subList(0, depth), inner, problems);
    }

    /** The key that was perhaps meant where the path went astray, or another hint. */
    String hint(String otherwise) {
        return hint.isEmpty() ? otherwise : hint;
    }

    private SourceNode step(int i) {
        String name = path.get(i);
        SourceNode next = null;
        if (node instanceof SourceNode.ListNode list) {
            next = item(list, name);
        } else if (node instanceof SourceNode.MapNode map) {
            boolean delivery = i == 1 && path.get(0).equals("deliveries");
            next = delivery ? inherited(map, name, new LinkedHashSet<>()) : map.get(name);
            hint = next == null ? DidYouMean.hint(name, map.entries().keySet()) : "";
        }
        return next instanceof SourceNode.RemoveNode ? null : next;
    }

    /** The item of that number, or what the item holds that is a map with this only key. */
    private static SourceNode item(SourceNode.ListNode list, String name) {
        for (int i = 0; i < list.items().size(); i++) {
            SourceNode item = list.items().get(i);
            if (name.equals(Integer.toString(i))) {
                return item;
            }
            if (item instanceof SourceNode.MapNode map && map.entries().keySet().equals(Set.of(name))) {
                return map.get(name);
            }
        }
        return null;
    }

    /** The delivery laid over those that it is like, as far as they are there; what is wrong is said elsewhere. */
    private static SourceNode inherited(SourceNode.MapNode deliveries, String name, Set<String> seen) {
        SourceNode own = deliveries.get(name);
        boolean isLike = own instanceof SourceNode.MapNode map
                && map.get("like") instanceof SourceNode.ScalarNode
                && seen.add(name);
        if (!isLike) {
            return own;
        }
        String like = ((SourceNode.ScalarNode) ((SourceNode.MapNode) own).get("like")).text();
        SourceNode base = inherited(deliveries, like, seen);
        return base == null ? own : TreeMerge.merge(base, own);
    }
}
