package org.swarmload.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the located tree from YAML 1.2 events. It works on a stack of its own with named limits, so neither deep
 * nesting nor an alias bomb can exhaust memory or the thread's stack; only text that is no YAML at all ends it early.
 */
final class SourceParser {
    static final int MAX_DEPTH = 50;
    static final int MAX_NODES = 100_000;
    static final int MAX_ALIASES = 100;

    private final String source;
    private final boolean located;
    private final Problems problems;
    private final Deque<Open> stack = new ArrayDeque<>();
    private final Map<Anchor, SourceNode> anchors = new HashMap<>();
    private SourceNode root;
    private int documents;
    private int aliases;
    private long nodes;

    private SourceParser(String source, boolean located, Problems problems) {
        this.source = source;
        this.located = located;
        this.problems = problems;
    }

    /** A document of a file. */
    static SourceNode parse(String source, String text, Problems problems) {
        return new SourceParser(source, true, problems).parse(text);
    }

    /** The value of an option: problems are located by the option as a whole. */
    static SourceNode parseOption(String option, String text, Problems problems) {
        return new SourceParser(option, false, problems).parse(text);
    }

    private SourceNode parse(String text) {
        try {
            Iterator<Event> events = new Parse(
                            LoadSettings.builder().setLabel(source).build())
                    .parseString(text)
                    .iterator();
            while (events.hasNext()) {
                accept(events.next());
            }
        } catch (MarkedYamlEngineException e) {
            throw Problems.one(
                    at(e.getProblemMark().or(e::getContextMark)), "", "Not YAML: " + sentence(e.getProblem()), hint(e));
        } catch (ReaderException e) {
            throw Problems.one(
                    new Position(source, located ? 1 : 0, 1),
                    "",
                    String.format(
                            Locale.ROOT,
                            "Not text: character %d is U+%04X, which YAML forbids.",
                            e.getPosition(),
                            e.getCodePoint()),
                    "Save the file as UTF-8 text.");
        } catch (YamlEngineException e) {
            throw Problems.one(
                    new Position(source, located ? 1 : 0, 1), "", "Not YAML: " + sentence(e.getMessage()), "");
        }
        if (root == null) {
            throw Problems.one(new Position(source, located ? 1 : 0, 1), "", "Nothing is written here.", "");
        }
        return root;
    }

    private void accept(Event event) {
        if (event instanceof DocumentStartEvent) {
            if (++documents > 1) {
                throw Problems.one(
                        at(event.getStartMark()), "", "A second document begins here; write one per file.", "");
            }
        } else if (event instanceof CollectionStartEvent start) {
            open(start);
        } else if (event instanceof CollectionEndEvent) {
            Open closed = stack.pop();
            place(closed.close(), closed.anchor, 1);
        } else if (event instanceof ScalarEvent scalar) {
            place(scalarOf(scalar), scalar.getAnchor(), 1);
        } else if (event instanceof AliasEvent alias) {
            SourceNode target = aliased(alias);
            place(target, Optional.empty(), target.size());
        }
    }

    private void open(CollectionStartEvent start) {
        Position at = at(start.getStartMark());
        if (stack.size() >= MAX_DEPTH) {
            throw Problems.one(at, "", "Nested more than " + MAX_DEPTH + " levels deep.", "");
        }
        tagAllowed(start.getTag(), at);
        stack.push(
                start instanceof SequenceStartEvent
                        ? new OpenList(at, start.getAnchor())
                        : new OpenMap(at, ((MappingStartEvent) start).getAnchor()));
    }

    private SourceNode scalarOf(ScalarEvent scalar) {
        Position at = at(scalar.getStartMark());
        if (scalar.getTag().filter("!remove"::equals).isPresent()) {
            return new SourceNode.RemoveNode(at);
        }
        tagAllowed(scalar.getTag(), at);
        return new SourceNode.ScalarNode(at, scalar.getValue(), !scalar.isPlain());
    }

