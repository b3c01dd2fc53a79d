package org.swarmload.accuracy;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.swarmload.report.Unit;
import org.swarmload.sim.result.RunResult;

/**
 * What is compared, from the facts of one run. A peak is the busiest bin of 10 s, the shortest that a result has.
 *
 * <p>Refusals are counted for each viewer and not for each attempt: a refusal brings another attempt, so their share
 * hardly moves when their number does. Viewers are as many in all modes, so this is the number, with the floor of a
 * ratio for evenings with next to none.
 */
enum Measured {
    STARTUP_P50("start-up p50", Unit.SECONDS, run -> run.startupSeconds().quantile(0.5)),
    STARTUP_P95("start-up p95", Unit.SECONDS, run -> run.startupSeconds().quantile(0.95)),
    REBUFFERING("rebuffering", Unit.SHARE, run -> run.outcomes().rebufferingRatio()),
    START_FAILURES(
            "start failures", Unit.SHARE, run -> perViewer(run, run.outcomes().startFailures())),
    HTTP_503(
            "503s per viewer", Unit.NUMBER, run -> perViewer(run, run.outcomes().http503())),
    OFFLOAD("offload", Unit.SHARE, run -> run.traffic().offload()),
    ORIGIN_BYTES("origin bytes", Unit.BYTES, run -> run.traffic().originBytes()),
    EDGE_BYTES("edge bytes", Unit.BYTES, run -> run.traffic().edgeBytes()),
    ORIGIN_PEAK("origin peak", Unit.BPS, run -> peak(run, "origin-bytes")),
    EDGE_PEAK("edge peak", Unit.BPS, run -> peak(run, "edge-bytes"));

    private static final double START_UP_FLOOR = 0.020;
    private static final double RATIO_FLOOR = 0.0005;

    private final String head;
    private final Unit unit;
    private final ToDoubleFunction<RunResult> of;

    Measured(String head, Unit unit, ToDoubleFunction<RunResult> of) {
        this.head = head;
        this.unit = unit;
        this.of = of;
    }

    /** In base units: seconds, ratios, bytes, bits per second. */
    double of(RunResult run) {
        return of.applyAsDouble(run);
    }

    String head() {
        return head;
    }

    Unit unit() {
        return unit;
    }

    /** A difference that nobody cares about, however small the quantity; 0 where there is none. */
    double floor() {
        return switch (unit) {
            case SECONDS -> START_UP_FLOOR;
            case SHARE, NUMBER -> RATIO_FLOOR;
            default -> 0;
        };
    }

    private static double perViewer(RunResult run, long count) {
        return (double) count / run.outcomes().viewers();
    }

    /** Bits per second; 0 for a delivery without such a sender. */
    private static double peak(RunResult run, String column) {
        double most = run.series().has(column)
                ? Arrays.stream(run.series().values(column)).max().orElse(0)
                : 0;
        return most * 8e6 / run.series().binMicros();
    }
}
