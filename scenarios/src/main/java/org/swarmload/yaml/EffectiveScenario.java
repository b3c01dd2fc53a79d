package org.swarmload.yaml;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a merged tree as YAML text that reads back as the same scenario: no {@code extends}, no aliases, values as the
 * planner wrote them. Short maps and lists stay on one line.
 */
final class EffectiveScenario {
    private static final int WIDTH = 110;
    private static final Pattern PLAIN = Pattern.compile("-?[A-Za-z0-9][A-Za-z0-9 .%/_+-]*");

    private final StringBuilder out = new StringBuilder();

    private EffectiveScenario() {}

    static String text(SourceNode tree) {
        EffectiveScenario writer = new EffectiveScenario();
        writer.out.append("# The scenario as it was run: everything it extends, overlays and --set are in here.\n");
        if (tree instanceof SourceNode.MapNode map) {
            writer.map(map, 0);
        }
        return writer.out.toString();
    }

    private void map(SourceNode.MapNode map, int indent) {
        map.entries().forEach((key, entry) -> {
            out.append(" ".repeat(indent)).append(scalar(key, false)).append(':');
            value(entry.value(), indent, key.length() + 1);
        });
    }

    private void value(SourceNode node, int indent, int used) {
        String line = flow(node);
        boolean simple = node instanceof SourceNode.ScalarNode || node instanceof SourceNode.RemoveNode;
        boolean empty = line.equals("{}") || line.equals("[]");
        if (simple || empty || indent + used + line.length() < WIDTH && indent > 0) {
            out.append(' ').append(line).append('\n');
        } else if (node instanceof SourceNode.MapNode map) {
            out.append('\n');
            map(map, indent + 2);
        } else if (node instanceof SourceNode.ListNode list) {
            out.append('\n');
            for (SourceNode item : list.items()) {
                out.append(" ".repeat(indent + 2))
                        .append("- ")
                        .append(flow(item))
                        .append('\n');
            }
        }
    }

    /** On one line. */
    static String flow(SourceNode node) {
        if (node instanceof SourceNode.MapNode map) {
            return map.entries().entrySet().stream()
                    .map(EffectiveScenario::flowEntry)
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof SourceNode.ListNode list) {
            return list.items().stream().map(EffectiveScenario::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof SourceNode.ScalarNode scalar) {
            return scalar(scalar.text(), scalar.quoted());
        }
        return "!remove \"\"";
    }

    private static String flowEntry(Map.Entry<String, SourceNode.Entry> entry) {
        return scalar(entry.getKey(), false) + ": " + flow(entry.getValue().value());
    }

    private static String scalar(String text, boolean quoted) {
        boolean plain = !quoted && (PLAIN.matcher(text).matches() && !text.endsWith(" ") || text.isEmpty());
        return plain ? text : '"' + escaped(text) + '"';
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c == '\n') {
                escaped.append("\\n");
            } else if (c < 0x20 || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
