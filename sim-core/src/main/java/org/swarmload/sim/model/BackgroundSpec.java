package org.swarmload.sim.model;

import java.util.List;

/**
 * Capacity that other traffic takes, in steps.
 *
 * @param steps ascending by time; before the first one there is no other traffic
 */
public record BackgroundSpec(List<Step> steps) {
    public static final BackgroundSpec NONE = new BackgroundSpec(List.of());

    /** From that time until the next step. */
    public record Step(long atMicros, long bps) {}

    public BackgroundSpec {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).atMicros() <= steps.get(i - 1).atMicros()) {
                throw new IllegalArgumentException("Steps of other traffic must be in the order of their times.");
            }
        }
    }

    /** The same at all times. */
    public static BackgroundSpec flat(long bps) {
        return bps == 0 ? NONE : new BackgroundSpec(List.of(new Step(Long.MIN_VALUE, bps)));
    }

    public long bpsAt(long micros) {
        long bps = 0;
        for (Step step : steps) {
            if (step.atMicros() > micros) {
                return bps;
            }
            bps = step.bps();
        }
        return bps;
    }

    /** The greatest value of all times. */
    public long mostBps() {
        return steps.stream().mapToLong(Step::bps).max().orElse(0);
    }

    /** The least value from the first step on. */
    public long leastBps() {
        return steps.stream().mapToLong(Step::bps).min().orElse(0);
    }

    /** The least value of a time, its end not included. */
    public long leastBps(long fromMicros, long toMicros) {
        return steps.stream()
                .filter(step -> step.atMicros() > fromMicros && step.atMicros() < toMicros)
                .mapToLong(Step::bps)
                .reduce(bpsAt(fromMicros), Math::min);
    }

    /** Whether nothing of that capacity is ever left for others, from the first step on. */
    public boolean takesAllOf(long bps) {
        return leastBps() >= bps;
    }

    /** The same series with times counted from that instant later: from offsets to model time. */
    public BackgroundSpec shifted(long byMicros) {
        return new BackgroundSpec(steps.stream()
                .map(step ->
                        step.atMicros() == Long.MIN_VALUE ? step : new Step(step.atMicros() + byMicros, step.bps()))
                .toList());
    }
}
