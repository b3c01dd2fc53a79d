package org.swarmload.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.swarmload.limits.AudiencePoint.Delivery;
import org.swarmload.limits.AudiencePoint.Run;
import org.swarmload.limits.Limit.State;
import org.swarmload.limits.Resource.Kind;
import org.swarmload.scenario.Objective;

/** Where a scan looks, on made-up nights of which the limits are known. */
class LimitScanTest {
    private static final Resource LOGIN = new Resource(Kind.DOOR, "login");
    private static final Resource EDGE = new Resource(Kind.LINK, "edge:east");

    @TempDir
    static Path folder;

    private final List<List<Integer>> asked = new ArrayList<>();
    private LimitsDesign design;
    private Objective objective;

    @BeforeEach
    void design() throws java.io.IOException {
        design = SmallNight.design(SmallNight.in(folder), "servers");
        objective = design.scenario().objectives().get(0);
    }

    private AudiencePoint point(int audience, IntPredicate login, IntPredicate edge, Double failures) {
        List<Fullness> resources = List.of(
                new Fullness(LOGIN, login.test(audience) ? (Long) 60_000_000L : null, 0, 0),
                new Fullness(EDGE, edge.test(audience) ? (Long) 120_000_000L : null, 0, 0));
        List<Promise> promises = List.of(new Promise(objective, failures, null));
        Run run = new Run(audience, resources, promises, new Blame(audience, 0, Map.of(), Map.of()));
        return new AudiencePoint(audience, 0, List.of(new Delivery("servers", List.of(run))));
    }

    private LimitsResult scan(IntPredicate login, IntPredicate edge, java.util.function.IntFunction<Double> failures) {
        return new LimitScan(design, audiences -> {
                    asked.add(audiences);
                    return audiences.stream()
                            .map(audience -> point(audience, login, edge, failures.apply(audience)))
                            .toList();
                })
                .scan();
    }

    private static Limit limit(LimitsResult result, String id) {
        return result.limits().stream()
                .filter(limit -> limit.what().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldFindEachThresholdWithinTwoPercent() {
        LimitsResult result = scan(a -> a >= 1_234, a -> a >= 5_001, a -> a >= 300 ? 0.02 : 0.0);
        assertThat(asked.get(0)).containsExactly(200, 400, 800, 1_600, 3_200, 6_400);
        assertThat(result.limits())
                .extracting(limit -> limit.what().id())
                .containsExactly("start-failures < 1%", "door:login", "link:edge:east");
        for (Limit limit : result.limits()) {
            assertThat(limit.state()).isEqualTo(State.FOUND);
            assertThat(limit.at()).isLessThanOrEqualTo((int) Math.ceil(limit.below() * 1.02));
        }
        assertThat(limit(result, "door:login").below()).isLessThan(1_234);
        assertThat(limit(result, "door:login").at()).isGreaterThanOrEqualTo(1_234);
        assertThat(limit(result, "door:login").micros()).isEqualTo(60_000_000L);
        assertThat(result.partial()).isFalse();
        // Six halvings of three brackets side by side, not one after the other.
        assertThat(asked).hasSize(7);
        assertThat(asked.get(1)).hasSize(3);
    }

    @Test
    void shouldShareRunsOfOneBracket() {
        scan(a -> a >= 1_234, a -> a >= 1_240, a -> 0.0);
        assertThat(asked.get(1)).containsExactly(1_131);
        assertThat(asked.stream().mapToInt(List::size).sum()).isLessThan(6 + 9);
    }

    @Test
    void shouldSayWhatIsNotReachedOrThereAlreadyOrNotMeasured() {
        LimitsResult result = scan(a -> false, a -> true, a -> null);
        assertThat(limit(result, "door:login").state()).isEqualTo(State.NOT_REACHED);
        assertThat(limit(result, "door:login").below()).isEqualTo(6_400);
        assertThat(limit(result, "link:edge:east").state()).isEqualTo(State.ALREADY);
        assertThat(limit(result, "link:edge:east").at()).isEqualTo(200);
        assertThat(limit(result, "start-failures < 1%").state()).isEqualTo(State.NOT_MEASURED);
        assertThat(asked).hasSize(1);
    }

    @Test
    void shouldNameLargerAudiencesAtWhichItDoesNotHappen() {
        LimitsResult result = scan(a -> a >= 500 && a <= 2_000, a -> false, a -> 0.0);
        Limit login = limit(result, "door:login");
        assertThat(login.state()).isEqualTo(State.FOUND);
        assertThat(login.at()).isBetween(500, 510);
        assertThat(login.notAt()).containsExactly(3_200, 6_400);
    }

    /** A middle may show that it happens earlier than the ladder showed: then that is the bracket. */
    @Test
    void shouldFollowTheLeastAudienceAtWhichItHappens() {
        LimitsResult result = scan(a -> a >= 1_000 && a <= 1_200 || a >= 1_500, a -> a >= 1_150, a -> 0.0);
        Limit login = limit(result, "door:login");
        assertThat(login.at()).isBetween(1_000, 1_020);
        assertThat(login.notAt()).allMatch(audience -> audience > 1_200 && audience < 1_500);
    }

    @Test
    void shouldStopAtOneViewer() throws java.io.IOException {
        design = SmallNight.design(SmallNight.in(folder, "audience.viewers=8"), "servers");
        LimitsResult result = scan(a -> a >= 11, a -> false, a -> 0.0);
        assertThat(limit(result, "door:login").at()).isEqualTo(11);
        assertThat(limit(result, "door:login").below()).isEqualTo(10);
    }

    @Test
    void shouldKeepWhatWasFinishedWhenInterrupted() {
        LimitsResult result = new LimitScan(design, audiences -> {
                    asked.add(audiences);
                    return audiences.stream()
                            .limit(asked.size() == 1 ? 6 : 0)
                            .map(audience -> point(audience, a -> a >= 1_234, a -> false, 0.0))
                            .toList();
                })
                .scan();
        assertThat(result.partial()).isTrue();
        assertThat(result.points()).hasSize(6);
        assertThat(limit(result, "door:login").at()).isEqualTo(1_600);
        assertThat(limit(result, "door:login").below()).isEqualTo(800);
    }
}
