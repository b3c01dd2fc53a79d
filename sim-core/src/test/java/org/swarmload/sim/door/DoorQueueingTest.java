package org.swarmload.sim.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.swarmload.sim.audience.ModelFixture.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.audience.ModelFixture;
import org.swarmload.sim.model.AudienceSpec.Backoff;
import org.swarmload.sim.model.AudienceSpec.Jitter;
import org.swarmload.sim.model.AudienceSpec.Retry;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ServiceSpec;

/**
 * The door against the mathematics of queues: cases O-07, O-08, O-09, O-12, O-13 and O-14 of the validation cases, with
 * their tolerances. A large number of viewers at uniform times is a Poisson process, given its number of arrivals.
 */
class DoorQueueingTest {
    private static final int ENDLESS = Integer.MAX_VALUE;

    private final ModelFixture fixture = new ModelFixture();

    /** Case O-14 at a tenth of its size: 200 a second for 60 s at a door for 100 a second. */
    @Test
    void shouldServeADeterministicOverloadFirstComeFirstServed() {
        fixture.viewers = 12_000;
        fixture.frontDoor = List.of(service(1, Law.constant(0.01), ENDLESS));
        DoorRun run = new DoorRun(fixture, evenly(12_000, 5_000)).until(60);
        // Just before t = 60 s one is being served and 6,000 wait.
        assertThat(run.door.levels().queued.greatest(60 * SECOND)).isEqualTo(6_000);
        assertThat(run.door.waiting()).isEqualTo(6_001);
        run.until(130);
        assertThat(run.size).isEqualTo(12_000);
        assertThat(run.admitted[11_999]).isEqualTo(120 * SECOND);
        assertThat(run.maxWaitSeconds()).isCloseTo(60, within(0.011));
        assertThat(run.meanWaitSeconds()).isCloseTo(30, within(0.011));
        assertThat(run.viewer).startsWith(0, 1, 2, 3);
    }

    /** Case O-14 with room for a sixth of the backlog: full from t = 10 s, the rest is refused. */
    @Test
    void shouldRefuseWhatFindsNoRoom() {
        fixture.viewers = 12_000;
        fixture.frontDoor = List.of(service(1, Law.constant(0.01), 999));
        DoorRun run = new DoorRun(fixture, evenly(12_000, 5_000)).until(9.98);
        assertThat(run.facts().http503()).isZero();
        run.until(130);
        assertThat(run.facts().http503()).isCloseTo(5_000L, within(1L));
        assertThat(run.facts().startFailures(0)).isEqualTo(run.facts().http503());
        assertThat(run.admitted[run.size - 1]).isCloseTo(70 * SECOND, within(10_000L));
        assertThat(run.door.waiting()).isZero();
    }

    /** Case O-12, exact. */
    @Test
    void shouldStormWhenNobodyJittersRetries() {
        fixture.viewers = 1000;
        fixture.frontDoor = List.of(service(100, Law.constant(0.5), 0));
        fixture.retry = new Retry(Backoff.FIXED, SECOND, 0, Jitter.NONE, ENDLESS);
        DoorRun run = new DoorRun(fixture).until(20);
        assertThat(run.facts().attempts()).isEqualTo(5500);
        assertThat(run.facts().http503()).isEqualTo(4500);
        assertThat(run.size).isEqualTo(1000);
        for (int i = 0; i < 1000; i++) {
            assertThat(run.admitted[i]).isEqualTo((i / 100) * SECOND + SECOND / 2);
        }
    }

    /** Case O-07: B(100, 100) = 0.0757. */
    @Test
    void shouldRefuseAsErlangSays() {
        assertThat(refusedShare(100, 0, 100)).isCloseTo(0.075700, within(0.004));
        assertThat(refusedShare(80, 0, 100)).isCloseTo(0.003992, within(0.0009));
        assertThat(refusedShare(200, 0, 100)).isCloseTo(0.504814, within(0.005));
    }

