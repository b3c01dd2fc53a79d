package org.swarmload.export;

import java.util.List;

/** Lines of values, quoted where RFC 4180 asks for it. */
final class Csv {
    private final StringBuilder out = new StringBuilder(1 << 16);

    void line(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            out.append(quoted(values.get(i)));
        }
        out.append("\r\n");
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    String text() {
        return out.toString();
    }
}
