package org.swarmload.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of YAML that knows where it was written. Immutable; aliases share their node. */
sealed interface SourceNode {
    Position position();

    /** What this is, in words for a message. */
    String shape();

    /** How many nodes this stands for when aliases are written out. */
    long size();

    /** A map in the order in which it was written. */
    record MapNode(Position position, Map<String, Entry> entries, long size) implements SourceNode {
        public MapNode {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        static MapNode of(Position position, Map<String, Entry> entries) {
            return new MapNode(
                    position,
                    entries,
                    1
                            + entries.values().stream()
                                    .mapToLong(e -> e.value().size())
                                    .sum());
        }

        @Override
        public String shape() {
            return "a map";
        }

        /** The value of a key, or null. */
        SourceNode get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /** This map with one key set (in place when it is there, else at the end). */
        MapNode with(String key, Entry entry) {
            Map<String, Entry> copy = new LinkedHashMap<>(entries);
            copy.put(key, entry);
            return of(position, copy);
        }
    }

    /** A value of a map with the place of its key. */
    record Entry(Position keyPosition, SourceNode value) {}

    record ListNode(Position position, List<SourceNode> items, long size) implements SourceNode {
        public ListNode {
            items = List.copyOf(items);
        }

        static ListNode of(Position position, List<SourceNode> items) {
            return new ListNode(
                    position,
                    items,
                    1 + items.stream().mapToLong(SourceNode::size).sum());
        }

        @Override
        public String shape() {
            return "a list";
        }
    }

    /**
     * Text. What it means is up to who asks for it: a quantity, a word, a clock time.
     *
     * @param quoted whether it was written in quotes or as a block
     */
    record ScalarNode(Position position, String text, boolean quoted) implements SourceNode {
        @Override
        public String shape() {
            return isNull() ? "empty" : "'" + abbreviated() + "'";
        }

        @Override
        public long size() {
            return 1;
        }

        /** YAML 1.2 core schema: a plain scalar that is empty, ~ or null is no value. */
        boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }

        /** The text for a message: never a page long, never with control characters. */
        String abbreviated() {
            String oneLine = text.replaceAll("\\p{Cntrl}+", " ");
            return oneLine.length() <= 60 ? oneLine : oneLine.substring(0, 57) + "...";
        }
    }

    /** {@code key: !remove} in an overlay: takes the key out of what lies below. */
    record RemoveNode(Position position) implements SourceNode {
        @Override
        public String shape() {
            return "!remove";
        }

        @Override
        public long size() {
            return 1;
        }
    }
}
