package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.DeliverySpec.Exchange;
import org.swarmload.sim.result.RunResult;

/** Who may have something of whom in the swarm of a file, and from when on. */
class FileSwarmTest {
    private static SimulationEngine engine;

    @BeforeAll
    static void start() {
        engine = SimulationEngine.start(2);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

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
}
