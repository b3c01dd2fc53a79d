package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.model.ServiceSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.CauseLine;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.sim.result.RunResult.Outcomes;

/** The story of premiere night in small: it must come out of capacities and demand, whoever the people are. */
class StoryTest {
    private static final List<String> DELIVERIES = List.of("client-server", "cdn", "p2p", "hybrid");
    private static final int VIEWERS = 500;

    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    private static RunResult run(ModelSpec spec) {
        return engine.run(spec, (s, now, share, present) -> {})
                .toCompletableFuture()
                .join();
    }

    private static Premiere night(String delivery, long seed) {
        return Premiere.of(delivery, VIEWERS).withSeed(seed);
    }

    /** Who failed, left, or was hurt badly. */
    private static long hurt(RunResult result) {
        Outcomes o = result.outcomes();
        return o.startFailures() + o.exitsBeforeStart() + o.stalledOver60s();
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 31})
    void shouldRefuseNobodyAtTwiceThePeakCapacity(long seed) {
        RunResult ample = run(night("client-server", seed).withCapacity(10).spec());
        assertThat(ample.outcomes().http503()).as("503s, seed %d", seed).isZero();
        assertThat(ample.outcomes().started()).isGreaterThan(VIEWERS * 98 / 100);
        assertThat(ample.causes())
                .as("causes, seed %d", seed)
                .allMatch(line -> line.cause().equals("own-line"));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 31})
    void shouldRefuseLessWithEachDoublingOfTheCapacity(long seed) {
        long before = Long.MAX_VALUE;
        for (double capacity = 0.25; capacity <= 4; capacity *= 2) {
            Outcomes o = run(night("client-server", seed).withCapacity(capacity).spec())
                    .outcomes();
            String where = "capacity " + capacity + ", seed " + seed;
            if (capacity == 0.25) {
                assertThat(o.http503()).as("503s, " + where).isGreaterThan(VIEWERS);
                assertThat(o.startFailures() + o.exitsBeforeStart()).as(where).isGreaterThan(VIEWERS / 4);
            } else if (before == 0) {
                assertThat(o.http503()).as("503s, " + where).isZero();
            } else {
                assertThat(o.http503()).as("503s, " + where).isLessThan(before);
            }
            before = o.http503();
        }
        assertThat(before).as("503s in the end, seed %d", seed).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 31})
    void shouldLetTheCrowdCarryTheCrowdWhereItMay(long seed) {
        for (String delivery : DELIVERIES) {
            RunResult result = run(night(delivery, seed).spec());
            boolean swarm = delivery.equals("p2p") || delivery.equals("hybrid");
            String where = delivery + ", seed " + seed;
            if (swarm) {
                assertThat(result.traffic().offload()).as("offload, " + where).isBetween(0.5, 0.99);
                assertThat(result.engine().peerTransfers()).as(where).isPositive();
            } else {
                assertThat(result.traffic().peerBytes())
                        .as("bytes of peers, " + where)
                        .isZero();
                assertThat(result.engine().peerTransfers()).as(where).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"p2p", "hybrid"})
    void shouldNotCarryACrowdThatCannotUpload(String delivery) {
        Premiere night = night(delivery, 7);
        RunResult app = run(night.spec());
        for (PeerRole role : List.of(PeerRole.DOWNLOAD_ONLY, PeerRole.NONE)) {
            RunResult screens = run(Specs.withRole(night.spec(), role));
            String where = delivery + ", everybody " + role;
            assertThat(screens.traffic().peerBytes()).as(where).isZero();
            assertThat(screens.traffic().deliveredBytes()).as(where).isPositive();
            assertThat(servers(screens)).as("bytes of servers, " + where).isGreaterThan(3 * servers(app));
        }
    }

    private static long servers(RunResult result) {
        return result.traffic().originBytes()
                + result.traffic().edgeBytes()
                + result.traffic().seedBytes();
    }

    /** Two minutes without origin, or without seeds and tracker. */
    @ParameterizedTest
    @ValueSource(longs = {7, 31})
    void shouldHurtThoseWhoServeEachOtherMuchLessInAnOutage(long seed) {
        long alone = hurt(run(night("client-server", seed).withFault().spec()));
        assertThat(alone).isGreaterThan(VIEWERS / 4);
        for (String delivery : List.of("p2p", "hybrid")) {
            assertThat(hurt(run(night(delivery, seed).withFault().spec())))
                    .as("hurt in %s, seed %d", delivery, seed)
                    .isLessThanOrEqualTo(alone / 5);
        }
    }

    /** The crowd cannot carry a login. */
    @Test
    void shouldFailAlikeAtAScarceFrontDoor() {
        List<ServiceSpec> door = List.of(new ServiceSpec("login", 1, Law.constant(0.35), 2, 15, 10_000_000, 0));
        Map<String, Double> failed = new HashMap<>();
        for (String delivery : DELIVERIES) {
            RunResult result =
                    run(Specs.withFrontDoor(night(delivery, 7).withCapacity(2).spec(), door));
            failed.put(delivery, failedAt("login", result) / VIEWERS);
            assertThat(result.outcomes().http503()).as("503s, %s", delivery).isPositive();
        }
        double share = failed.get("client-server");
        assertThat(share).isGreaterThan(0.1);
        failed.forEach((delivery, other) -> assertThat(other).as(delivery).isCloseTo(share, within(0.02)));
    }

    private static double failedAt(String cause, RunResult result) {
        return result.causes().stream()
                .filter(line ->
                        line.harm() != Harm.STALL_SECONDS && line.cause().equals(cause))
                .mapToDouble(CauseLine::value)
                .sum();
    }
}
