package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.Holding;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.DeliverySpec.Contacts;
import org.swarmload.sim.model.DeliverySpec.Exchange;
import org.swarmload.sim.model.FaultSpec.Target;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.result.RunResult;

/** Who may have something of whom in the swarm of a file, and from when on. */
class FileSwarmTest {
    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    /** Pieces of 0.1 s come so fast that nobody has shown the first one when the second is there. */
    @ParameterizedTest
    @CsvSource({"REQUESTS, 2147483647", "REQUESTS, 3", "CHOKING, 2147483647", "CHOKING, 3"})
    void shouldServeOthersAlsoWhenTwoPiecesCameBeforeTheFirstWasShown(Exchange exchange, int neighbours) {
        Download download = new Download();
        download.exchange = exchange;
        download.neighbours = neighbours;
        download.announceSeconds = 2;
        download.peers = 4;
        download.endSeconds = 300;
        download.up = 1e6;
        download.seedUplink = 1_000_000;
        download.bytes = 1_250_000; // 10 s of the seed's uplink for each copy
        download.pieceBytes = 12_500;
        RunResult run = download.run(engine);
        assertThat(run.completionSeconds().count()).isEqualTo(4);
        assertThat(run.traffic().usefulPeerBytes()).isGreaterThan(download.bytes);
    }

    /** People with devices that are no peers, and people with devices that are. */
    private static Download mixed(boolean pull, double seedEverySeconds) {
        Download download = new Download();
        download.exchange = Exchange.CONTACTS;
        download.contacts = new Contacts(Law.constant(0.5), Law.constant(seedEverySeconds), pull);
        download.devices =
                List.of(new Device("peer", 0.5, PeerRole.FULL, 0, 0), new Device("browser", 0.5, PeerRole.NONE, 0, 0));
        download.peers = 20;
        download.up = 1e8;
        download.seedUplink = 1_000_000_000;
        download.bytes = 100_000;
        download.pieceBytes = 10_000;
        download.endSeconds = 1_000;
        return download;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldGiveNothingOfPeersToThoseWhoAreNone(boolean pull) {
        Download download = mixed(pull, 1e6);
        download.initial = List.of(new Initial(6, Holding.ALL, 0, 0, AudienceSpec.BY_SHARE, null));
        // The operator's seed comes at the end: until then there are the people of the beginning alone.
        download.faults = List.of(Download.fault(Target.SEEDS, 0, 1_000, 1));
        RunResult run = download.run(engine);
        double[] device = run.viewers().values("device");
        double[] completion = run.viewers().values("completion");
        assertThat(device).contains(0, 1);
        for (int who = 6; who < device.length; who++) {
            assertThat(Double.isNaN(completion[who])).as("viewer %d", who).isEqualTo(device[who] == 1);
        }
        assertThat(run.traffic().usefulPeerBytes())
                .isEqualTo(run.completionSeconds().count() * download.bytes);
    }

    /** Where everybody is connected with everybody, who is no peer takes no slot of a peer either. */
    @Test
    void shouldKeepSlotsOfPeersForPeers() {
        Download download = new Download();
        download.exchange = Exchange.CHOKING;
        download.devices = List.of(
                new Device("peer", 0.25, 2, PeerRole.FULL, 0, 0), new Device("browser", 0.75, 6, PeerRole.NONE, 0, 0));
        download.peers = 8;
        download.uploads = 2;
        download.bytes = 12_500_000; // 100 s of an uplink
        download.pieceBytes = 125_000;
        download.initial = List.of(new Initial(1, Holding.ALL, 0, 0, AudienceSpec.BY_SHARE, null));
        download.faults = List.of(Download.fault(Target.SEEDS, 0, 1_000, 1));
        download.endSeconds = 1_000;
        RunResult run = download.run(engine);
        assertThat(run.completionSeconds().count()).isEqualTo(1);
        assertThat(run.completionSeconds().max()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldLetSeedsServeThoseWhoAreNoPeers(boolean pull) {
        Download download = mixed(pull, 0.05);
        download.devices = List.of(new Device("browser", 1, PeerRole.NONE, 0, 0));
        RunResult run = download.run(engine);
        assertThat(run.completionSeconds().count()).isEqualTo(20);
        assertThat(run.traffic().peerBytes()).isZero();
    }
}
