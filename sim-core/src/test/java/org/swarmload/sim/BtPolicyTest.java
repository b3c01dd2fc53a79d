package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.DeliverySpec.Policy;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.FaultSpec.Target;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.result.RunResult;

/** What clients of the bt kind do around a picker; every run checks itself (PARANOID). */
class BtPolicyTest {
    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    /** 40 pieces of 65,536 bytes; 1 Mbit/s of each uplink carries one in 0.524288 s. */
    private static Download swarm(String picker, int peers) {
        Download download = new Download();
        download.policy = Policy.BT;
        download.picker = picker;
        download.peers = peers;
        download.uploads = Swarm.UNLIMITED;
        download.seedUploads = Swarm.UNLIMITED;
        download.bytes = 40 * 65_536;
        download.pieceBytes = 65_536;
        download.endSeconds = 4_000;
        return download;
    }

    /** Pieces are asked for ahead, so the only connection never waits for a request. */
    @Test
    void shouldKeepOneConnectionFull() {
        Download download = swarm("bt:sequential", 1);
        download.rttSeconds = 0.2;
        RunResult run = download.run(engine);
        assertThat(run.completionSeconds().max()).isBetween(40 * 0.524288, 40 * 0.524288 + 0.5);
        assertThat(run.traffic().overheadBytes()).isZero();
    }

    /** Who comes together, with the same order of ties, asks the seed for the same pieces: nobody has anything for another. */
    @ParameterizedTest
    @ValueSource(strings = {"bt:rarest-first", "bt:sequential", "sequential"})
    void shouldHerdWhereTiesAreTheSameForAll(String picker) {
        RunResult run = swarm(picker, 8).run(engine);
        double seedAlone = 8 * 40 * 0.524288;
        assertThat(run.completionSeconds().count()).isEqualTo(8);
        assertThat(run.completionSeconds().max()).isGreaterThan(0.9 * seedAlone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bt:randomized-rarest", "rarest-first", "random"})
    void shouldTradeWhereTiesDiffer(String picker) {
        RunResult run = swarm(picker, 8).run(engine);
        double seedAlone = 8 * 40 * 0.524288;
        assertThat(run.completionSeconds().count()).isEqualTo(8);
        assertThat(run.completionSeconds().max()).isLessThan(0.5 * seedAlone);
    }

    /** Two machines have everything and nothing is left to claim at the second: it gets its copies in the endgame alone. */
    @Test
    void shouldSendInTheEndgameWhatAnotherSendsToo() {
        Download download = swarm("bt:sequential", 1);
        download.bytes = 3 * 65_536;
        download.seedMachines = 2;
        RunResult run = download.run(engine);
        assertThat(run.completionSeconds().count()).isEqualTo(1);
        assertThat(run.traffic().deliveredBytes()).isEqualTo(download.bytes);
        assertThat(run.traffic().overheadBytes()).isPositive();
    }

    /** In the endgame a piece may come from a peer while the server sends it too: it is taken once, the copy is overhead. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldTakeOnceWhatAPeerAndTheServerSend(long seed) {
        Download download = swarm("rarest-first", 8);
        download.originBesideSwarm = true;
        download.seed = seed;
        RunResult run = download.run(engine);
        assertThat(run.completionSeconds().count()).isEqualTo(8);
        assertThat(run.traffic().deliveredBytes()).isEqualTo(8 * download.bytes);
        assertThat(run.outcomes().started()).isEqualTo(8);
    }

    /** A block takes 6.6 s: each time-out gives the assignment up, the next one takes over what is under way. */
    @Test
    void shouldGoOnAfterTimeOutsWithWhatIsUnderWay() {
        Download download = swarm("bt:sequential", 1);
        download.bytes = 4 * 65_536;
        download.seedUplink = 20_000;
        RunResult run = download.run(engine);
        assertThat(run.completionSeconds().max()).isCloseTo(8.0 * download.bytes / 20_000, within(1e-3));
    }

    /** The interval in which a client says what interests it is a second once it has an assignment. */
    @Test
    void shouldFindNewPeersWithinTheirInterval() {
        Download download = swarm("bt:randomized-rarest", 2);
        RunResult run = download.run(engine);
        double together = 2 * 40 * 0.524288 / 3; // all three uplinks busy all the time
        assertThat(run.completionSeconds().max()).isBetween(together, 40 * 0.524288 * 1.5);
    }

    /** Who sends nothing has nothing to wait behind, and one connection has the seed for itself. */
    @Test
    void shouldNotWaitAlone() {
        Download without = swarm("bt:randomized-rarest", 1);
        Download with = swarm("bt:randomized-rarest", 1);
        with.uplinkQueueSeconds = 5;
        assertThat(with.run(engine).digest()).isEqualTo(without.run(engine).digest());
    }

    /** The seed, a number beyond those of people, shares by windows too; it breaks down and comes back in between. */
    @Test
    void shouldShareSeedsThatComeBack() {
        Download download = swarm("bt:sequential", 5);
        download.overSeconds = 20;
        download.uplinkQueueSeconds = 1;
        download.faults = List.of(Download.fault(Target.SEEDS, 30, 40, 1));
        RunResult run = download.run(engine);
        assertThat(run.completionSeconds().count()).isEqualTo(5);
        assertThat(run.digest()).isEqualTo(download.run(engine).digest());
    }

    @ParameterizedTest
    @CsvSource({"bt:randomized-rarest, 2147483647", "rarest-first, 20", "bt:rarest-first, 30", "window, 12"})
    void shouldServeThoseWhoComeAndGo(String picker, int neighbours) {
        Download download = swarm(picker, 40);
        download.overSeconds = 60;
        download.neighbours = neighbours;
        download.linger = Law.constant(0);
        download.rttSeconds = 0.05;
        download.announceSeconds = 0.1;
        download.uplinkQueueSeconds = 1;
        RunResult run = download.run(engine);
        assertThat(run.completionSeconds().count()).isEqualTo(40);
        assertThat(run.traffic().deliveredBytes()).isEqualTo(40L * download.bytes);
    }

    @Test
    void shouldOutliveItsSeeds() {
        Download download = swarm("bt:randomized-rarest", 10);
        download.faults = List.of(Download.fault(Target.SEEDS, 10, 60, 1));
        RunResult run = download.run(engine);
        assertThat(run.completionSeconds().count()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bt:randomized-rarest", "bt:rarest-first", "rarest-first"})
    void shouldBeTheSameEachTime(String picker) {
        Download download = swarm(picker, 20);
        download.overSeconds = 20;
        download.neighbours = 8;
        assertThat(download.run(engine).digest()).isEqualTo(download.run(engine).digest());
    }
}
