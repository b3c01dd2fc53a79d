package org.swarmload.sim.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.Download;
import org.swarmload.sim.Premiere;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.model.ModelSpec;

/** What people who wait for a run are told. */
class WorkDoneTest {
    /** An evening may end long after the last viewer has left: that time is no work. */
    @Test
    void shouldTellTheShareOfWhatViewersWatch() {
        ModelSpec spec = Premiere.of("cdn", 200).withLength(120).spec();
        List<Double> shares = new ArrayList<>();
        try (SimulationEngine engine = SimulationEngine.start(1)) {
            engine.run(spec, (s, now, share, present) -> shares.add(share))
                    .toCompletableFuture()
                    .join();
        }

        assertThat(shares).isSorted().allMatch(share -> share >= 0 && share < 1);
        assertThat(shares.get(shares.size() - 1)).isGreaterThan(0.9);
        assertThat(shares.get(0)).isLessThan(0.1);
    }

    @Test
    void shouldTellTheClockOfDownloads() {
        ModelSpec spec = new Download().spec();
        WorkDone work = new WorkDone(spec, new Audience(spec));

        assertThat(work.reach(spec.endMicros() / 4, 17)).isEqualTo(0.25);
        assertThat(work.reach(spec.endMicros(), 17)).isEqualTo(0.99);
    }
}
