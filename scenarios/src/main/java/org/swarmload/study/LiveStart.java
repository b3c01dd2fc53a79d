package org.swarmload.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.ContentSpec;

/**
 * How long the rule of a broadcast makes people wait, whatever their line: the first frame of all comes a delay, in whole
 * segments, after the unlock, so who waits for the unlock waits that long and who comes soon after it a little less.
 *
 * @param share of the people
 * @param seconds that these wait at least
 */
record LiveStart(double share, double seconds) {
    private static final int SLICES = 1_000;
    private static final int STEPS = 20;

    /** Everybody, in few groups; one of them if nobody has to wait. */
    static List<LiveStart> of(ContentSpec content, AudienceSpec audience) {
        if (!content.isLive()) {
            return List.of(new LiveStart(1, 0));
        }
        double first = firstFrameSeconds(content);
        List<LiveStart> starts = new ArrayList<>();
        double atOnce = 0;
        double all = 0;
        for (Arrival arrival : Presses.of(audience).arrivals()) {
            double[] waits = new double[SLICES];
            Arrays.setAll(
                    waits, i -> Math.max(0, first - arrival.offsetSeconds().quantile((i + 0.5) / SLICES)));
            Arrays.sort(waits);
            int free = (int) Arrays.stream(waits).filter(wait -> wait == 0).count();
            atOnce += arrival.share() * free / SLICES;
            all += arrival.share();
            starts.addAll(steps(Arrays.copyOfRange(waits, free, SLICES), arrival.share() / SLICES));
        }
        if (atOnce > 0 || starts.isEmpty()) {
            starts.add(new LiveStart(atOnce > 0 ? atOnce : 1, 0));
        }
        double sum = all > 0 ? all : 1;
        return starts.stream()
                .map(start -> new LiveStart(start.share() / sum, start.seconds()))
                .toList();
    }

    /** From the unlock to the first frame that anybody can have. */
    static double firstFrameSeconds(ContentSpec content) {
        double segment = content.segmentMicros() / 1e6;
        return Math.ceil(content.live().delayMicros() / 1e6 / segment) * segment;
    }

    /** Sorted waits, the least of each step for all of it: no more than what is true. */
    private static List<LiveStart> steps(double[] waits, double each) {
        List<LiveStart> steps = new ArrayList<>();
        int from = 0;
        while (from < waits.length) {
            int to = Math.min(waits.length, from + Math.max(1, (waits.length + STEPS - 1) / STEPS));
            while (to < waits.length && waits[to] == waits[from]) {
                to++;
            }
            steps.add(new LiveStart(each * (to - from), waits[from]));
            from = to;
        }
        return steps;
    }
}
