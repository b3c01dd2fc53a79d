package org.swarmload.sim.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.swarmload.sim.server.ServerFixture.SECOND;
import static org.swarmload.sim.server.ServerFixture.origin;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.BackgroundSpec.Step;
import org.swarmload.sim.model.DeliverySpec.Admission;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.result.Distribution;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.LedgerLine;

/** How one uplink is shared, through the real engine: start-up time is the time of the first and only piece. */
class SharingTest {
    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    private static RunResult run(ServerFixture fixture) {
        return engine.run(fixture.spec(), (s, now, share, present) -> {})
                .toCompletableFuture()
                .join();
    }

    private static void serve(ServerFixture fixture, Server server) {
        fixture.delivery = Given.delivery(server, List.of(), null, null);
    }

    /** 10 Mbit/s for lines of 1, 4 and 20 Mbit/s that fetch 10 Mbit each: 1, 4 and 5 Mbit/s. */
    @Test
    void shouldShareMaxMinUnderTheLines() {
        ServerFixture fixture = new ServerFixture();
        fixture.viewers = 3;
        fixture.renditionBps = new long[] {2_500_000};
        double third = 1 / 3.0;
        fixture.downBps = new Law.Choice(new double[] {1e6, 4e6, 20e6}, new double[] {third, third, third});
        serve(fixture, origin(10_000_000));
        while (lines(fixture) != 3) {
            fixture.seed++;
        }

        Distribution seconds = run(fixture).startupSeconds();

        assertThat(seconds.min()).isCloseTo(2.0, within(2e-6));
        assertThat(seconds.quantile(0.5)).isCloseTo(2.5, within(2e-6));
        assertThat(seconds.max()).isCloseTo(10.0, within(2e-6));
    }

    private static long lines(ServerFixture fixture) {
        Audience audience = new Audience(fixture.spec());
        return java.util.stream.IntStream.range(0, 3)
                .mapToLong(audience::downBps)
                .distinct()
                .count();
    }

    /** Processor sharing: E[T] = E[S] / (1 - rho), whatever the law of sizes; here all are 1 Mbit. */
    @ParameterizedTest
    @CsvSource({"1", "2"})
    void shouldTakeAsLongAsProcessorSharingSays(int servers) {
        ServerFixture fixture = new ServerFixture().poisson(30_000, 8);
        fixture.renditionBps = new long[] {250_000};
        fixture.roundMicros = 10 * SECOND;
        serve(fixture, Given.server("origin", servers, 10_000_000 / servers, 0, 0, 0));

        assertThat(run(fixture).startupSeconds().mean()).isCloseTo(0.5, within(0.03));
    }

    /** 10 Mbit at 10 Mbit/s, of which others take 8 from second 2 and 10 from second 3 to 13. */
    @Test
    void shouldLeaveOthersTheirPartInItsTime() {
        ServerFixture fixture = new ServerFixture();
        fixture.viewers = 1;
        fixture.renditionBps = new long[] {7_500_000};
        BackgroundSpec others = new BackgroundSpec(List.of(
                new Step(2 * SECOND, 8_000_000), new Step(3 * SECOND, 10_000_000), new Step(13 * SECOND, 5_000_000)));
        serve(fixture, origin(10_000_000).withBackground(others));

        // 30 Mbit: 20 in 2 s, 2 in the next, nothing for 10 s, 8 at 5 Mbit/s.
        RunResult result = run(fixture);
        assertThat(result.startupSeconds().max()).isCloseTo(13 + 8 / 5.0, within(2e-6));
        assertThat(result.levels())
                .filteredOn(level -> level.name().equals("origin-link-use"))
                .singleElement()
                .satisfies(use -> assertThat(use.mean()).isBetween(0.5, 1.0));
    }

    /** A server of which 40 % is down for 10 s sends at 60 %. */
    @Test
    void shouldSendWithWhatAFaultLeaves() {
        ServerFixture fixture = new ServerFixture();
        fixture.viewers = 1;
        fixture.renditionBps = new long[] {25_000_000};
        serve(fixture, origin(10_000_000));
        fixture.retry = new org.swarmload.sim.model.AudienceSpec.Retry(
                org.swarmload.sim.model.AudienceSpec.Backoff.FIXED,
                SECOND,
                SECOND,
                org.swarmload.sim.model.AudienceSpec.Jitter.NONE,
                100);
        fixture.faults = List.of(new FaultSpec(5 * SECOND, 10 * SECOND, FaultSpec.Target.ORIGIN, "", 0.4));
        int kept = 0;
        for (fixture.seed = 1; fixture.seed <= 20; fixture.seed++) {
            double seconds = run(fixture).startupSeconds().max();
            boolean broke = seconds > 14.5;
            kept += broke ? 0 : 1;
            // 100 Mbit: 50 in 5 s, then 6 Mbit/s; or all anew from second 6 on, with 54 in the 9 s of the fault left.
            assertThat(seconds).isCloseTo(broke ? 15 + 46 / 10.0 : 5 + 50 / 6.0, within(2e-6));
        }
        assertThat(kept).isBetween(6, 18);
    }

    @Test
    void shouldWaitForTheFirstByte() {
        ServerFixture fixture = new ServerFixture();
        fixture.viewers = 4_000;
        Law latency = new Law.Exponential(0.2);
        serve(
                fixture,
                new Server(
                        "origin",
                        1,
                        ServerFixture.AMPLE_BPS,
                        0,
                        0,
                        0,
                        Admission.CONNECTIONS,
                        latency,
                        BackgroundSpec.NONE));

        Distribution seconds = run(fixture).startupSeconds();

        // 4 Mbit at a line of 1 Gbit/s.
        assertThat(seconds.mean()).isCloseTo(0.2 + 0.004, within(0.01));
        assertThat(seconds.quantile(0.9)).isCloseTo(latency.quantile(0.9) + 0.004, within(0.03));
    }

    /** Half of the connections break, and as many viewers find no room until the fault is over. */
    @Test
    void shouldBreakTheShareOfConnectionsThatAFaultTakes() {
        ServerFixture fixture = new ServerFixture();
        fixture.viewers = 1_000;
        fixture.lengthSeconds = 600;
        fixture.aheadSeconds = 8;
        fixture.retry = new org.swarmload.sim.model.AudienceSpec.Retry(
                org.swarmload.sim.model.AudienceSpec.Backoff.FIXED,
                SECOND,
                SECOND,
                org.swarmload.sim.model.AudienceSpec.Jitter.NONE,
                1_000);
        serve(fixture, Given.server("origin", 20, ServerFixture.AMPLE_BPS / 20, 50, 0, 3_600 * SECOND));
        fixture.faults = List.of(new FaultSpec(100 * SECOND, 100 * SECOND, FaultSpec.Target.ORIGIN, "", 0.5));

        RunResult result = run(fixture);
        double[] stalled = result.series().values("stalled-viewers");
        double[] refused = result.series().values("http-503");

        assertThat(Arrays.stream(refused, 0, 10).sum()).isZero();
        assertThat(stalled[15]).isCloseTo(500, within(50.0));
        assertThat(refused[15]).isPositive();
        assertThat(stalled[25]).isZero();
        // What was answered with 503 is nobody's to pay: a request for each piece sent, and for each that broke.
        long pieces = result.ledger().stream().mapToLong(LedgerLine::bytes).sum() / 500_000;
        assertThat(result.ledger().stream().mapToLong(LedgerLine::requests).sum())
                .isBetween(pieces, pieces + 1_000);
        assertThat(Arrays.stream(refused).sum()).isGreaterThan(10_000);
    }
}
