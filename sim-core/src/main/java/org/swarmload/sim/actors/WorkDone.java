package org.swarmload.sim.actors;

import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.model.ModelSpec;

/**
 * How much of a run is done, by the time that people spend in front of their screens: that is what there is to simulate,
 * and hours in which the last ones watch pass quickly. Of downloads nobody knows how long they take; there it is the
 * model's time. An estimate for people who wait; no result depends on it.
 */
final class WorkDone {
    /** Viewers who are asked how long they mean to stay. */
    private static final int SAMPLE = 2_000;

    /** A run that goes on is never all done, however long viewers have stalled. */
    private static final double MOST = 0.99;

    private final long endMicros;
    private final double expectedMicros;
    private double watchedMicros;
    private long reached;

    WorkDone(ModelSpec spec, Audience audience) {
        endMicros = spec.endMicros();
        expectedMicros = spec.content().isFile() ? 0 : expected(audience, endMicros);
    }

    private static double expected(Audience audience, long end) {
        int viewers = audience.viewers();
        int step = Math.max(1, viewers / SAMPLE);
        double sum = 0;
        int asked = 0;
        for (int viewer = 0; viewer < viewers; viewer += step) {
            long left = end - audience.pressMicros(viewer);
            sum += Math.max(0, Math.min(left, audience.stayMicros(viewer)));
            asked++;
        }
        return sum / Math.max(1, asked) * viewers;
    }

    /**
     * The run has come to that time.
     *
     * @param present viewers who have been there since the last time
     * @return the share that is done, from 0 to less than 1
     */
    double reach(long micros, long present) {
        watchedMicros += (double) present * (micros - reached);
        reached = micros;
        double done = expectedMicros > 0 ? watchedMicros / expectedMicros : (double) micros / Math.max(1, endMicros);
        return Math.min(MOST, done);
    }
}
