package org.swarmload.sim.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.swarmload.sim.audience.ModelFixture.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.audience.ModelFixture;
import org.swarmload.sim.kernel.Level;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.AudienceSpec.Backoff;
import org.swarmload.sim.model.AudienceSpec.Holding;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.AudienceSpec.Jitter;
import org.swarmload.sim.model.AudienceSpec.Patience;
import org.swarmload.sim.model.AudienceSpec.Retry;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ServiceSpec;

/** Retries and patience by laws, levels and warm-up against the mathematics of queues. Mean service is the unit. */
class DoorRetrialTest {
    private static final int ENDLESS = Integer.MAX_VALUE;
    private static final double UNIT = 0.01;

    private final ModelFixture fixture = new ModelFixture();
    private double endSeconds;

    /** Case O-11: the M/M/1 retrial queue, lam 0.8, theta 0.2: 19.2 in orbit, 4.64 attempts, 82.8 % refused. */
    @Test
    void shouldKeepTheOrbitOfARetrialQueue() {
        fixture.retry = byLaw(new Law.Exponential(UNIT / 0.2));
        DoorRun run = run(400_000, 0.8, 1, 0);
        assertThat(mean(run.door.levels().retrying)).isCloseTo(19.2, within(1.2));
        assertThat(perUnit(run.facts().attempts())).isCloseTo(4.64, within(0.25));
        assertThat(run.facts().http503() / (double) run.facts().attempts()).isCloseTo(0.82759, within(0.004));
        assertThat(run.facts().firstRefused() / (double) run.facts().firstCalls())
                .isCloseTo(0.8, within(0.006));
        assertThat(mean(run.door.levels().busy)).isCloseTo(0.8, within(0.005));
        assertThat(perUnit(run.facts().passes())).isCloseTo(0.8, within(0.005));
    }

    /** Case O-11, lam 0.5, theta 0.5: 1.5 in orbit, 1.25 attempts, 60 % refused. */
    @Test
    void shouldKeepASmallOrbit() {
        fixture.retry = byLaw(new Law.Exponential(UNIT / 0.5));
        DoorRun run = run(400_000, 0.5, 1, 0);
        assertThat(mean(run.door.levels().retrying)).isCloseTo(1.5, within(0.05));
        assertThat(perUnit(run.facts().attempts())).isCloseTo(1.25, within(0.02));
        assertThat(run.facts().http503() / (double) run.facts().attempts()).isCloseTo(0.60, within(0.006));
    }

    /** Case O-08: M/M/50/60 at 45 erlangs: L = 45.474, Lq = 1.1188, 1.02522 services in the system. */
    @Test
    void shouldHoldAsManyAsAQueueOfLimitedLengthDoes() {
        DoorRun run = run(400_000, 45, 50, 10);
        double queued = mean(run.door.levels().queued);
        double busy = mean(run.door.levels().busy);
        assertThat(queued).isCloseTo(1.1188, within(0.09));
        assertThat(queued + busy).isCloseTo(45.474, within(0.4));
        assertThat(run.door.levels().queued.greatest(micros(endSeconds))).isEqualTo(10);
        assertThat(run.meanWaitSeconds() / UNIT).isCloseTo(1.02522, within(0.01));
        DoorRun overloaded = run(400_000, 1.2, 1, 9);
        assertThat(mean(overloaded.door.levels().queued) + mean(overloaded.door.levels().busy))
                .isCloseTo(6.7107, within(0.2));
    }

    /** M/M/1+M, the Erlang A queue with impatience as long as a service: loses 1 - (1 - p0) / lam, p0 = exp(-lam). */
    @Test
    void shouldLoseTheImpatientByALaw() {
        fixture.patience = new Patience(0, 1, 0, new Law.Exponential(UNIT), Law.constant(60));
        DoorRun run = run(400_000, 1.5, 1, ENDLESS);
        // Patience runs while being served, but such a call keeps its server: the number in system is M/M/inf.
        double served = 1 - Math.exp(-1.5);
        assertThat(mean(run.door.levels().busy)).isCloseTo(served, within(0.006));
        assertThat(mean(run.door.levels().queued)).isCloseTo(1.5 - served, within(0.015));
    }

    /** With probability q of giving up after each refusal a viewer makes 1 / q attempts at a closed door. */
    @Test
    void shouldGiveUpWithAProbability() {
        fixture.viewers = 20_000;
        fixture.retry = new Retry(Backoff.FIXED, SECOND, 0, Jitter.NONE, Retry.FOR_EVER, null, 0.2);
        fixture.frontDoor = List.of(new ServiceSpec("login", 1, Law.constant(3_000), 1, 0, 0, 0));
        DoorRun run = new DoorRun(fixture).until(600);
        assertThat(run.facts().startFailures()).isEqualTo(19_999);
        assertThat(run.facts().http503() / 19_999.0).isCloseTo(5, within(0.1));
    }

