package org.swarmload.study;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.swarmload.cost.Invoice;
import org.swarmload.scenario.MetricWord;
import org.swarmload.sim.result.Distribution;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.DoorCounts;
import org.swarmload.sim.result.RunResult.LedgerLine;
import org.swarmload.sim.result.RunResult.LevelFact;
import org.swarmload.sim.result.RunResult.Outcomes;
import org.swarmload.sim.result.RunResult.Traffic;
import org.swarmload.study.StudyResult.MetricValue;

/**
 * Metrics by their words, from the facts of runs. Over several replications a metric is the mean of the runs' values,
 * and a quantile over viewers is the mean of the runs' quantiles (runs have the same number of viewers, or nearly so, and none
 * outweighs another); the maximum is the greatest of all, also that of a level over time.
 */
final class Metrics {
    private static final double LEDGER_BIN_SECONDS = 300;

    private Metrics() {}

    /** All metrics in the order of {@link MetricWord}. */
    static Map<String, MetricValue> over(List<RunResult> runs, Pricing pricing, Invoice invoice) {
        Map<String, MetricValue> metrics =
                over(runs.stream().map(run -> of(run, pricing)).toList());
        if (!pricing.covers(runs)) {
            metrics.remove(MetricWord.COST.word());
            metrics.remove(MetricWord.COST_PER_VIEWER_HOUR.word());
            return metrics;
        }
        // Tiers bend: the bill of the mean ledger is not the mean of the bills. One figure everywhere: the invoice's.
        replaceMean(metrics, MetricWord.COST, invoice.total().doubleValue());
        MetricValue hours = metrics.get(MetricWord.VIEWER_HOURS.word());
        if (hours != null && hours.mean() > 0) {
            replaceMean(
                    metrics, MetricWord.COST_PER_VIEWER_HOUR, invoice.total().doubleValue() / hours.mean());
        }
        return metrics;
    }

    /** The same over nights of which each has a bill of its own: the cost is the mean of the bills, if all are known. */
    static Map<String, MetricValue> overNights(List<Map<MetricWord, MetricValue>> each) {
        Map<String, MetricValue> metrics = over(each);
        if (!each.stream().allMatch(night -> night.containsKey(MetricWord.COST))) {
            metrics.remove(MetricWord.COST.word());
            metrics.remove(MetricWord.COST_PER_VIEWER_HOUR.word());
        }
        return metrics;
    }

    private static Map<String, MetricValue> over(List<Map<MetricWord, MetricValue>> each) {
        Map<String, MetricValue> metrics = new LinkedHashMap<>();
        for (MetricWord word : MetricWord.values()) {
            List<MetricValue> values = each.stream()
                    .filter(m -> m.containsKey(word))
                    .map(m -> m.get(word))
                    .toList();
            if (!values.isEmpty()) {
                metrics.put(word.word(), mean(values));
            }
        }
        return metrics;
    }

    private static void replaceMean(Map<String, MetricValue> metrics, MetricWord word, double mean) {
        metrics.computeIfPresent(word.word(), (w, v) -> new MetricValue(mean, v.ci95(), null, null, null, null));
    }

    private static MetricValue mean(List<MetricValue> values) {
        Sample mean = Sample.of(values.stream().mapToDouble(MetricValue::mean).toArray());
        if (values.stream().anyMatch(v -> v.p50() == null)) {
            boolean level = values.stream().allMatch(v -> v.max() != null);
            Double max = level
                    ? (Double)
                            values.stream().mapToDouble(MetricValue::max).max().orElseThrow()
                    : null;
            return new MetricValue(mean.mean(), mean.halfWidth95(), null, null, null, max);
        }
        return new MetricValue(
                mean.mean(),
                mean.halfWidth95(),
                values.stream().mapToDouble(MetricValue::p50).average().orElseThrow(),
                values.stream().mapToDouble(MetricValue::p95).average().orElseThrow(),
                values.stream().mapToDouble(MetricValue::p99).average().orElseThrow(),
                values.stream().mapToDouble(MetricValue::max).max().orElseThrow(),
                least(values));
    }

    private static Double least(List<MetricValue> values) {
        return values.stream().anyMatch(v -> v.min() == null)
                ? null
                : values.stream().mapToDouble(MetricValue::min).min().orElseThrow();
    }

