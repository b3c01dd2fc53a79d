package org.swarmload.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.Invoice;
import org.swarmload.sim.result.Distribution;
import org.swarmload.sim.result.EngineFacts;
import org.swarmload.sim.result.EngineFacts.RoundLengths;
import org.swarmload.sim.result.EngineFacts.WallTime;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.TimeSeries;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.Bound;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.study.StudyResult.EngineUse;
import org.swarmload.study.StudyResult.MetricValue;
import org.swarmload.study.StudyResult.ObjectiveVerdict;
import org.swarmload.study.StudyResult.Verdict;

/** A study made up by formulas, for tests of what is written about results. Nothing here comes from the simulator. */
public final class SampleStudy {
    private static final int BINS = 810;
    private static final long BIN = 10_000_000L;
    private static final int VIEWERS = 20_000;
    private static final double[] FAILED = {0.11, 0.1, 0.105, 0.1};
    private static final double[] EXITS = {0.4, 0.03, 0.09, 0.02};
    private static final double[] STALLED = {0.3, 0.01, 0.05, 0.008};
    private static final String[] NAMES = {"client-server", "cdn", "p2p", "hybrid"};

    private SampleStudy() {}

    public static StudyResult study() {
        List<DeliveryResult> deliveries = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            deliveries.add(delivery(i));
        }
        List<ObjectiveVerdict> verdicts = List.of(
                new ObjectiveVerdict("start-failures < 12%", "client-server", Verdict.MISSED, 0.13, 0.12, false),
                new ObjectiveVerdict("start-failures < 12%", "hybrid", Verdict.MET, 0.1, 0.12, true),
                new ObjectiveVerdict("startup-time.p95 < 4s", "hybrid", Verdict.MET, 3.1, 4, true));
        EngineUse engine = new EngineUse(12.5, 40.25, 10, 300_000_000, 4, "17.0.15", "0.1.0");
        return new StudyResult(
                SampleScenario.of(NAMES, VIEWERS),
                "schema: 1\nname: Sample <night>\n",
                2,
                deliveries,
                verdicts,
                0x0123456789abcdefL,
                false,
                engine);
    }

    private static DeliveryResult delivery(int i) {
        List<RunResult> runs = List.of(run(i, 0), run(i, 1));
        RunResult first = runs.get(0);
        Map<String, MetricValue> metrics = new LinkedHashMap<>();
        metrics.put("viewers", new MetricValue(VIEWERS, 0.0, null, null, null, null));
        metrics.put("viewers-started", new MetricValue(first.outcomes().started(), 31.5, null, null, null, null));
        metrics.put("mean-bitrate", new MetricValue(3.8e6 - 4e5 * i, 1e4, null, null, null, null));
        metrics.put("http-503", new MetricValue(40_000, 77.25, null, null, null, null));
        for (String source : List.of("origin", "edge", "seed", "peer")) {
            double peak = new Night(new DeliveryResult(NAMES[i], runs, Map.of(), List.of(), invoice(i)))
                    .peakBps(source + "-bytes");
            metrics.put(source + "-bps.peak10s", new MetricValue(peak, 1e7, null, null, null, null));
        }
        metrics.put("start-failures", new MetricValue(FAILED[i], 0.001, null, null, null, null));
        metrics.put("exits-before-start", new MetricValue(EXITS[i], 0.001, null, null, null, null));
        metrics.put("startup-time", new MetricValue(1.5 + i * 0.1, 0.01, 1.2, 3.1, 8.8, 122.5));
        metrics.put("rebuffering-ratio", new MetricValue(first.outcomes().rebufferingRatio(), 0.0, 0.0, 0.1, 0.2, 0.5));
        metrics.put("offload", new MetricValue(first.traffic().offload(), 0.002, null, null, null, null));
        List<Bound> bounds = i < 2
                ? List.of()
                : List.of(new Bound("offload", "<=", 0.83, "every peer's uplink is busy all the time & reachable"));
        return new DeliveryResult(NAMES[i], runs, metrics, bounds, invoice(i));
    }

    private static Invoice invoice(int i) {
        BigDecimal price = new BigDecimal("0.085");
        BigDecimal gigabytes = BigDecimal.valueOf(24_000 - 4_000L * i);
        return new Invoice(
                "USD",
                List.of(
                        new Invoice.Line(
                                i == 0 ? "origin" : i == 2 ? "seeds" : "edges",
                                "cdn-list",
                                "",
                                "egress, first 10 TB",
                                "GB",
                                BigDecimal.ZERO,
                                gigabytes,
                                price,
                                i == 3 ? "This short peak is discarded." : ""),
                        new Invoice.Line(
                                "fixed",
                                "cdn-list",
                                "",
                                "requests",
                                "million",
                                BigDecimal.ZERO,
                                new BigDecimal("7.627"),
                                new BigDecimal("7.50"),
                                "")),
                i < 2
                        ? null
                        : new Invoice.BreakEven(
                                new BigDecimal("4000"), "GB", new BigDecimal("340"), new BigDecimal("10")));
    }

    private static RunResult run(int i, int replication) {
        TimeSeries series = series(i);
        long failed = Math.round(FAILED[i] * VIEWERS);
        long exits = Math.round(EXITS[i] * VIEWERS);
        long started = VIEWERS - failed - exits;
        long stalled = Math.round(STALLED[i] * VIEWERS);
        RunResult.Outcomes outcomes = new RunResult.Outcomes(
                VIEWERS,
                started,
                failed,
                exits,
                0,
                101_000,
                61_000,
                40_000,
                900,
                stalled,
                30,
                started * 2800.0,
                9e5,
                0);
        Distribution startup = distribution(started, 0.7 + 0.3 * i, i == 0 ? 1.9 : 0.8);
        return new RunResult(
                NAMES[i],
                2017,
                replication,
                false,
                77 + i,
                outcomes,
                startup,
                distribution(VIEWERS, 0.01, 2),
                distribution(VIEWERS, 0.2, 1),
                Distribution.empty(),
                traffic(series, i == 1 || i == 3),
                series,
                List.of(new RunResult.LedgerLine(0, i == 0 ? "origin" : "edge:east", 1_000_000_000L, 1000)),
                causes(failed, exits),
                List.of(),
                new RunResult.DoorCounts(0, 0, 0, 0, 0, 0),
                org.swarmload.sim.result.ViewerTable.empty(),
                engineFacts());
    }

    private static EngineFacts engineFacts() {
        return new EngineFacts(
                2,
                VIEWERS,
                4,
                9000,
                RoundLengths.NONE.and(100_000).and(1_000_000),
                12_000_000L,
                5_000_000L,
                3_000_000L,
                2_000_000L,
                4_900_000L,
                4_900_000L,
                4_800_000L,
                1L << 24,
                WallTime.NONE,
                List.of());
    }

    private static RunResult.Traffic traffic(TimeSeries series, boolean edgesFill) {
        long origin = total(series, "origin-bytes");
        long edges = total(series, "edge-bytes");
        long seeds = total(series, "seed-bytes");
        long peers = total(series, "peer-bytes");
        long viewers = (edgesFill ? 0 : origin) + edges + seeds + peers;
        long fill = edgesFill ? origin : 0;
        return new RunResult.Traffic(
                origin,
                edges,
                seeds,
                peers,
                origin - fill,
                edges,
                seeds,
                peers,
                viewers,
                0,
                peers,
                0,
                fill,
                0,
                0,
                0,
                0,
                0);
    }

    private static List<RunResult.CauseLine> causes(long failed, long exits) {
        return List.of(
                new RunResult.CauseLine(RunResult.Harm.START_FAILURE, "login", failed),
                new RunResult.CauseLine(RunResult.Harm.EXIT_BEFORE_START, "origin", exits),
                new RunResult.CauseLine(RunResult.Harm.STALL_SECONDS, "fault", 7e5),
                new RunResult.CauseLine(RunResult.Harm.STALL_SECONDS, "origin", 2e5));
    }

    private static Distribution distribution(long count, double median, double spread) {
        double[] quantiles = new double[Distribution.POINTS];
        for (int q = 0; q < quantiles.length; q++) {
            double u = Math.min(0.9995, Math.max(0.0005, q / 1000.0));
            quantiles[q] = median * StrictMath.pow(u / (1 - u), spread * 0.55);
        }
        return new Distribution(count, count * median * 1.3, quantiles[0], quantiles[1000], quantiles);
    }

    private static long total(TimeSeries series, String column) {
        double sum = 0;
        for (double value : series.values(column)) {
            sum += value;
        }
        return (long) sum;
    }

    private static TimeSeries series(int i) {
        String[] names = {
            "waiting-viewers", "concurrent-viewers", "stalled-viewers", "attempts", "http-503", "demand-bps",
            "origin-bytes", "edge-bytes", "seed-bytes", "peer-bytes", "stall-seconds:own-line", "stall-seconds:origin",
            "stall-seconds:edge", "stall-seconds:seeds", "stall-seconds:peers", "stall-seconds:fault"
        };
        double[][] v = new double[names.length][BINS];
        double ready = 1 - FAILED[i] - EXITS[i];
        for (int bin = 0; bin < BINS; bin++) {
            double minutes = (bin - 90) / 6.0;
            boolean fault = minutes >= 20 && minutes < 26;
            double in = minutes < 0 ? 0 : 1 - StrictMath.exp(-minutes / 8);
            double out = minutes < 59 ? 0 : Math.min(in, (minutes - 59) / 30);
            double present = VIEWERS * Math.max(0, in - out);
            double wave = 1 + 0.03 * StrictMath.sin(bin * 1.7);
            v[1][bin] = present * ready * wave;
            v[3][bin] = minutes < 0 ? 0 : 9000 * StrictMath.exp(-minutes / 3) + (fault ? 3000 : 30);
            v[4][bin] = minutes < 0 ? 0 : 7000 * StrictMath.exp(-minutes / 2) + (fault && i == 0 ? 2900 : 0);
            v[5][bin] = present * 3.4e6;
            double served = present * ready * 3.4e6 * wave * 10 / 8;
            v[6][bin] = fault ? 0 : i == 0 ? Math.min(served, 20e9 * 10 / 8) : i == 2 ? 0 : served * 0.02;
            v[7][bin] = i == 1 ? Math.min(served, 45e9 * 10 / 8) : i == 3 ? served * 0.35 : 0;
            v[8][bin] = i == 2 && !fault ? Math.min(served * 0.3, 20e9 * 10 / 8) : 0;
            v[9][bin] = i == 2 ? served * 0.6 : i == 3 ? served * 0.6 : 0;
            v[11][bin] = i == 0 ? 10 * present * 0.2 : 0;
            v[14][bin] = i == 2 ? 10 * present * 0.05 : 0;
            v[15][bin] = fault && i != 1 ? 10 * present * (i == 0 ? 0.8 : 0.1) : 0;
        }
        List<TimeSeries.Column> columns = new ArrayList<>();
        for (int c = 0; c < names.length; c++) {
            columns.add(new TimeSeries.Column(names[c], v[c]));
        }
        return new TimeSeries(BIN, columns);
    }
}
