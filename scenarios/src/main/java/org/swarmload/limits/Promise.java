package org.swarmload.limits;

import java.util.List;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.TimeSeries;
import org.swarmload.study.Objectives;

/**
 * What one run measured for an objective.
 *
 * @param value null when there was nothing to measure
 * @param worstMicros begin of the minute in which most of the harm was done that the objective counts; null if it counts
 *     no harm of single minutes, or none was done
 */
public record Promise(Objective objective, Double value, Long worstMicros) {
    private static final int BINS_OF_MINUTE = 6;

    static List<Promise> of(RunResult run, Scenario scenario, long warmupMicros) {
        return scenario.objectives().stream()
                .map(objective -> new Promise(
                        objective,
                        Objectives.measured(objective, run, scenario).orElse(null),
                        worst(objective.metric(), run.series(), warmupMicros)))
                .toList();
    }

    private static Long worst(MetricWord metric, TimeSeries series, long warmupMicros) {
        double[] harm = harm(metric, series);
        Long worst = null;
        double most = 0;
        for (int first = 0; first < harm.length; first += BINS_OF_MINUTE) {
            double sum = 0;
            for (int bin = first; bin < Math.min(harm.length, first + BINS_OF_MINUTE); bin++) {
                sum += bin * series.binMicros() >= warmupMicros ? harm[bin] : 0;
            }
            if (sum > most) {
                most = sum;
                worst = first * series.binMicros();
            }
        }
        return worst;
    }

    /** Bin by bin the harm that a metric counts; empty if it counts none. */
    private static double[] harm(MetricWord metric, TimeSeries series) {
        return switch (metric) {
            case START_FAILURES -> series.values("start-failures");
            case EXITS_BEFORE_START -> series.values("exits-before-start");
            case STARTUP_TIME, COMPLETION_TIME, FRONT_DOOR_WAIT, WAITING_VIEWERS -> series.values("waiting-viewers");
            case HTTP_503, BLOCKED_SHARE, FRONT_DOOR_503, FRONT_DOOR_BLOCKED_SHARE -> series.values("http-503");
            case REBUFFERING_RATIO, REBUFFERING_EVENTS, STALL_TIME, GAVE_UP, STALLED_OVER_60S, CONTINUITY ->
                stalls(series);
            default -> new double[0];
        };
    }

    private static double[] stalls(TimeSeries series) {
        double[] sum = new double[series.bins()];
        for (TimeSeries.Column column : series.columns()) {
            if (column.name().startsWith("stall-seconds:")) {
                for (int bin = 0; bin < sum.length; bin++) {
                    sum[bin] += column.values()[bin];
                }
            }
        }
        return sum;
    }
}
