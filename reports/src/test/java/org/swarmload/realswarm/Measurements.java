package org.swarmload.realswarm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measured runs as CSV, a line for each leecher: what has been measured is not measured again, and can be compared later. */
final class Measurements {
    private static final String HEAD =
            "regime,picker,slowdown,patient,run,cpu,seedSent,wireBytes,leecher,admittedMs,doneMs,sent,received,cpuMs";

    private Measurements() {}

    /** Runs of a file, in its order; none if there is no file. */
    static List<MeasuredRun> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return parse(Files.readAllLines(file));
    }

    private static List<MeasuredRun> parse(List<String> lines) {
        Map<String, List<String[]>> byRun = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            byRun.computeIfAbsent(String.join(",", List.of(cells).subList(0, 5)), key -> new ArrayList<>())
                    .add(cells);
        }
        return byRun.values().stream().map(Measurements::run).toList();
    }

    private static MeasuredRun run(List<String[]> rows) {
        String[] first = rows.get(0);
        int slowdown = Integer.parseInt(first[2]);
        Measurement what = new Measurement(
                Regime.named(first[0]).slowed(slowdown),
                first[1],
                slowdown,
                Boolean.parseBoolean(first[3]),
                Integer.parseInt(first[4]));
        List<MeasuredRun.Leecher> leechers = rows.stream()
                .map(row -> new MeasuredRun.Leecher(
                        Long.parseLong(row[9]),
                        Long.parseLong(row[10]),
                        Long.parseLong(row[11]),
                        Long.parseLong(row[12]),
                        Long.parseLong(row[13])))
                .toList();
        return new MeasuredRun(
                what, Double.parseDouble(first[5]), Long.parseLong(first[6]), Long.parseLong(first[7]), leechers);
    }

    /** Adds a run to a file, which is made if there is none. */
    static void append(Path file, MeasuredRun run) throws IOException {
        List<String> lines = new ArrayList<>();
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            lines.add(HEAD);
        }
        Measurement what = run.what();
        for (int i = 0; i < run.leechers().size(); i++) {
            MeasuredRun.Leecher leecher = run.leechers().get(i);
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,%s,%d,%b,%d,%.3f,%d,%d,%d,%d,%d,%d,%d,%d",
                    what.regime().name(),
                    what.picker(),
                    what.slowdown(),
                    what.patient(),
                    what.number(),
                    run.cpuShare(),
                    run.seedSent(),
                    run.wireBytes(),
                    i + 1,
                    leecher.admittedMillis(),
                    leecher.doneMillis(),
                    leecher.sent(),
                    leecher.received(),
                    leecher.cpuMillis()));
        }
        Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
