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

/**
 * Measured runs as CSV, a line for each leecher: what has been measured is not measured again, and can be compared later.
 * Runs of other uplinks or of another file than now are refused: they would be compared with what they are not.
 */
final class Measurements {
    private static final String HEAD = "regime,picker,slowdown,run,fileBytes,seedKbps,leecher,upKbps,"
            + "cpu,seedSent,wireBytes,admittedMs,doneMs,sent,received,cpuMs";

    /** Cells that say which run it is; those up to {@link #MEASURED} say what swarm it was. */
    private static final int RUN = 4;

    private static final int MEASURED = 8;

    private Measurements() {}

    /** Runs of a file, in its order; none if there is no file. */
    static List<MeasuredRun> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        Map<String, List<String[]>> byRun = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            byRun.computeIfAbsent(String.join(",", List.of(cells).subList(0, RUN)), key -> new ArrayList<>())
                    .add(cells);
        }
        return byRun.values().stream().map(rows -> run(rows, file)).toList();
    }

    private static MeasuredRun run(List<String[]> rows, Path file) {
        String[] first = rows.get(0);
        int slowdown = Integer.parseInt(first[2]);
        Measurement what = new Measurement(
                Regime.named(first[0]).slowed(slowdown), first[1], slowdown, Integer.parseInt(first[3]));
        List<MeasuredRun.Leecher> leechers = new ArrayList<>();
        for (String[] row : rows) {
            String swarm = String.join(",", List.of(row).subList(0, MEASURED));
            if (!swarm.equals(swarm(what, leechers.size()))) {
                throw new IllegalStateException(file + " has a run of another swarm than is measured now: " + swarm
                        + " instead of " + swarm(what, leechers.size()));
            }
            leechers.add(new MeasuredRun.Leecher(
                    Long.parseLong(row[11]),
                    Long.parseLong(row[12]),
                    Long.parseLong(row[13]),
                    Long.parseLong(row[14]),
                    Long.parseLong(row[15])));
        }
        return new MeasuredRun(
                what, Double.parseDouble(first[8]), Long.parseLong(first[9]), Long.parseLong(first[10]), leechers);
    }

    /** What is known of a leecher before it is measured, as it stands in the file. */
    private static String swarm(Measurement what, int leecher) {
        Regime regime = what.regime();
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%d,%d,%d,%d,%d",
                regime.name(),
                what.picker(),
                what.slowdown(),
                what.number(),
                regime.fileBytes(),
                regime.seedKbps(),
                leecher + 1,
                regime.leecherKbps().get(leecher));
    }

    /** Adds a run to a file, which is made if there is none. */
    static void append(Path file, MeasuredRun run) throws IOException {
        List<String> lines = new ArrayList<>();
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            lines.add(HEAD);
        }
        for (int i = 0; i < run.leechers().size(); i++) {
            MeasuredRun.Leecher leecher = run.leechers().get(i);
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,%.3f,%d,%d,%d,%d,%d,%d,%d",
                    swarm(run.what(), i),
                    run.cpuShare(),
                    run.seedSent(),
                    run.wireBytes(),
                    leecher.admittedMillis(),
                    leecher.doneMillis(),
                    leecher.sent(),
                    leecher.received(),
                    leecher.cpuMillis()));
        }
        Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
