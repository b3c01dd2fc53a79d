package org.swarmload.sim.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.swarmload.sim.audience.ModelFixture.SECOND;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Arrival;
import org.swarmload.sim.model.AudienceSpec.Backoff;
import org.swarmload.sim.model.AudienceSpec.Holding;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.AudienceSpec.Jitter;
import org.swarmload.sim.model.AudienceSpec.Patience;
import org.swarmload.sim.model.AudienceSpec.Region;
import org.swarmload.sim.model.AudienceSpec.Reload;
import org.swarmload.sim.model.AudienceSpec.Retry;
import org.swarmload.sim.model.EngineSpec;
import org.swarmload.sim.model.Given;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;

class AudienceTest {
    private static final int MANY = 200_000;

    private final ModelFixture fixture = new ModelFixture();

    @Test
    void shouldWaitForTheUnlock() {
        fixture.unlockMicros = 100 * SECOND;
        fixture.arrivals = List.of(new Arrival(0.25, new Law.Uniform(-200, 0)), new Arrival(0.75, Law.constant(30)));
        Audience audience = fixture.audience();
        for (int v = 0; v < 10_000; v++) {
            assertThat(audience.arrivalMicros(v)).isBetween(0L, 130 * SECOND);
            assertThat(audience.pressMicros(v)).isIn(100 * SECOND, 130 * SECOND);
        }
        assertThat(share(v -> audience.pressMicros(v) == 100 * SECOND)).isCloseTo(0.25, within(0.004));
        // Half of a quarter would have come before time began: they are there from the start.
        assertThat(share(v -> audience.arrivalMicros(v) == 0)).isCloseTo(0.125, within(0.003));
    }

    @Test
    void shouldNoticeTheUnlockAfterAWhile() {
        fixture.unlockMicros = 100 * SECOND;
        fixture.noticeSeconds = new Law.Uniform(0, 4);
        fixture.arrivals = List.of(new Arrival(0.5, Law.constant(-50)), new Arrival(0.5, Law.constant(0)));
        Audience audience = fixture.audience();
        assertThat(share(v -> audience.pressMicros(v) == 100 * SECOND)).isCloseTo(0.5, within(0.005));
        assertThat(share(v -> audience.pressMicros(v) > 102 * SECOND)).isCloseTo(0.25, within(0.004));
        assertThat(share(v -> audience.pressMicros(v) > 104 * SECOND)).isZero();
    }

    /** Who is on which line, groups on a given class included, is what mathematics expects. */
    @Test
    void shouldDealLinesAsIsExpectedOfAll() {
        Law any = Law.constant(1e6);
        fixture.access = List.of(new Access("a", 0.3, any, any, any, true), new Access("b", 0.7, any, any, any, true));
        fixture.initial = List.of(
                new Initial(MANY / 10, Holding.ALL, 0, 0, 0, null),
                new Initial(MANY / 5, Holding.NONE, 0, 0, AudienceSpec.BY_SHARE, null));
        fixture.viewers = MANY;
        AudienceSpec spec = fixture.model().audience();
        Audience audience = fixture.audience();

        assertThat(spec.accessShares()[0]).isCloseTo(0.1 + 0.9 * 0.3, within(1e-9));
        assertThat(share(v -> audience.access(v) == 0)).isCloseTo(spec.accessShares()[0], within(0.004));
        assertThat(spec.peopleByAccess(group -> group.holding() == Holding.NONE))
                .containsExactly(new double[] {0.27 * MANY, 0.63 * MANY}, within(1e-6));
    }

    @Test
    void shouldDealClassesByTheirShares() {
        fixture.regions = List.of(new Region("a", 0.2), new Region("b", 0.5), new Region("c", 0.3));
        fixture.access = List.of(
                new Access("mobile", 0.4, Law.constant(5e6), Law.constant(2e6), Law.constant(0.06), false),
                new Access("dsl", 0.6, Law.constant(20e6), Law.constant(4e6), Law.constant(0.02), true));
        Audience audience = fixture.audience();
        assertThat(share(v -> audience.region(v) == 0)).isCloseTo(0.2, within(0.004));
        assertThat(share(v -> audience.region(v) == 1)).isCloseTo(0.5, within(0.004));
        assertThat(share(v -> audience.access(v) == 0)).isCloseTo(0.4, within(0.004));
        for (int v = 0; v < 1000; v++) {
            boolean mobile = audience.access(v) == 0;
            assertThat(audience.upBps(v)).isEqualTo(mobile ? 0 : 4_000_000);
            assertThat(audience.downBps(v)).isEqualTo(mobile ? 5_000_000 : 20_000_000);
            assertThat(audience.rttMicros(v)).isEqualTo(mobile ? 60_000 : 20_000);
        }
    }

    @Test
    void shouldNeverHaveALineOfNoRate() {
        fixture.access = List.of(new Access("dead", 1, Law.constant(0), Law.constant(0), Law.constant(0), true));
        assertThat(fixture.audience().downBps(3)).isEqualTo(1000);
        assertThat(fixture.audience().upBps(3)).isEqualTo(1000);
    }

