package org.swarmload.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What two scenarios say differently, path by path, in the words in which it was written. */
public final class ScenarioDifference {
    /**
     * @param path dotted, as {@code --set} takes it
     * @param first empty where the first scenario says nothing
     * @param second likewise
     */
    public record Line(String path, String first, String second) {}

    private final List<Line> lines = new ArrayList<>();

    private ScenarioDifference() {}

    /**
     * The merged trees beside each other; the order of keys does not count.
     *
     * @throws ScenarioException when one of the files is no YAML map
     */
    public static List<Line> of(Path first, Path second) {
        ScenarioDifference difference = new ScenarioDifference();
        difference.compare("", tree(first), tree(second));
        return List.copyOf(difference.lines);
    }

    private static SourceNode tree(Path file) {
        Problems problems = new Problems();
        SourceNode tree = new Assembler(problems).assemble(file.toAbsolutePath().toString(), List.of(), List.of());
        problems.throwIfAny();
        return tree;
    }

    private void compare(String path, SourceNode first, SourceNode second) {
        if (first instanceof SourceNode.MapNode a
                && second instanceof SourceNode.MapNode b
                && !LawBinder.isLaw(a)
                && !LawBinder.isLaw(b)) {
            Set<String> keys = new LinkedHashSet<>(a.entries().keySet());
            keys.addAll(b.entries().keySet());
            keys.forEach(key -> compare(path.isEmpty() ? key : path + "." + key, a.get(key), b.get(key)));
        } else if (first instanceof SourceNode.ListNode a
                && second instanceof SourceNode.ListNode b
                && a.items().size() == b.items().size()) {
            for (int i = 0; i < a.items().size(); i++) {
                boolean named = name(a.items().get(i)) != null
                        && name(a.items().get(i)).equals(name(b.items().get(i)));
                compare(
                        named ? path : path + "." + i,
                        a.items().get(i),
                        b.items().get(i));
            }
        } else if (!said(first).equals(said(second))) {
            lines.add(new Line(path, said(first), said(second)));
        }
    }

    /** The only key of a list's item, by which a path may step into it; null if it has none. */
    private static String name(SourceNode item) {
        boolean one = item instanceof SourceNode.MapNode map && map.entries().size() == 1;
        return one ? ((SourceNode.MapNode) item).entries().keySet().iterator().next() : null;
    }

    private static String said(SourceNode node) {
        return node == null ? "" : EffectiveScenario.flow(node);
    }
}
