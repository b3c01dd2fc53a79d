package org.swarmload.yaml;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.swarmload.library.ScenarioLibrary;

/**
 * Gathers everything a scenario is made of into one tree: the scenario over what it extends, then overlays, then
 * single values. The later wins.
 */
final class Assembler {
    private static final String EXTENDS = "extends";

    /** What cases of validation are called, which no library has. */
    private static final String CASE = "o-[0-9]{2}[a-z-]{0,20}";

    private final Problems problems;

    Assembler(Problems problems) {
        this.problems = problems;
    }

    /** A document and where to look for its neighbours; no folder means the library. */
    private record Document(SourceNode tree, Path folder, String identity) {}

    SourceNode assemble(String nameOrPath, List<Path> overlays, List<String> sets) {
        SourceNode tree = extended(open(nameOrPath, Position.ofOption(nameOrPath)), new LinkedHashSet<>());
        for (Path overlay : overlays) {
            Path folder = overlay.toAbsolutePath().normalize().getParent();
            SourceNode.MapNode over = map(tree(overlay.toString(), FileText.read(overlay), folder));
            if (over.get(EXTENDS) != null) {
                problems.add(over.get(EXTENDS).position(), EXTENDS, "An overlay cannot extend a scenario.");
            }
            tree = TreeMerge.merge(tree, over);
        }
        for (String set : sets) {
            tree = set(tree, set);
        }
        return tree;
    }

    /** The tree with these values laid over it, and these factors applied, one after the other. */
    SourceNode assign(SourceNode tree, List<Assignment> assignments) {
        SourceNode assigned = tree;
        for (Assignment one : assignments) {
            Position at = Position.ofOption(one.option());
            assigned = one.factor()
                    ? Product.laidOver(
                            assigned,
                            Arrays.asList(one.path().split("\\.", -1)),
                            new BigDecimal(one.value()),
                            at,
                            problems)
                    : assign(assigned, at, one.path(), one.value());
        }
        return assigned;
    }

    SourceNode assembleText(String shown, String text) {
        return extended(new Document(SourceParser.parse(shown, text, problems), null, shown), new LinkedHashSet<>());
    }

    private SourceNode set(SourceNode tree, String set) {
        Position at = Position.ofOption("--set " + set);
        int equals = set.indexOf('=');
        return assign(tree, at, equals < 0 ? "" : set.substring(0, equals).strip(), set.substring(equals + 1));
    }

    private SourceNode assign(SourceNode tree, Position at, String path, String text) {
        List<String> steps = Arrays.asList(path.split("\\.", -1));
        if (path.isEmpty() || steps.contains("")) {
            problems.add(at, "", "This is not path=value.", "For example --set audience.viewers=20k.");
            return tree;
        }
        if (path.equals(EXTENDS)) {
            problems.add(at, EXTENDS, "Cannot be set; name the scenario to run instead.");
            return tree;
        }
        SourceNode value = SourceParser.parseOption(at.source(), text, problems);
        // The keys of unknowns are paths themselves.
        boolean unknown = steps.size() > 1 && steps.get(0).equals(NightReader.KEY);
        List<String> keys = unknown ? List.of(NightReader.KEY, path.substring(path.indexOf('.') + 1)) : steps;
        return TreeMerge.set(tree, keys, value, problems);
    }

    private SourceNode extended(Document document, Set<String> seen) {
        SourceNode.MapNode map = map(document.tree());
        SourceNode parent = map.get(EXTENDS);
        if (parent == null || parent instanceof SourceNode.RemoveNode) {
            return map;
        }
        SourceNode.MapNode rest = SourceNode.MapNode.of(map.position(), withoutExtends(map));
        if (!(parent instanceof SourceNode.ScalarNode scalar) || scalar.isNull()) {
            problems.add(
                    parent.position(), EXTENDS, "This must be a library name or a file, it is " + parent.shape() + ".");
            return rest;
        }
        seen.add(document.identity());
        Document base = neighbour(scalar, document);
        if (seen.contains(base.identity())) {
            throw Problems.one(
                    parent.position(), EXTENDS, scalar.shape() + " extends this scenario in turn: a circle.", "");
        }
        return TreeMerge.merge(extended(base, seen), rest);
    }

    private static Map<String, SourceNode.Entry> withoutExtends(SourceNode.MapNode map) {
        Map<String, SourceNode.Entry> rest = new LinkedHashMap<>(map.entries());
        rest.remove(EXTENDS);
        return rest;
    }

    private SourceNode.MapNode map(SourceNode node) {
        if (node instanceof SourceNode.MapNode map) {
            return map;
        }
        throw Problems.one(
                node.position(), "", "A scenario is a map of keys and values, this is " + node.shape() + ".", "");
    }

    /** What a scenario extends: a library name, or a file that lies in the scenario's own folder. */
    private Document neighbour(SourceNode.ScalarNode reference, Document from) {
        String text = reference.text().strip();
        if (!isPath(text)) {
            return library(text, reference.position(), EXTENDS);
        }
        if (from.folder() == null) {
            throw Problems.one(reference.position(), EXTENDS, "A library scenario extends library scenarios only.", "");
        }
        Path file = NearFile.in(from.folder(), reference, EXTENDS);
        return file(file, file.toString());
    }

    private Document open(String nameOrPath, Position at) {
        if (!isPath(nameOrPath)) {
            return library(nameOrPath, at, "");
        }
        return file(NearFile.path(nameOrPath, at, "", Path.of("")), nameOrPath);
    }

    private SourceNode tree(String shown, String text, Path folder) {
        SourceNode document = SourceParser.parse(shown, text, problems);
        return TariffFiles.inline(Traces.inline(document, folder, problems), folder, problems);
    }

    private static boolean isPath(String text) {
        return text.endsWith(".yaml") || text.endsWith(".yml") || text.contains("/") || text.contains("\\");
    }

    private Document file(Path file, String shown) {
        String text = FileText.read(file);
        Path absolute = file.toAbsolutePath().normalize();
        return new Document(tree(shown, text, absolute.getParent()), absolute.getParent(), absolute.toString());
    }

    private Document library(String reference, Position at, String key) {
        String name = reference.startsWith("@") ? reference.substring(1) : reference;
        List<String> names = new ArrayList<>(ScenarioLibrary.names());
        if (!names.contains(name)) {
            String shown = new SourceNode.ScalarNode(at, name, false).abbreviated();
            throw Problems.one(
                    at,
                    key,
                    "There is no scenario '" + shown + "' in the library.",
                    name.matches(CASE)
                            ? "Maybe a file of scenarios/validation, such as scenarios/validation/" + name + ".yaml."
                            : DidYouMean.hintOrList(name, names) + " A file's name ends in .yaml.");
        }
        return new Document(
                SourceParser.parse(name + ".yaml", ScenarioLibrary.text(name), problems), null, "library " + name);
    }
}