    /** One run's metrics; a distribution that is empty and a share of nobody are left out. */
    static Map<MetricWord, MetricValue> of(RunResult run, Pricing pricing) {
        Map<MetricWord, MetricValue> metrics = new EnumMap<>(MetricWord.class);
        audience(metrics, run);
        frontDoor(metrics, run.frontDoor());
        levels(metrics, run.levels());
        traffic(metrics, run.traffic(), run.outcomes());
        peaks(metrics, run);
        run.levels().stream()
                .filter(level -> level.name().endsWith("-link-use"))
                .forEach(level -> put(metrics, MetricWord.of(level.name()).orElseThrow(), level.mean()));
        double hours = run.outcomes().playedSeconds() / 3_600;
        if (pricing.covers(List.of(run))) {
            double cost = pricing.invoice(List.of(run)).total().doubleValue();
            put(metrics, MetricWord.COST, cost);
            ratio(metrics, MetricWord.COST_PER_VIEWER_HOUR, cost, hours);
        }
        return metrics;
    }

    private static void audience(Map<MetricWord, MetricValue> metrics, RunResult run) {
        Outcomes o = run.outcomes();
        put(metrics, MetricWord.VIEWERS, o.viewers());
        put(metrics, MetricWord.VIEWERS_STARTED, o.started());
        ratio(metrics, MetricWord.START_FAILURES, o.startFailures(), o.viewers());
        ratio(metrics, MetricWord.EXITS_BEFORE_START, o.exitsBeforeStart(), o.viewers());
        distribution(metrics, MetricWord.STARTUP_TIME, run.startupSeconds());
        distribution(metrics, MetricWord.COMPLETION_TIME, run.completionSeconds());
        put(metrics, MetricWord.REBUFFERING_RATIO, o.rebufferingRatio());
        put(metrics, MetricWord.REBUFFERING_EVENTS, o.rebufferingEvents());
        distribution(metrics, MetricWord.STALL_TIME, run.stallSecondsPerViewer());
        ratio(metrics, MetricWord.GAVE_UP, o.gaveUp(), o.viewers());
        ratio(metrics, MetricWord.STALLED_OVER_60S, o.stalledOver60s(), o.viewers());
        distribution(metrics, MetricWord.FRONT_DOOR_WAIT, run.frontDoorWaitSeconds());
        put(metrics, MetricWord.ATTEMPTS, o.attempts());
        put(metrics, MetricWord.HTTP_503, o.http503());
        ratio(metrics, MetricWord.BLOCKED_SHARE, o.http503(), o.attempts());
        if (run.series().has("concurrent-viewers")) {
            put(metrics, MetricWord.CONCURRENT_VIEWERS, most(run.series().values("concurrent-viewers")));
        }
        put(metrics, MetricWord.VIEWER_HOURS, o.playedSeconds() / 3_600);
        ratio(
                metrics,
                MetricWord.CONTINUITY,
                o.playedSeconds(),
                o.playedSeconds() + o.stalledSeconds() + o.skippedSeconds());
    }

    private static void frontDoor(Map<MetricWord, MetricValue> metrics, DoorCounts door) {
        put(metrics, MetricWord.FRONT_DOOR_ATTEMPTS, door.attempts());
        put(metrics, MetricWord.FRONT_DOOR_503, door.http503());
        ratio(metrics, MetricWord.ATTEMPT_RATE, door.attempts(), door.seconds());
        ratio(metrics, MetricWord.SERVED_RATE, door.passes(), door.seconds());
        ratio(metrics, MetricWord.FRONT_DOOR_BLOCKED_SHARE, door.http503(), door.attempts());
        ratio(metrics, MetricWord.FIRST_BLOCKED_SHARE, door.firstRefused(), door.firstCalls());
    }

    /** Every level whose name is a metric; the crowd's metric of its own name is its peak, so its mean has another. */
    private static void levels(Map<MetricWord, MetricValue> metrics, List<LevelFact> levels) {
        for (LevelFact level : levels) {
            MetricWord.of(level.name())
                    .filter(MetricWord::overTime)
                    .ifPresent(word ->
                            metrics.put(word, new MetricValue(level.mean(), null, null, null, null, level.max())));
            if (level.name().equals(MetricWord.CONCURRENT_VIEWERS.word())) {
                put(metrics, MetricWord.MEAN_CONCURRENT_VIEWERS, level.mean());
            }
        }
    }

