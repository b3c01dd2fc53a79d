package org.swarmload.realswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.swarmload.SourceTree;

/** The swarms that were measured once and come with the sources: no root is needed to see how near the simulator is. */
class MeasuredSwarmsTest {
    private static final Path MEASURED = SourceTree.root().resolve("reports/real-swarm/measured.csv");
    private static final Measurement MIXED_TRADING = new Measurement(Regime.MIXED, "bt:randomized-rarest", 1, 0);

    @Test
    void shouldSimulateThemAsTheReadmeSays() throws IOException {
        RealSwarmTable table = RealSwarmSuite.compare(Measurements.read(MEASURED), 4);
        assertThat(table.comparisons()).hasSize(Regime.ALL.size() * RealSwarmSuite.PICKERS.size());
        assertThat(table.comparisons())
                .allSatisfy(comparison -> assertThat(comparison.runs()).hasSizeGreaterThanOrEqualTo(3));
        assertThat(table.outside()).isEmpty();
        assertThat(table.worseThanTheBound()).isEmpty();
        assertThat(table.controls()).hasSize(Regime.ALL.size()).allMatch(Control::doubles);
        assertThat(table.comparisons())
                .as("who has a slow uplink is late where all trade; above 0.8 with the README's ten replications")
                .filteredOn(comparison -> comparison.what().sameSwarm(MIXED_TRADING))
                .singleElement()
                .satisfies(
                        comparison -> assertThat(comparison.rankCorrelation()).isGreaterThan(0.7));
    }

    @Test
    void shouldKeepWhatWasMeasured(@TempDir Path folder) throws IOException {
        List<MeasuredRun> runs = Measurements.read(MEASURED);
        Path copy = folder.resolve("new/copy.csv");
        for (MeasuredRun run : runs) {
            Measurements.append(copy, run);
        }
        assertThat(Measurements.read(copy)).isEqualTo(runs);
        assertThat(Files.readAllLines(copy)).isEqualTo(Files.readAllLines(MEASURED));
    }

    /** 6 Mbit/s of frames; what one downloads at 3 Mbit/s costs 2.28 % + 0.51 % + 10 * 75 / 65,536 of that. */
    @Test
    void shouldTakeHeadersAndControlMessagesFromTheLine() {
        SimulatedSwarm swarm = new SimulatedSwarm(Regime.SEED_LIMITED, "bt:sequential", 64 << 10, new double[10]);
        assertThat(swarm.payloadBps(6e6, 0)).isCloseTo(6e6 * 1448 / 1514, within(1.0));
        double control = 66.0 / 2896 + 83.0 / 16384 + 750.0 / 65536;
        assertThat(swarm.payloadBps(6e6, 3e6)).isCloseTo((6e6 - control * 3e6) * 1448 / 1514, within(1.0));
    }

    @Test
    void shouldStretchEverythingInAControl() {
        Regime slow = Regime.STAGGERED.slowed(2);
        assertThat(slow.seedKbps() * 2).isEqualTo(Regime.STAGGERED.seedKbps());
        assertThat(slow.joinMillis().get(3))
                .isEqualTo(2 * Regime.STAGGERED.joinMillis().get(3));
        assertThat(slow.leave()).isTrue();
    }
}
