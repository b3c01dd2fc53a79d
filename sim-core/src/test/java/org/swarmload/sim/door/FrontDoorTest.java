package org.swarmload.sim.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.swarmload.sim.audience.ModelFixture.SECOND;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.audience.ModelFixture;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Backoff;
import org.swarmload.sim.model.AudienceSpec.Jitter;
import org.swarmload.sim.model.AudienceSpec.Patience;
import org.swarmload.sim.model.AudienceSpec.Reload;
import org.swarmload.sim.model.AudienceSpec.Retry;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ServiceSpec;

class FrontDoorTest {
    private static final int ENDLESS = Integer.MAX_VALUE;

    private final ModelFixture fixture = new ModelFixture();

    @Test
    void shouldAdmitEverybodyAtThePressWhenTheDoorIsOpen() {
        fixture.poisson(5000, 100);
        DoorRun run = new DoorRun(fixture).until(100);
        assertThat(run.size).isEqualTo(5000);
        for (int i = 0; i < 5000; i++) {
            assertThat(run.admitted[i]).isEqualTo(fixture.audience().pressMicros(run.viewer[i]));
            assertThat(run.admitted[i]).isGreaterThanOrEqualTo(run.admitted[Math.max(0, i - 1)]);
        }
        assertThat(run.facts().attempts()).isZero();
    }

    @Test
    void shouldPassServicesAndCallsOneAfterTheOther() {
        fixture.viewers = 1;
        fixture.access = List.of(new Access("far", 1, Law.constant(1e7), Law.constant(1e6), Law.constant(0.1), true));
        fixture.frontDoor = List.of(
                new ServiceSpec("login", 1, Law.constant(0.5), 1, 0, 0, 20_000),
                new ServiceSpec("licence", 1, Law.constant(0.25), 3, 0, 0, 5_000));
        DoorRun run = new DoorRun(fixture, new long[] {7 * SECOND}).until(20);
        assertThat(run.admitted[0]).isEqualTo(7 * SECOND + 620_000 + 3 * 355_000);
        assertThat(run.facts().attempts()).isEqualTo(4);
        assertThat(run.facts().passes()).isEqualTo(1);
    }

    /** A place that becomes free at an instant is there for who comes at that instant. */
    @Test
    void shouldLetDeparturesGoFirst() {
        fixture.viewers = 3;
        fixture.frontDoor = List.of(new ServiceSpec("login", 1, Law.constant(1), 1, 0, 0, 0));
        DoorRun run = new DoorRun(fixture, new long[] {2 * SECOND, SECOND, 0}).until(10);
        assertThat(run.facts().http503()).isZero();
        assertThat(Arrays.copyOf(run.viewer, 3)).containsExactly(2, 1, 0);
    }

    @Test
    void shouldTakeACallThatTimesOutOutOfTheQueue() {
        fixture.viewers = 4;
        fixture.frontDoor = List.of(new ServiceSpec("login", 1, Law.constant(10), 1, 2, 3 * SECOND, 0));
        // 0 is served until 10; 1 and 2 wait and give up at 4 and 5; their place is free for 3, who gives up at 9.5.
        DoorRun run = new DoorRun(fixture, new long[] {0, SECOND, 2 * SECOND, 6_500_000}).until(30);
        assertThat(run.facts().http503()).isZero();
        assertThat(run.facts().admitted()).isEqualTo(4);
        assertThat(run.facts().startFailures(0)).isEqualTo(3);
        assertThat(run.facts().exitsBeforeStart()).isZero();
        assertThat(run.size).isEqualTo(1);
    }

    /** One server of 10 s, no queue: retries at 1, 2, 3 s, an error page for 5 s, then the same again, then the end. */
    @Test
    void shouldRetryThenReloadThenFail() {
        fixture.viewers = 2;
        fixture.frontDoor = List.of(new ServiceSpec("login", 1, Law.constant(100), 1, 0, 0, 0));
        fixture.retry = new Retry(Backoff.FIXED, SECOND, 0, Jitter.NONE, 3);
        fixture.reload = new Reload(Law.constant(5), 2);
        DoorRun run = new DoorRun(fixture, new long[] {0, 10}).until(18);
        assertThat(run.facts().http503()).isEqualTo(10);
        assertThat(run.facts().startFailures()).isZero();
        run.until(50);
        assertThat(run.facts().http503()).isEqualTo(12);
        assertThat(run.facts().startFailures(0)).isEqualTo(1);
        assertThat(run.door.waiting()).isEqualTo(1);
    }

