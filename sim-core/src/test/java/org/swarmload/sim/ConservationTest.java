package org.swarmload.sim;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;

/** Nothing is lost and nothing comes from nowhere: bytes, viewers, attempts and the causes of harm. */
class ConservationTest {
    private static final long SECOND = 1_000_000;
    private static final List<String> DELIVERIES = List.of("client-server", "cdn", "p2p", "hybrid");

    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    /** Each delivery with and without an outage; ample in one cell, as it comes in three, and scarce in eight. */
    static Stream<Premiere> premieres() {
        return DELIVERIES.stream().flatMap(delivery -> {
            Premiere night = Premiere.of(delivery, 300).withLength(300).paranoid();
            return Stream.of(
                            night.withSeed(21).withCells(1).withCapacity(2),
                            night.withSeed(22).withCells(3),
                            night.withSeed(23).withCells(8).withCapacity(0.3))
                    .flatMap(p -> Stream.of(p, p.withFault()));
        });
    }

    private static void check(ModelSpec spec) {
        RunResult result = engine.run(spec, (s, now, share, present) -> {})
                .toCompletableFuture()
                .join();
        new Accounts(spec, result).check();
    }

    @ParameterizedTest
    @MethodSource("premieres")
    void shouldConserveEverything(Premiere premiere) {
        check(premiere.spec());
    }

    /** Nights that the simulator leaves in the middle: transfers, fills, waits and retries are under way. */
    static Stream<Premiere> nights() {
        return DELIVERIES.stream()
                .map(delivery -> Premiere.of(delivery, 300)
                        .withSeed(24)
                        .withCapacity(0.4)
                        .withFault()
                        .paranoid());
    }

    @ParameterizedTest
    @MethodSource("nights")
    void shouldConserveEverythingWhenTheEndComesInTheMiddle(Premiere premiere) {
        check(Specs.endingAt(premiere.withCells(1).spec(), 333_333_337));
        check(Specs.endingAt(premiere.withCells(4).spec(), 427 * SECOND + 1));
    }

    @ParameterizedTest
    @MethodSource("nights")
    void shouldConserveEverythingWhenTheEndIsTheEndOfABin(Premiere premiere) {
        check(Specs.endingAt(premiere.withCells(1).spec(), 420 * SECOND));
        check(Specs.endingAt(premiere.withCells(4).spec(), 300 * SECOND));
    }

    /** The breaking transfers of an outage that begins with a 5-minute bin must not make its bill negative. */
    @ParameterizedTest
    @ValueSource(strings = {"client-server", "p2p"})
    void shouldNeverBillLessThanNothing(String delivery) {
        Premiere night = Premiere.of(delivery, 300).withSeed(25).withLength(300).withCapacity(2);
        FaultSpec outage = new FaultSpec(300 * SECOND, 360 * SECOND, FaultSpec.Target.CENTRAL, "");
        check(Specs.withFault(night.withCells(1).spec(), outage));
    }

    /** A viewer is back before those who asked its last session for pieces have heard that it went. */
    @ParameterizedTest
    @ValueSource(strings = {"p2p", "hybrid"})
    void shouldCountUploadsOfThoseWhoComeBackAtOnce(String delivery) {
        Premiere night = Premiere.of(delivery, 200)
                .withSeed(26)
                .withLength(120)
                .withCapacity(0.2)
                .withCells(1)
                .withFault()
                .paranoid();
        check(Specs.withQuickReloads(night.spec()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-server", "cdn", "p2p", "hybrid"})
    void shouldConserveEverythingWhenAPartFails(String delivery) {
        Premiere night = Premiere.of(delivery, 300)
                .withSeed(27)
                .withLength(300)
                .withCapacity(0.6)
                .paranoid();
        FaultSpec part = new FaultSpec(200 * SECOND, 100 * SECOND, FaultSpec.Target.CENTRAL, "", 0.7);
        check(Specs.withFault(night.withCells(1).spec(), part));
        check(Specs.withFault(night.withCells(3).spec(), part));
    }
}
