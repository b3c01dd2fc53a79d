package org.swarmload.sim.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.server.ServerFixture;

/** Who is refused by a server that counts bit rates or connections, against the formulas of loss systems. */
class AdmissionTest {
    private static final long SECOND = 1_000_000L;
    private static final double MEAN_STAY = 200;

    /** Sessions of one, two and five units of bit rate that stay for an exponential time, in a small and steady stream. */
    private static ServerFixture sessions(int viewers, double perSecond) {
        ServerFixture fixture = new ServerFixture().poisson(viewers, perSecond);
        fixture.lengthSeconds = 80_000;
        fixture.segmentSeconds = 8;
        fixture.aheadSeconds = 16;
        fixture.staySeconds = new Law.Exponential(MEAN_STAY);
        fixture.renditionBps = new long[] {1_000_000, 2_000_000, 5_000_000};
        fixture.shares = new double[] {0.5, 0.3, 0.2};
        fixture.endSeconds = (long) (viewers / perSecond + 20 * MEAN_STAY) / 10 * 10;
        return fixture;
    }

    /** Blocking of each class: Kaufman 1981, Roberts 1981. q(j) = (1/j) sum_k a_k b_k q(j - b_k). */
    private static double[] kaufmanRoberts(int units, double[] erlangs, int[] sizes) {
        double[] q = new double[units + 1];
        q[0] = 1;
        double sum = 1;
        for (int j = 1; j <= units; j++) {
            for (int k = 0; k < sizes.length; k++) {
                q[j] += j < sizes[k] ? 0 : erlangs[k] * sizes[k] * q[j - sizes[k]] / j;
            }
            sum += q[j];
        }
        double[] blocked = new double[sizes.length];
        for (int k = 0; k < sizes.length; k++) {
            for (int j = units - sizes[k] + 1; j <= units; j++) {
                blocked[k] += q[j] / sum;
            }
        }
        return blocked;
    }

    @ParameterizedTest
    @CsvSource({"1, 9_000, 10, 0.02", "3, 4_000, 2, 0.05"})
    void shouldBlockEachRenditionAsKaufmanAndRobertsSay(int cells, int viewers, long roundSeconds, double tolerance) {
        double perSecond = 0.06;
        ServerFixture fixture = sessions(viewers, perSecond);
        fixture.delivery = Given.delivery(ServerFixture.reserving(30_000_000, 0), List.of(), null, null);
        fixture.cells = cells;

        CellRun run = new CellRun(fixture.spec(), roundSeconds * SECOND);

        double erlangs = perSecond * MEAN_STAY;
        double[] expected =
                kaufmanRoberts(30, new double[] {0.5 * erlangs, 0.3 * erlangs, 0.2 * erlangs}, new int[] {1, 2, 5});
        for (int device = 0; device < 3; device++) {
            assertThat(run.failedShare(device, 5 * (long) MEAN_STAY * SECOND))
                    .as("sessions of rendition %d blocked", device)
                    .isCloseTo(expected[device], within(tolerance));
        }
        assertThat(run.attempts()).isEqualTo(viewers);
    }

    /** Connections that stay open for the whole session are Erlang's lines. */
    @ParameterizedTest
    @CsvSource({"10, 10", "20, 16"})
    void shouldRefuseConnectionsAsErlangSays(int connections, double erlangs) {
        ServerFixture fixture = sessions(5_000, erlangs / MEAN_STAY);
        Server origin = Given.server("origin", 1, ServerFixture.AMPLE_BPS, connections, 0, 3_600 * SECOND);
        fixture.delivery = Given.delivery(origin, List.of(), null, null);

        CellRun run = new CellRun(fixture.spec(), 10 * SECOND);

        double blocked = 1;
        for (int k = 1; k <= connections; k++) {
            blocked = erlangs * blocked / (k + erlangs * blocked);
        }
        assertThat((double) run.refusals() / run.attempts()).isCloseTo(blocked, within(0.02));
    }

    @Test
    void shouldMakeNoDifferenceWhetherOneServerOrTwoOfHalfTheSize() {
        ServerFixture fixture = sessions(500, 0.1);
        fixture.delivery =
                Given.delivery(Given.server("origin", 1, 30_000_000, 20, 4, 3_600 * SECOND), List.of(), null, null);
        CellRun one = new CellRun(fixture.spec(), 10 * SECOND);
        fixture.delivery =
                Given.delivery(Given.server("origin", 2, 15_000_000, 10, 2, 3_600 * SECOND), List.of(), null, null);
        CellRun two = new CellRun(fixture.spec(), 10 * SECOND);

        assertThat(two.digests()).isEqualTo(one.digests());
        assertThat(two.refusals()).isEqualTo(one.refusals()).isPositive();
    }
}
