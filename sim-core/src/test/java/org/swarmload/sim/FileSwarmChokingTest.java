package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.Holding;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.DeliverySpec.Exchange;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.FaultSpec.Target;
import org.swarmload.sim.result.RunResult;

/** Slots of chokers: a free one goes at once to somebody who is interested, one that is taken changes hands at reviews. */
class FileSwarmChokingTest {
    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    /** People who only take, 2 s of the seed's uplink for each copy. */
    private static Download takers(int peers, int slots) {
        Download download = new Download();
        download.exchange = Exchange.CHOKING;
        download.devices = List.of(new Device("any", 1, PeerRole.DOWNLOAD_ONLY, 0, 0));
        download.peers = peers;
        download.seedUploads = slots;
        download.bytes = 250_000;
        download.pieceBytes = 10_000;
        download.endSeconds = 1_000;
        return download;
    }

    /** With as many slots as people it makes no difference that there are slots. */
    @ParameterizedTest
    @ValueSource(ints = {Swarm.EVERYBODY, 40})
    void shouldFillFreeSlotsAtOnce(int neighbours) {
        Download download = takers(4, 4);
        download.neighbours = neighbours;
        assertThat(download.run(engine).completionSeconds().max()).isEqualTo(8);
    }

    /** The next one gets the slot of who is done; the seed is never idle. */
    @Test
    void shouldGiveOnTheSlotOfWhoIsDone() {
        Download download = takers(20, 2);
        RunResult run = download.run(engine);
        assertThat(run.completionSeconds().max()).isCloseTo(40, within(1e-6));
        assertThat(run.traffic().overheadBytes()).isZero();
    }

    /** Whoever comes later finds a seed that has had nobody for long. */
    @Test
    void shouldServeWhoComesBetweenReviews() {
        Download download = takers(10, 4);
        download.overSeconds = 300;
        assertThat(download.run(engine).completionSeconds().quantile(0.5)).isEqualTo(2);
    }

    @Test
    void shouldBeginWithWhatPeopleBringAlong() {
        Download download = takers(5, 4);
        download.devices = List.of(new Device("any", 1, PeerRole.FULL, 0, 0));
        download.initial = List.of(new Initial(1, Holding.ALL, 0, 0, AudienceSpec.BY_SHARE, null));
        download.faults = List.of(Download.fault(Target.SEEDS, 0, 1_000, 1));
        download.overSeconds = 0;
        // One copy in 2 s at the earliest, five would take 10 s without the others' help.
        assertThat(download.run(engine).completionSeconds().max()).isBetween(2.0, 8.0);
    }

    /** Twice as many people as slots: those who wait come in at reviews, and what runs to the others ends as it is. */
    @Test
    void shouldSwapAtReviews() {
        Download download = takers(4, 2);
        download.bytes = 12_500_000; // 100 s for each copy
        download.pieceBytes = 125_000;
        RunResult run = download.run(engine);
        assertThat(run.completionSeconds().max()).isCloseTo(400, within(1e-6));
        // Each has been served a part of the time, so nobody has everything after the 200 s of the first two alone.
        assertThat(run.completionSeconds().min()).isGreaterThan(250);
        assertThat(run.traffic().overheadBytes()).isZero();
    }
}