    /** Case O-14 in full: 2,000 a second for a minute at a door for 1,000. */
    @Test
    void shouldKeepSixtyThousandWaiting() {
        fixture.viewers = 120_000;
        fixture.arrivals = List.of(new Arrival(1, 120_000, new Law.Steps(0, 2_000, 120_000), true));
        fixture.frontDoor = List.of(new ServiceSpec("login", 1, Law.constant(0.001), 1, ENDLESS, 0, 0));
        DoorRun run = new DoorRun(fixture).until(130);
        DoorLevels levels = run.door.levels();
        assertThat(levels.queued.greatest(130 * SECOND)).isCloseTo(60_000L, within(1L));
        assertThat(run.admitted[119_999]).isEqualTo(120 * SECOND);
        assertThat(run.maxWaitSeconds()).isCloseTo(60, within(0.0011));
        assertThat(run.meanWaitSeconds()).isCloseTo(30, within(0.0011));
        // 60,000 at the top of a triangle over two minutes.
        assertThat(levels.waiting.integral(130 * SECOND) / 1e6).isCloseTo(3.6e6, within(130.0));
    }

    /** Case O-12 with the warm-up in the middle of the storm. */
    @Test
    void shouldCountFromTheEndOfTheWarmUp() {
        fixture.viewers = 1000;
        fixture.arrivals =
                List.of(new Arrival(0.5, 500, Law.constant(0), false), new Arrival(0.5, 500, Law.constant(5), false));
        fixture.frontDoor = List.of(new ServiceSpec("login", 100, Law.constant(0.5), 1, 0, 0, 0));
        fixture.retry = new Retry(Backoff.FIXED, SECOND, 0, Jitter.NONE, Retry.FOR_EVER);
        fixture.warmupMicros = 3 * SECOND;
        DoorRun run = new DoorRun(fixture).until(6.5);
        // From 3 s on: 200 and 100 attempts of the first wave, 500 and 400 of the second.
        assertThat(run.facts().attempts()).isEqualTo(1200);
        assertThat(run.facts().http503()).isEqualTo(100 + 400 + 300);
        assertThat(run.facts().passes()).isEqualTo(300);
        assertThat(run.facts().pressed()).isEqualTo(500);
        assertThat(run.facts().firstCalls()).isEqualTo(500);
        assertThat(run.facts().firstRefused()).isEqualTo(400);
        assertThat(run.door.waitingCounted()).isEqualTo(400);
        assertThat(run.facts().attemptsInBin(0)).isEqualTo(1200 + 500 + 400 + 300);
        // Counted from 3 s: 100 retry for a second, then 400 from 5 s and 300 from 6 s on.
        assertThat(run.door.levels().retrying.integral(micros(6.5)) / 1e6).isEqualTo(100 + 400 + 150);
    }

    @Test
    void shouldLetThoseInWhoAreThereFromTheBeginning() {
        fixture.viewers = 30;
        fixture.unlockMicros = 60 * SECOND;
        fixture.initial = List.of(new Initial(10, Holding.ALL, 0, 0, AudienceSpec.BY_SHARE, null));
        fixture.frontDoor = List.of(new ServiceSpec("login", 1, Law.constant(1), 1, ENDLESS, 0, 0));
        DoorRun run = new DoorRun(fixture).until(100);
        assertThat(run.facts().pressed()).isEqualTo(30);
        assertThat(run.facts().attempts()).isEqualTo(20);
        assertThat(run.facts().passes()).isEqualTo(20);
        for (int i = 0; i < 30; i++) {
            assertThat(run.viewer[i]).isEqualTo(i);
            assertThat(run.admitted[i]).isEqualTo(i < 10 ? 0 : (60 + i - 9) * SECOND);
        }
    }

    private DoorRun run(int viewers, double erlangs, int servers, int queueLimit) {
        endSeconds = viewers * UNIT / erlangs;
        fixture.poisson(viewers, endSeconds);
        fixture.warmupMicros = micros(endSeconds / 20);
        fixture.frontDoor = List.of(new ServiceSpec("login", servers, new Law.Exponential(UNIT), 1, queueLimit, 0, 0));
        return new DoorRun(fixture).until(endSeconds, 10);
    }

    private double mean(Level level) {
        return level.integral(micros(endSeconds)) / (double) (micros(endSeconds) - fixture.warmupMicros);
    }

    private double perUnit(long events) {
        return events * UNIT / (endSeconds * 19 / 20);
    }

    private static Retry byLaw(Law delay) {
        return new Retry(Backoff.LAW, 0, 0, Jitter.NONE, Retry.FOR_EVER, delay, 0);
    }

    private static long micros(double seconds) {
        return Math.round(seconds * 1e6);
    }
}
