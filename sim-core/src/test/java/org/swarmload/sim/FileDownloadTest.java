package org.swarmload.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.result.Distribution;
import org.swarmload.sim.result.RunResult;

/** Files over a server and over a swarm, against what mathematics says of them. */
class FileDownloadTest {
    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    @Test
    void shouldDivideAnOriginAmongThoseWhoDownload() {
        Download download = new Download();
        download.swarm = false;
        download.peers = 100;
        download.bytes = 1_000_000;
        download.pieceBytes = 1_000_000;
        download.down = 2e6;
        download.seedUplink = 30_000_000;
        RunResult r0 = download.run(engine);
        Distribution times = r0.completionSeconds();
        assertThat(times.count()).isEqualTo(100);
        assertThat(times.max()).isCloseTo(100 * 8e6 / 30e6, within(1e-6)); // N F / u_s
    }

    /** With equal capacities the copies double every F/u (Mundinger, Weber and Weiss 2008 for one piece). */
    @Test
    void shouldDoubleTheCopiesOfAFileOfOnePiece() {
        Download download = new Download();
        download.peers = 1023;
        download.bytes = 7_500_000;
        download.pieceBytes = 7_500_000;
        download.uploads = 1;
        download.seedUploads = 1;
        Distribution times = download.run(engine).completionSeconds();
        assertThat(times.max()).isEqualTo(600);
        assertThat(times.mean()).isCloseTo(9217.0 / 1023 * 60, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"rarest-first, 1.0, 1.2", "random, 1.0, 1.2", "sequential, 1.5, 4", "bt:rarest-first, 1.2, 4"})
    void shouldNeverBeFasterThanKumarAndRossAllow(String picker, double least, double most) {
        Download download = new Download();
        download.peers = 100;
        download.bytes = 15_000_000_000L / 8 / 50;
        download.pieceBytes = download.bytes / 100;
        download.down = 2e6;
        download.seedUplink = 30_000_000;
        download.seedUploads = 120;
        download.picker = picker;
        download.discipline = DeliverySpec.Discipline.SLOTS;
        RunResult run = download.run(engine);
        double bound = 11_538.46 / 50;
        assertThat(run.completionSeconds().count()).isEqualTo(100);
        assertThat(run.completionSeconds().max() / bound).isBetween(least, most);
        assertThat(run.traffic().deliveredBytes()).isEqualTo(100 * download.bytes);
    }
}