    @Test
    void shouldLoseViewersAsTheLawOfPatienceSays() {
        fixture.patience = new Patience(2, 0.058, 0.8, Law.constant(60));
        Audience audience = fixture.audience();
        for (double seconds : new double[] {2, 5, 10, 14, 30, 1000}) {
            long limit = (long) (seconds * SECOND);
            double expected = Math.min(0.8, 0.058 * (seconds - 2));
            assertThat(share(v -> audience.patienceMicros(v, 0) <= limit)).isCloseTo(expected, within(0.004));
        }
        assertThat(share(v -> audience.patienceMicros(v, 1) == Long.MAX_VALUE)).isCloseTo(0.2, within(0.004));
        // One draw for each press: a second press is a new chance.
        assertThat(share(v -> audience.patienceMicros(v, 0) == Long.MAX_VALUE
                        && audience.patienceMicros(v, 1) == Long.MAX_VALUE))
                .isCloseTo(0.04, within(0.002));
    }

    @Test
    void shouldCutTheStayAtTheTitle() {
        fixture.staySeconds = new Law.Exponential(3600);
        Audience audience = fixture.audience();
        assertThat(share(v -> audience.stayMicros(v) == 3600 * SECOND)).isCloseTo(0.36788, within(0.005));
        assertThat(IntStream.range(0, MANY)
                        .mapToLong(audience::stayMicros)
                        .min()
                        .getAsLong())
                .isPositive();
    }

    @Test
    void shouldBackOff() {
        fixture.retry = new Retry(Backoff.EXPONENTIAL, SECOND, 10 * SECOND, Jitter.NONE, 6);
        Audience audience = fixture.audience();
        assertThat(IntStream.range(0, 6).mapToLong(a -> audience.retryDelayMicros(0, 0, a) / SECOND))
                .containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
        assertThat(audience.retriesLeft(5)).isTrue();
        assertThat(audience.retriesLeft(6)).isFalse();
        assertThat(audience.retryDelayMicros(0, 0, Integer.MAX_VALUE)).isEqualTo(10 * SECOND);
    }

    @Test
    void shouldSpreadRetriesByJitter() {
        fixture.retry = new Retry(Backoff.FIXED, SECOND, 0, Jitter.FULL, 6);
        Audience full = fixture.audience();
        assertThat(share(v -> full.retryDelayMicros(v, 0, 0) < SECOND / 4)).isCloseTo(0.25, within(0.004));
        assertThat(full.retryDelayMicros(1, 0, 0)).isNotEqualTo(full.retryDelayMicros(1, 1, 0));
        assertThat(full.retryDelayMicros(1, 0, 0)).isNotEqualTo(full.retryDelayMicros(1, 0, 1));
        assertThat(full.retryDelayMicros(1, -1, 0)).isNotEqualTo(full.retryDelayMicros(1, -1, 1));

        fixture.retry = new Retry(Backoff.FIXED, SECOND, 0, Jitter.EQUAL, 6);
        Audience equal = fixture.audience();
        assertThat(share(v -> equal.retryDelayMicros(v, 0, 0) < SECOND / 2)).isZero();
        assertThat(share(v -> equal.retryDelayMicros(v, 0, 0) < SECOND * 3 / 4)).isCloseTo(0.5, within(0.005));

        fixture.retry = new Retry(Backoff.NONE, SECOND, 0, Jitter.NONE, 6);
        assertThat(fixture.audience().retriesLeft(0)).isFalse();
        fixture.retry = new Retry(Backoff.FIXED, 0, 0, Jitter.NONE, 6);
        assertThat(fixture.audience().retryDelayMicros(0, 0, 0)).isEqualTo(1);
    }

    @Test
    void shouldReload() {
        fixture.reload = new Reload(new Law.Exponential(5), 2);
        Audience audience = fixture.audience();
        assertThat(audience.maxReloads()).isEqualTo(2);
        assertThat(IntStream.range(0, MANY)
                        .mapToLong(v -> audience.reloadDelayMicros(v, 0))
                        .average()
                        .getAsDouble())
                .isCloseTo(5e6, within(5e4));
    }

    @Test
    void shouldDealCellsEvenly() {
        Audience audience = fixture.audience();
        for (int cell = 0; cell < 7; cell++) {
            int which = cell;
            assertThat(share(v -> audience.cellOf(v, 7) == which)).isCloseTo(1.0 / 7, within(0.004));
        }
        assertThat(share(v -> audience.cellOf(v, 1) == 0)).isEqualTo(1);
    }

    /** Common random numbers: the people are those of the seed, whatever serves them. */
    @Test
    void shouldNotDependOnTheDelivery() {
        fixture.poisson(1000, 600);
        fixture.access = List.of(new Access(
                "dsl", 1, Law.Lognormal.ofMedian(2e7, 1), Law.Lognormal.ofMedian(4e6, 1), Law.constant(0.02), true));
        ModelSpec one = fixture.model();
        ModelSpec other = Given.model(
                "another",
                one.seed(),
                one.replication(),
                one.content(),
                one.audience(),
                List.of(),
                Given.delivery(Given.server("o", 1, 1, 1, 1, 1), List.of(), null, null),
                one.player(),
                List.of(),
                new EngineSpec(9, SECOND, EngineSpec.CheckMode.FAST),
                1);
        Audience first = new Audience(one);
        Audience second = new Audience(other);
        fixture.seed = 2;
        Audience stranger = fixture.audience();
        for (int v = 0; v < 1000; v++) {
            assertThat(second.pressMicros(v)).isEqualTo(first.pressMicros(v));
            assertThat(second.downBps(v)).isEqualTo(first.downBps(v));
            assertThat(second.upBps(v)).isEqualTo(first.upBps(v));
            assertThat(stranger.downBps(v)).isNotEqualTo(first.downBps(v));
        }
    }

    private static double share(IntPredicate viewer) {
        return IntStream.range(0, MANY).filter(viewer).count() / (double) MANY;
    }
}