    @Test
    void shouldLeaveWhenPatienceRunsOut() {
        fixture.viewers = 1001;
        fixture.patience = new Patience(2, 0.1, 0.5, Law.constant(60));
        fixture.frontDoor = List.of(new ServiceSpec("login", 1, Law.constant(1000), 1, ENDLESS, 0, 0));
        DoorRun run = new DoorRun(fixture).until(2);
        assertThat(run.facts().exitsBeforeStart(0)).isZero();
        run.until(4.5);
        assertThat(run.facts().exitsBeforeStart(0)).isCloseTo(250L, within(45L));
        run.until(20);
        assertThat(run.facts().exitsBeforeStart(0)).isCloseTo(500L, within(50L));
        assertThat(run.facts().startFailures()).isZero();
        assertThat(run.facts().pressed()).isEqualTo(1001);
        assertThat(run.door.waiting()).isEqualTo(1001 - run.facts().exitsBeforeStart());
    }

    /** Who leaves while being served gets no answer, but the server works on. */
    @Test
    void shouldKeepTheServerOfAViewerWhoLeft() {
        fixture.viewers = 2;
        fixture.patience = new Patience(3, 1e9, 1, Law.constant(60));
        fixture.frontDoor = List.of(new ServiceSpec("login", 1, Law.constant(10), 1, 0, 0, 0));
        DoorRun run = new DoorRun(fixture, new long[] {0, 5 * SECOND}).until(30);
        assertThat(run.facts().exitsBeforeStart()).isEqualTo(1);
        assertThat(run.facts().http503()).isEqualTo(1);
        assertThat(run.size).isZero();
    }

    /** Nobody runs out of patience at the error page, and a reload begins with fresh patience. */
    @Test
    void shouldCountPatienceFromTheLatestPress() {
        fixture.viewers = 2;
        fixture.patience = new Patience(4, 1e9, 1, Law.constant(60));
        fixture.reload = new Reload(Law.constant(10), 1);
        fixture.frontDoor = List.of(new ServiceSpec("login", 1, Law.constant(3.5), 1, 0, 0, 0));
        DoorRun run = new DoorRun(fixture, new long[] {0, SECOND}).until(30);
        assertThat(run.size).isEqualTo(2);
        assertThat(run.press[1]).isEqualTo(11 * SECOND);
        assertThat(run.admitted[1]).isEqualTo(14_500_000);
    }

    @Test
    void shouldBreakAndIgnoreCallsWhileAServiceIsDown() {
        fixture.viewers = 4;
        fixture.retry = new Retry(Backoff.FIXED, SECOND, 0, Jitter.NONE, 3);
        fixture.frontDoor = List.of(new ServiceSpec("login", 1, Law.constant(4), 1, 10, 0, 0));
        fixture.faults = List.of(
                new FaultSpec(3 * SECOND, 2 * SECOND, FaultSpec.Target.SERVICE, "login"),
                new FaultSpec(0, 100 * SECOND, FaultSpec.Target.SERVICE, "another"),
                new FaultSpec(0, 100 * SECOND, FaultSpec.Target.ORIGIN, "login"));
        // 0 is served and 1 waits when the fault begins; 2 comes during it, 3 after it.
        DoorRun run = new DoorRun(fixture, new long[] {0, SECOND, 4_500_000, 20 * SECOND}).until(2.9);
        assertThat(run.facts().attempts()).isEqualTo(2);
        run.until(5, 5);
        assertThat(run.door.constrained()).isTrue();
        assertThat(run.facts().attempts()).isEqualTo(2);
        run.until(40);
        // Retries of 0 and 1 at 5 s, of 2 at 5.5 s: service until 9, 13, 17 s.
        assertThat(Arrays.copyOf(run.viewer, 4)).containsExactly(0, 1, 2, 3);
        assertThat(Arrays.copyOf(run.admitted, 4)).containsExactly(9 * SECOND, 13 * SECOND, 17 * SECOND, 24 * SECOND);
        assertThat(run.facts().attempts()).isEqualTo(6);
        assertThat(run.facts().http503()).isZero();
        assertThat(run.door.constrained()).isFalse();
    }

