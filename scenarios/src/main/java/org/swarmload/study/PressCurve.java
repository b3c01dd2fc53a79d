package org.swarmload.study;

import java.util.Arrays;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Arrival;

/**
 * Expected presses of play at the front door over time, from the laws of arrivals.
 *
 * @param stepSeconds length of a step
 * @param people presses of each step, the first step at the first press
 */
record PressCurve(double stepSeconds, double[] people) {
    private static final int SLICES = 10_000;
    private static final int MOST_STEPS = 200_000;
    private static final double MINUTE = 60;

    static PressCurve of(AudienceSpec audience) {
        double[][] times = new double[audience.arrivals().size()][];
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        int component = 0;
        for (Arrival arrival : Presses.atDoor(audience)) {
            double[] seconds = new double[SLICES];
            Arrays.setAll(seconds, i -> arrival.offsetSeconds().quantile((i + 0.5) / SLICES));
            times[component++] = seconds;
            first = Math.min(first, seconds[0]);
            last = Math.max(last, seconds[SLICES - 1]);
        }
        if (component == 0) {
            return new PressCurve(1, new double[1]);
        }
        double step = Math.max(1, Math.ceil((last - first) / MOST_STEPS));
        double[] people = new double[(int) ((last - first) / step) + 1];
        for (int i = 0; i < component; i++) {
            double each = audience.arrivals().get(i).share() * audience.viewers() / SLICES;
            for (double seconds : times[i]) {
                people[(int) ((seconds - first) / step)] += each;
            }
        }
        return new PressCurve(step, people);
    }

    /** Presses a second in the busiest minute. */
    double busiestPerSecond() {
        int wide = Math.max(1, (int) Math.round(MINUTE / stepSeconds));
        double sum = 0;
        double most = 0;
        for (int step = 0; step < people.length; step++) {
            sum += people[step] - (step >= wide ? people[step - wide] : 0);
            most = Math.max(most, sum);
        }
        return most / (wide * stepSeconds);
    }
}