    private static void traffic(Map<MetricWord, MetricValue> metrics, Traffic t, Outcomes o) {
        ratio(metrics, MetricWord.MEAN_BITRATE, t.deliveredBytes() * 8.0, o.playedSeconds());
        put(metrics, MetricWord.DELIVERED_BYTES, t.deliveredBytes());
        put(metrics, MetricWord.OVERHEAD_BYTES, t.overheadBytes());
        put(metrics, MetricWord.UNPLAYED_BYTES, t.unplayedBytes());
        put(metrics, MetricWord.ORIGIN_BYTES, t.originBytes());
        put(metrics, MetricWord.EDGE_BYTES, t.edgeBytes());
        put(metrics, MetricWord.SHIELD_BYTES, t.shieldBytes());
        put(metrics, MetricWord.SEED_BYTES, t.seedBytes());
        put(metrics, MetricWord.PEER_BYTES, t.peerBytes());
        put(metrics, MetricWord.OFFLOAD, t.offload());
        if (t.lentBytes() > 0) {
            put(metrics, MetricWord.UPLINK_USE, t.uplinkUse());
        }
        put(metrics, MetricWord.CACHE_REQUESTS, t.cacheRequests());
        put(metrics, MetricWord.CACHE_FILLS, t.cacheFills());
        ratio(metrics, MetricWord.MISS_RATIO, t.cacheFills(), t.cacheRequests());
    }

    private static void peaks(Map<MetricWord, MetricValue> metrics, RunResult run) {
        for (String source : List.of("origin", "edge", "seed", "peer")) {
            String column = source + "-bytes";
            if (run.series().has(column)) {
                double perBin = most(run.series().values(column));
                put(
                        metrics,
                        word(source, "peak10s"),
                        perBin * 8e6 / run.series().binMicros());
            }
            double perLedgerBin = busiestBin(run.ledger(), List.of(source));
            put(metrics, word(source, "peak5min"), perLedgerBin * 8 / LEDGER_BIN_SECONDS);
        }
        servers(metrics, run);
    }

    /** What the operator's machines send to viewers: behind edges an origin fills caches, and nothing else. */
    private static void servers(Map<MetricWord, MetricValue> metrics, RunResult run) {
        List<String> sources = List.of(run.traffic().edgeBytes() > 0 ? "edge" : "origin", "seed");
        double[] sums = new double[0];
        for (String source : sources) {
            if (run.series().has(source + "-bytes")) {
                double[] bytes = run.series().values(source + "-bytes");
                sums = Arrays.copyOf(sums, Math.max(sums.length, bytes.length));
                for (int bin = 0; bin < bytes.length; bin++) {
                    sums[bin] += bytes[bin];
                }
            }
        }
        if (sums.length > 0) {
            put(
                    metrics,
                    word("server", "peak10s"),
                    most(sums) * 8e6 / run.series().binMicros());
        }
        put(metrics, word("server", "peak5min"), busiestBin(run.ledger(), sources) * 8 / LEDGER_BIN_SECONDS);
    }

    private static MetricWord word(String source, String peak) {
        return MetricWord.of(source + "-bps." + peak).orElseThrow();
    }

    /** Bytes of the busiest 5 minutes of all payers of these kinds together. */
    private static double busiestBin(List<LedgerLine> ledger, List<String> sources) {
        Map<Long, Long> bins = new LinkedHashMap<>();
        for (LedgerLine line : ledger) {
            // Payers are origin, edge:NAME, seeds, peers.
            if (sources.stream().anyMatch(line.payer()::startsWith)) {
                bins.merge(line.binStartMicros(), line.bytes(), Long::sum);
            }
        }
        return bins.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    static double most(double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    private static void put(Map<MetricWord, MetricValue> metrics, MetricWord word, double value) {
        metrics.put(word, new MetricValue(value, null, null, null, null, null));
    }

    private static void ratio(Map<MetricWord, MetricValue> metrics, MetricWord word, double part, double whole) {
        if (whole > 0) {
            put(metrics, word, part / whole);
        }
    }

    private static void distribution(Map<MetricWord, MetricValue> metrics, MetricWord word, Distribution d) {
        if (d.count() > 0) {
            metrics.put(
                    word,
                    new MetricValue(
                            d.mean(), null, d.quantile(0.5), d.quantile(0.95), d.quantile(0.99), d.max(), d.min()));
        }
    }
}
