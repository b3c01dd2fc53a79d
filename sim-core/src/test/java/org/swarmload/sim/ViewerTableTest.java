package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;

/** The table of viewers tells the same as the sums, is empty when nobody asked, and changes no result. */
class ViewerTableTest {
    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    private static RunResult run(boolean keepViewers) {
        ModelSpec m = Premiere.of("hybrid", 400).withSeed(5).withCells(3).spec();
        ModelSpec spec = new ModelSpec(
                m.deliveryName(),
                m.seed(),
                m.replication(),
                m.content(),
                m.audience(),
                m.frontDoor(),
                m.delivery(),
                m.player(),
                m.faults(),
                m.engine(),
                m.endMicros(),
                0,
                0,
                keepViewers);
        return engine.run(spec, (s, now, share, present) -> {})
                .toCompletableFuture()
                .join();
    }

    @Test
    void shouldHaveARowForEachViewer() {
        RunResult kept = run(true);
        double[] startups = kept.viewers().values("startup");

        assertThat(startups).hasSize(400);
        double[] started =
                Arrays.stream(startups).filter(s -> !Double.isNaN(s)).sorted().toArray();
        assertThat(started).hasSize(Math.toIntExact(kept.outcomes().started()));
        assertThat(started[0]).isEqualTo(kept.startupSeconds().min());
        assertThat(started[started.length - 1]).isEqualTo(kept.startupSeconds().max());
        assertThat(Arrays.stream(kept.viewers().values("stall-seconds"))
                        .filter(s -> !Double.isNaN(s))
                        .max())
                .hasValue(kept.stallSecondsPerViewer().max());
        assertThat(kept.viewers().values("region")).contains(0, 1);
        assertThat(kept.viewers().values("access")).contains(0, 1);
        assertThat(kept.viewers().values("press")).hasSize(400);
    }

    @Test
    void shouldChangeNothingElse() {
        RunResult without = run(false);

        assertThat(without.viewers().columns()).isEmpty();
        assertThat(without.digest()).isEqualTo(run(true).digest());
    }

    @Test
    void shouldNameTheClassesThatRan() {
        assertThat(run(false).engine().parts())
                .contains("Conductor", "DoorActor", "FrontDoor", "ServerActor", "CellGroupActor", "Cell", "Holdings")
                .contains("EventQueue", "EdgeFills", "MediaLoaderPolicy")
                .doesNotHaveDuplicates();
    }
}