    private SourceNode aliased(AliasEvent alias) {
        Position at = at(alias.getStartMark());
        if (++aliases > MAX_ALIASES) {
            throw Problems.one(at, "", "More than " + MAX_ALIASES + " aliases (*name) in one file.", "");
        }
        SourceNode target = anchors.get(alias.getAlias());
        if (target == null) {
            throw Problems.one(
                    at,
                    "",
                    "*" + alias.getAlias() + " stands for nothing: no &" + alias.getAlias() + " ends before it.",
                    "");
        }
        return target;
    }

    /** Puts a finished node where it belongs: as the root, a list's item, a map's key or value. */
    private void place(SourceNode node, Optional<Anchor> anchor, long newNodes) {
        nodes += newNodes;
        if (nodes > MAX_NODES) {
            throw Problems.one(
                    node.position(), "", "Too large: more than 100,000 values when aliases are written out.", "");
        }
        anchor.ifPresent(a -> anchors.put(a, node));
        if (stack.isEmpty()) {
            root = node;
        } else {
            stack.peek().add(node);
        }
    }

    private void tagAllowed(Optional<String> tag, Position at) {
        if (tag.isPresent() && !tag.get().equals("!") && !tag.get().startsWith("tag:yaml.org,2002:")) {
            problems.add(at, "", "The tag " + tag.get() + " is not known.", "The only tag is !remove, in an overlay.");
        }
    }

    private Position at(Optional<Mark> mark) {
        if (!located) {
            return Position.ofOption(source);
        }
        return mark.map(m -> new Position(source, m.getLine() + 1, m.getColumn() + 1))
                .orElseGet(() -> new Position(source, 1, 1));
    }

    /** The parser's words for a tag that is followed by a comma or a brace help nobody. */
    private static String hint(MarkedYamlEngineException e) {
        boolean tag = e.getProblem() != null && e.getProblem().startsWith("expected ' '");
        return tag ? "Leave a space after !remove." : "";
    }

    private static String sentence(String text) {
        String oneLine = text == null ? "unreadable" : text.strip().replaceAll("\\p{Cntrl}+", " ");
        return oneLine.endsWith(".") ? oneLine : oneLine + ".";
    }

    private abstract static class Open {
        final Position position;
        final Optional<Anchor> anchor;

        Open(Position position, Optional<Anchor> anchor) {
            this.position = position;
            this.anchor = anchor;
        }

        abstract void add(SourceNode node);

        abstract SourceNode close();
    }

    private static final class OpenList extends Open {
        private final List<SourceNode> items = new ArrayList<>();

        OpenList(Position position, Optional<Anchor> anchor) {
            super(position, anchor);
        }

        @Override
        void add(SourceNode node) {
            items.add(node);
        }

        @Override
        SourceNode close() {
            return SourceNode.ListNode.of(position, items);
        }
    }

    private final class OpenMap extends Open {
        private final Map<String, SourceNode.Entry> entries = new LinkedHashMap<>();
        private SourceNode key;

        OpenMap(Position position, Optional<Anchor> anchor) {
            super(position, anchor);
        }

        @Override
        void add(SourceNode node) {
            if (key == null) {
                key = node;
                return;
            }
            SourceNode finished = key;
            key = null;
            if (!(finished instanceof SourceNode.ScalarNode scalar) || scalar.isNull()) {
                problems.add(finished.position(), "", "A key must be a word, this is " + finished.shape() + ".");
            } else if (scalar.text().equals("<<")) {
                problems.add(scalar.position(), "<<", "is no key in YAML 1.2.", "Use extends: or like: instead.");
            } else if (entries.containsKey(scalar.text())) {
                problems.add(
                        scalar.position(),
                        scalar.abbreviated(),
                        "is written twice; first at "
                                + entries.get(scalar.text()).keyPosition() + ".");
            } else {
                entries.put(scalar.text(), new SourceNode.Entry(scalar.position(), node));
            }
        }

        @Override
        SourceNode close() {
            return SourceNode.MapNode.of(position, entries);
        }
    }
}