    @Test
    void shouldChargeAStartThatFailedAtADownServiceToTheFault() {
        fixture.viewers = 1;
        fixture.frontDoor = List.of(new ServiceSpec("login", 1, Law.constant(4), 1, 10, 0, 0));
        fixture.faults = List.of(new FaultSpec(0, SECOND, FaultSpec.Target.SERVICE, "login"));
        DoorRun run = new DoorRun(fixture).until(10);
        assertThat(run.facts().startFailures(run.door.faultCause())).isEqualTo(1);
        assertThat(run.facts().startFailures(0)).isZero();
    }

    @Test
    void shouldReloadAfterAFailureInACell() {
        fixture.viewers = 1;
        fixture.reload = new Reload(Law.constant(5), 1);
        fixture.frontDoor = List.of(new ServiceSpec("login", 1, Law.constant(1), 1, 0, 0, 0));
        DoorRun run = new DoorRun(fixture).until(2);
        assertThat(run.door.admittedCause(0)).isEqualTo(FrontDoor.NO_CAUSE);
        run.door.startFailed(0, 1_500_000, 3);
        assertThat(run.door.waiting()).isEqualTo(1);
        run.until(10, 10);
        assertThat(run.door.admittedPress(0)).isEqualTo(1);
        assertThat(run.door.admittedPressMicros(0)).isEqualTo(6_500_000);
        assertThat(run.door.admittedCause(0)).isEqualTo(3);
        run.door.startFailed(0, 9 * SECOND, 4);
        assertThat(run.facts().startFailures(4)).isEqualTo(1);
        assertThat(run.door.waiting()).isZero();
        assertThatThrownBy(() -> run.door.startFailed(0, 9 * SECOND, 4)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> run.door.startFailed(0, 9 * SECOND, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotReloadInThePast() {
        fixture.viewers = 1;
        fixture.reload = new Reload(Law.constant(1), 1);
        DoorRun run = new DoorRun(fixture).until(20, 10);
        run.door.startFailed(0, SECOND, 0);
        run.until(30, 10);
        assertThat(run.door.admittedPressMicros(0)).isEqualTo(20 * SECOND);
    }

    @Test
    void shouldCountByBins() {
        fixture.viewers = 300;
        fixture.frontDoor = List.of(new ServiceSpec("login", 1, Law.constant(0.1), 1, 150, 0, 0));
        DoorRun run = new DoorRun(fixture).until(30);
        assertThat(run.facts().attemptsInBin(0)).isEqualTo(300);
        assertThat(run.facts().http503InBin(0)).isEqualTo(149);
        assertThat(run.facts().attemptsInBin(1)).isZero();
        // The viewer whose service ends at 10 s exactly is still there at the end of the bin before.
        assertThat(run.facts().atEndOfBin(DoorFacts.Row.WAITING, 0)).isEqualTo(52);
        assertThat(run.facts().atEndOfBin(DoorFacts.Row.WAITING, 1)).isZero();
    }

    @Test
    void shouldOrderPressesByTimeThenNumber() {
        Random random = new Random(3);
        long[] press =
                random.longs(20_000, 0, 1L << 41).map(t -> t % 3 == 0 ? 5 : t).toArray();
        int[] order = PressOrder.of(press);
        for (int i = 1; i < order.length; i++) {
            long before = press[order[i - 1]];
            long here = press[order[i]];
            assertThat(before < here || (before == here && order[i - 1] < order[i]))
                    .isTrue();
        }
        assertThat(Arrays.stream(order).distinct().count()).isEqualTo(20_000);
    }
}