    /** Case O-08: M/M/50/60 at 45 erlangs, 100 servers and 50 places at 120. */
    @Test
    void shouldRefuseAsAQueueOfLimitedLengthDoes() {
        assertThat(refusedShare(45, 10, 50)).isCloseTo(0.014323, within(0.0012));
        assertThat(refusedShare(120, 50, 100)).isCloseTo(0.166669, within(0.0045));
    }

    private double refusedShare(double erlangs, int queueLimit, int servers) {
        int viewers = 1_000_000;
        double meanSeconds = 0.1;
        double seconds = viewers * meanSeconds / erlangs;
        fixture.poisson(viewers, seconds);
        fixture.frontDoor = List.of(service(servers, new Law.Exponential(meanSeconds), queueLimit));
        DoorRun run = new DoorRun(fixture).until(seconds + 20, 10);
        assertThat(run.facts().attempts()).isEqualTo(viewers);
        return run.facts().http503() / (double) viewers;
    }

    /** Case O-09, in units of the mean service of 10 ms. */
    @Test
    void shouldWaitAsPollaczekAndKhinchineSay() {
        assertThat(meanWaitInServices(new Law.Exponential(0.01), 1, 0.8)).isCloseTo(4.0, within(0.12));
        assertThat(meanWaitInServices(Law.constant(0.01), 1, 0.8)).isCloseTo(2.0, within(0.06));
        assertThat(meanWaitInServices(new Law.Exponential(0.01), 10, 8)).isCloseTo(0.204590, within(0.0062));
    }

    private double meanWaitInServices(Law law, int servers, double erlangs) {
        int viewers = 1_000_000;
        double seconds = viewers * 0.01 / erlangs;
        fixture.poisson(viewers, seconds);
        fixture.frontDoor = List.of(service(servers, law, ENDLESS));
        DoorRun run = new DoorRun(fixture).until(seconds + 100, 10);
        assertThat(run.size).isEqualTo(viewers);
        return run.meanWaitSeconds() / 0.01 - 1;
    }

    /** Case O-13: p = 0.84129, 628.9 attempts a second, half of the viewers lost, whatever the delay. */
    @Test
    void shouldReachTheFixedPointOfRetries() {
        int viewers = 1_000_000;
        fixture.poisson(viewers, 5000);
        fixture.frontDoor = List.of(service(100, new Law.Exponential(1), 0));
        fixture.retry = new Retry(Backoff.FIXED, 40 * SECOND, 0, Jitter.FULL, 3);
        DoorRun run = new DoorRun(fixture).until(500, 10);
        long attempts = -run.facts().attempts();
        long refused = -run.facts().http503();
        long lost = -run.facts().startFailures();
        long pressed = -run.facts().pressed();
        run.until(5000, 10);
        attempts += run.facts().attempts();
        refused += run.facts().http503();
        lost += run.facts().startFailures();
        pressed += run.facts().pressed();
        assertThat(refused / (double) attempts).isCloseTo(0.84129, within(0.003));
        assertThat(attempts / 4500.0).isCloseTo(628.9, within(6.3));
        assertThat(lost / (double) pressed).isCloseTo(0.50094, within(0.005));
    }

    /** A door for 700,000 a second needs 1.43 µs a call: rounding must not make a million of them. */
    @Test
    void shouldKeepTheCapacityOfAServiceShorterThanTheClocksTick() {
        fixture.viewers = 70_000;
        fixture.frontDoor = List.of(service(1, Law.constant(1.0 / 700_000), ENDLESS));
        DoorRun run = new DoorRun(fixture).until(1);
        assertThat(run.admitted[69_999]).isCloseTo(100_000L, within(1L));
    }

    private static ServiceSpec service(int servers, Law seconds, int queueLimit) {
        return new ServiceSpec("login", servers, seconds, 1, queueLimit, 0, 0);
    }

    private static long[] evenly(int viewers, long stepMicros) {
        long[] press = new long[viewers];
        for (int v = 0; v < viewers; v++) {
            press[v] = v * stepMicros;
        }
        return press;
    }
}
