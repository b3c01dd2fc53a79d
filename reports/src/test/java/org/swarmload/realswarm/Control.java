package org.swarmload.realswarm;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The same swarm with all rates halved: if the links make the times, they double. */
record Control(Measurement what, double fullSeconds, double halvedSeconds) {
    private static final double TOLERANCE = 0.05;

    /** The controls that were measured beside what they control. */
    static Optional<Control> of(List<MeasuredRun> full, List<MeasuredRun> halved) {
        return full.isEmpty() || halved.isEmpty()
                ? Optional.empty()
                : Optional.of(new Control(halved.get(0).what(), median(full), median(halved)));
    }

    private static double median(List<MeasuredRun> runs) {
        return Statistics.mean(runs.stream().mapToDouble(MeasuredRun::median).toArray());
    }

    double factor() {
        return halvedSeconds / fullSeconds;
    }

    boolean doubles() {
        return Math.abs(factor() / 2 - 1) <= TOLERANCE;
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "%s, %s, all rates halved: median %.2f s instead of %.2f s, %.2f times: %s.",
                what.regime().name(),
                what.picker(),
                halvedSeconds,
                fullSeconds,
                factor(),
                doubles() ? "doubled within 5 %" : "not doubled within 5 %");
    }
}
