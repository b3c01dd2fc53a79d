package org.swarmload.sim.actors;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.sim.Premiere;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;

/** One result, bit for bit, whatever the machine does. Every digest is compared with the one of a single thread. */
class DeterminismTest {
    private static final int CELLS = 8;

    @AutoClose
    private static final SimulationEngine one = SimulationEngine.start(1);

    @AutoClose
    private static final SimulationEngine two = SimulationEngine.start(2);

    @AutoClose
    private static final SimulationEngine eight = SimulationEngine.start(8);

    private static final Map<String, RunResult> REFERENCES = new HashMap<>();

    /** A night on which everything happens: queues, an outage in the middle, eight cells that exchange. */
    private static Premiere premiere(String delivery) {
        return Premiere.of(delivery, 400)
                .withLength(180)
                .withCapacity(0.6)
                .withCells(CELLS)
                .withFault();
    }

    private static CompletableFuture<RunResult> begin(SimulationEngine engine, ModelSpec spec) {
        return engine.run(spec, (s, now, share, present) -> {}).toCompletableFuture();
    }

    private static RunResult run(SimulationEngine engine, Premiere premiere) {
        return begin(engine, premiere.spec()).join();
    }

    private static RunResult reference(String delivery) {
        return REFERENCES.computeIfAbsent(delivery, d -> run(one, premiere(d)));
    }

    /** The digest first, then every number of the result but those that say which threads were at work, and how long. */
    private static void assertSame(RunResult actual, RunResult reference) {
        String what = reference.delivery() + ", seed " + reference.seed();
        assertThat(Long.toHexString(actual.digest()))
                .as("digest of %s", what)
                .isEqualTo(Long.toHexString(reference.digest()));
        assertThat(actual)
                .as(what)
                .usingRecursiveComparison()
                .ignoringFields("engine.threadsUsed", "engine.wallTime")
                .isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-server", "cdn", "p2p", "hybrid"})
    void shouldGiveOneDigestInTwoRuns(String delivery) {
        assertThat(reference(delivery).engine().cells()).isEqualTo(CELLS);
        assertThat(reference(delivery).engine().threadsUsed()).isEqualTo(1);
        assertSame(run(one, premiere(delivery)), reference(delivery));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-server", "cdn", "p2p", "hybrid"})
    void shouldGiveOneDigestOnAnyThreads(String delivery) {
        assertSame(run(two, premiere(delivery)), reference(delivery));
        RunResult onEight = run(eight, premiere(delivery));
        assertSame(onEight, reference(delivery));
        assertThat(onEight.engine().threadsUsed())
                .as("threads that ran cells of %s", delivery)
                .isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-server", "cdn", "p2p", "hybrid"})
    void shouldGiveOneDigestWhileCheckingItself(String delivery) {
        assertSame(run(eight, premiere(delivery).paranoid()), reference(delivery));
    }

    @Test
    void shouldGiveOneDigestWhenMessagesComeLateAndInAnotherOrder() {
        long heldUpBefore = ShufflingExecutor.HELD_UP.get();
        try (SimulationEngine shuffling = SimulationEngine.start(8, shuffling(1))) {
            for (String delivery : List.of("client-server", "cdn", "p2p", "hybrid")) {
                RunResult result = run(shuffling, premiere(delivery));
                assertSame(result, reference(delivery));
                assertThat(result.engine().threadsUsed()).isGreaterThan(1);
            }
        }
        assertThat(ShufflingExecutor.HELD_UP.get() - heldUpBefore)
                .as("messages held up")
                .isGreaterThan(1_000);
    }

    private static Config shuffling(long seed) {
        return ConfigFactory.parseMap(Map.of(
                SimulationEngine.DISPATCHER + ".executor",
                ShufflingExecutor.class.getName(),
                SimulationEngine.DISPATCHER + ".shuffling-threads",
                8,
                SimulationEngine.DISPATCHER + ".shuffling-seed",
                seed));
    }

    @Test
    void shouldNotMixUpRunsThatAreUnderWayAtOnce() {
        List<String> deliveries = List.of("hybrid", "p2p", "client-server", "hybrid", "cdn");
        List<CompletableFuture<RunResult>> runs = new ArrayList<>();
        deliveries.forEach(delivery -> runs.add(begin(eight, premiere(delivery).spec())));
        for (int i = 0; i < runs.size(); i++) {
            assertSame(runs.get(i).join(), reference(deliveries.get(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-server", "cdn", "p2p", "hybrid"})
    void shouldGiveAnotherDigestForAnotherSeed(String delivery) {
        assertThat(run(two, premiere(delivery).withSeed(8)).digest())
                .isNotEqualTo(reference(delivery).digest());
    }

    @Test
    void shouldGiveAnotherDigestForAnotherModel() {
        RunResult reference = reference("hybrid");
        assertThat(run(two, premiere("hybrid").withCells(7)).digest()).isNotEqualTo(reference.digest());
        assertThat(run(two, premiere("hybrid").withCapacity(0.601)).digest()).isNotEqualTo(reference.digest());
    }
}
