package org.swarmload.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Objective.Statistic;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.watch.Watch;

/**
 * Has seen enough of a night when a promise on start-up times or on rebuffering is broken whatever the rest of it brings:
 * also if everybody else starts in time, sees all of the title and never stalls. It is never wrong, and often late: who
 * leaves counts as somebody who may still be well served.
 */
final class BrokenPromises implements Watch {
    private static final double MICROS = 1e6;

    private final List<SlowStarts> starts = new ArrayList<>();
    private final LongAdder stalledMicros = new LongAdder();

    /** Of all stalling; {@link Long#MAX_VALUE} where nothing is promised of it. */
    private final long mostStalledMicros;

    BrokenPromises(Scenario scenario, ModelSpec spec) {
        int viewers = spec.audience().viewers();
        double playable = (double) viewers * spec.content().lengthMicros();
        long most = Long.MAX_VALUE;
        for (Objective promise : scenario.objectives()) {
            if (promise.isLeast()) {
                continue;
            }
            if (promise.metric() == MetricWord.STARTUP_TIME && promise.statistic() != Statistic.MEAN) {
                starts.add(new SlowStarts(promise, mayBeSlow(promise.statistic(), viewers), new LongAdder()));
            } else if (promise.metric() == MetricWord.REBUFFERING_RATIO && promise.limit() < 1) {
                most = Math.min(most, (long) Math.ceil(playable * promise.limit() / (1 - promise.limit())));
            }
        }
        mostStalledMicros = most;
    }

    /** Starts slower than promised. */
    private record SlowStarts(Objective promise, long allowed, LongAdder seen) {}

    /** Of a quantile by nearest rank that many may be beyond it, if everybody starts; of fewer starts fewer. */
    private static long mayBeSlow(Statistic statistic, int viewers) {
        double share = switch (statistic) {
            case P50 -> 0.5;
            case P95 -> 0.05;
            case P99 -> 0.01;
            case MAX -> 0;
            case MEAN, MIN -> 1;
        };
        return (long) Math.ceil(share * viewers);
    }

    @Override
    public void started(long startupMicros) {
        for (SlowStarts slow : starts) {
            Objective promise = slow.promise();
            if (!promise.comparison().holds(startupMicros / MICROS, promise.limit())) {
                slow.seen().increment();
            }
        }
    }

    @Override
    public void stalled(long micros) {
        stalledMicros.add(micros);
    }

    @Override
    public boolean hasSeenEnough() {
        return stalledMicros.sum() > mostStalledMicros
                || starts.stream().anyMatch(slow -> slow.seen().sum() > slow.allowed());
    }
}
