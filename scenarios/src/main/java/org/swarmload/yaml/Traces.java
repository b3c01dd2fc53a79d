package org.swarmload.yaml;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts what trace files say in the place of their names: {@code trace: FILE} in the arrivals of an audience becomes
 * {@code times: […]}, so that the effective scenario needs no other file. A file has one arrival in each row, in the
 * first column: seconds from the unlock, or a duration with its unit. One row of headings, empty rows and rows that
 * begin with # are passed over.
 */
final class Traces {
    static final int MAX_ROWS = 50_000;

    private final Path folder;
    private final Problems problems;
    private int arrivals;

    private Traces(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The document with its traces read from its own folder. */
    static SourceNode inline(SourceNode document, Path folder, Problems problems) {
        return new Traces(folder, problems).audience(document);
    }

    private SourceNode audience(SourceNode document) {
        if (!(document instanceof SourceNode.MapNode map)
                || !(map.get("audience") instanceof SourceNode.MapNode audience)
                || !(audience.get("arrivals") instanceof SourceNode.ListNode arrivals)) {
            return document;
        }
        List<SourceNode> items = arrivals.items().stream().map(this::arrival).toList();
        SourceNode list = SourceNode.ListNode.of(arrivals.position(), items);
        return with(map, "audience", with(audience, "arrivals", list));
    }

    private static SourceNode.MapNode with(SourceNode.MapNode map, String key, SourceNode value) {
        return map.with(key, new SourceNode.Entry(map.entries().get(key).keyPosition(), value));
    }

    private SourceNode arrival(SourceNode item) {
        if (!(item instanceof SourceNode.MapNode map) || map.entries().get("trace") == null) {
            return item;
        }
        SourceNode.Entry trace = map.entries().get("trace");
        if (!(trace.value() instanceof SourceNode.ScalarNode name) || name.isNull()) {
            problems.add(
                    trace.value().position(),
                    "audience.arrivals.trace",
                    "This must be a file in the scenario's folder, it is "
                            + trace.value().shape() + ".");
            return item;
        }
        Path file = NearFile.in(folder, name, "audience.arrivals.trace");
        Map<String, SourceNode.Entry> entries = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> {
            boolean here = key.equals("trace");
            entries.put(here ? "times" : key, here ? new SourceNode.Entry(entry.keyPosition(), times(file)) : entry);
        });
        return SourceNode.MapNode.of(map.position(), entries);
    }

    private SourceNode times(Path file) {
        String[] rows = FileText.read(file).split("\n", -1);
        String source = file.toString();
        List<SourceNode> times = new ArrayList<>();
        boolean heading = true;
        for (int r = 0; r < rows.length; r++) {
            String row = rows[r].strip();
            if (row.isEmpty() || row.startsWith("#")) {
                continue;
            }
            String cell = firstColumn(row);
            if (!heading || !cell.matches("[A-Za-z_\"].*")) {
                times.add(new SourceNode.ScalarNode(new Position(source, r + 1, 1), withUnit(cell), false));
                arrivals++;
            }
            heading = false;
            if (arrivals > MAX_ROWS) {
                throw Problems.one(
                        new Position(source, r + 1, 1),
                        "",
                        String.format(Locale.ROOT, "More than %,d arrivals in traces.", MAX_ROWS),
                        "Use rates instead.");
            }
        }
        return SourceNode.ListNode.of(new Position(source, 1, 1), times);
    }

    private static String firstColumn(String row) {
        String cell = row.split("[,;\t]", 2)[0].strip();
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted && !cell.matches("\"[A-Za-z_].*")
                ? cell.substring(1, cell.length() - 1).strip()
                : cell;
    }

    private static String withUnit(String cell) {
        return cell.matches("[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]{1,2})?") ? plain(cell) + "s" : cell;
    }

    /** Without an exponent, which quantities do not have, and with a digit before the point. */
    private static String plain(String number) {
        return new BigDecimal(number).toPlainString();
    }
}
