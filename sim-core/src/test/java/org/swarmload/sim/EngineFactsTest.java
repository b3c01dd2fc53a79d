package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.EngineFacts;
import org.swarmload.sim.result.RunResult;

/** What a run says about its own computing. */
class EngineFactsTest {
    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    private static RunResult run(ModelSpec spec) {
        return engine.run(spec, (s, now, share, present) -> {})
                .toCompletableFuture()
                .join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-server", "cdn", "p2p", "hybrid"})
    void shouldCountThePiecesThatCame(String delivery) {
        RunResult result =
                run(Premiere.of(delivery, 200).withLength(120).withCells(2).spec());
        EngineFacts facts = result.engine();

        assertThat(facts.viewers()).isEqualTo(200);
        assertThat(facts.cells()).isEqualTo(2);
        assertThat(facts.piecesReceived())
                .isBetween(facts.piecesPlayed(), facts.peerTransfers() + facts.serverTransfers());
        assertThat(facts.blocksReceived()).as("a piece is a block").isEqualTo(facts.piecesReceived());
        assertThat(facts.stateBytes()).isGreaterThan(200 * 100);
    }

    @Test
    void shouldMeasureRounds() {
        EngineFacts facts = run(Premiere.of("cdn", 50).withLength(60).spec()).engine();

        assertThat(facts.roundLengths().shortestMicros()).isBetween(1L, 100_000L);
        assertThat(facts.roundLengths().longestMicros()).isEqualTo(1_000_000);
        assertThat(facts.roundLengths().totalMicros() / facts.rounds())
                .isBetween(
                        facts.roundLengths().shortestMicros(),
                        facts.roundLengths().longestMicros());
    }

    @Test
    void shouldTimeItselfWithoutTouchingTheResult() {
        RunResult result = run(Premiere.of("hybrid", 200).withLength(120).spec());
        RunResult again = run(Premiere.of("hybrid", 200).withLength(120).spec());

        assertThat(result.engine().wallTime().nanos()).isPositive();
        assertThat(result.engine().wallTime().serialNanos())
                .isPositive()
                .isLessThan(result.engine().wallTime().nanos());
        assertThat(again.digest()).isEqualTo(result.digest());
    }

    @Test
    void shouldCountEveryPieceOfAFileOnceForEachOfItsReceivers() {
        Download download = new Download();
        EngineFacts facts = run(download.spec()).engine();

        assertThat(facts.piecesReceived()).isEqualTo(download.peers * (download.bytes / download.pieceBytes));
        assertThat(facts.blocksReceived()).isEqualTo(facts.piecesReceived());
        assertThat(facts.piecesPlayed()).isZero();
    }
}
