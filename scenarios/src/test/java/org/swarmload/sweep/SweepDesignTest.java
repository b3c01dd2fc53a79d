package org.swarmload.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.yaml.ScenarioException;
import org.swarmload.yaml.ScenarioReader;
import org.swarmload.yaml.Vary;

class SweepDesignTest {
    private static final SweepDesign.Source NIGHT = new SweepDesign.Source("premiere-night", List.of(), List.of());

    private static SweepDesign design(boolean zip, String... varied) {
        return SweepDesign.of(NIGHT, Vary.readAll(List.of(varied)), zip, List.of("cdn", "hybrid"), "1");
    }

    @Test
    void shouldMakeAPointOfEveryCombination() {
        SweepDesign grid = design(false, "audience.viewers=100,200", "front-door.login.calls=1,2,3");
        assertThat(grid.points())
                .extracting(point -> String.join(" ", point.values()))
                .containsExactly("100 1", "100 2", "100 3", "200 1", "200 2", "200 3");
        Scenario last = grid.points().get(5).scenario();
        assertThat(last.audience().viewers()).isEqualTo(200);
        assertThat(last.frontDoor().get(0).calls()).isEqualTo(3);
        assertThat(grid.runs()).isEqualTo(6 * 2 * grid.replications());
    }

    @Test
    void shouldPairValuesUpWhenZipped() {
        SweepDesign zip = design(true, "audience.viewers=100,200", "front-door.login.calls=1,2");
        assertThat(zip.points())
                .extracting(point -> String.join(" ", point.values()))
                .containsExactly("100 1", "200 2");
        assertThatThrownBy(() -> design(true, "audience.viewers=100,200", "front-door.login.calls=1,2,3"))
                .isInstanceOf(SweepDesign.Impossible.class)
                .hasMessageContaining("audience.viewers has 2 values and front-door.login.calls has 3");
    }

    @Test
    void shouldSayEveryPointsProblemOnceWithItsOption() {
        assertThatThrownBy(() -> design(false, "audience.viewers=100,2Mbps", "front-door.login.cals=1,2"))
                .isInstanceOfSatisfying(ScenarioException.class, problem -> {
                    assertThat(problem.problems()).hasSize(2);
                    assertThat(problem.getMessage())
                            .contains("--vary audience.viewers=100,2Mbps", "'2Mbps'")
                            .contains("--vary front-door.login.cals=1,2", "calls");
                });
    }

    private static SweepDesign unknown(String law, String varied) {
        return SweepDesign.of(
                new SweepDesign.Source("premiere-night", List.of(), List.of("unknowns.audience.viewers=" + law)),
                Vary.readAll(List.of(varied)),
                false,
                List.of("cdn"),
                "1");
    }

    /** Points differ by what varies alone: on the same night the same is drawn. */
    @Test
    void shouldDrawTheSameNightsAtEveryPoint() {
        SweepDesign factors = unknown("{times: {uniform: [0.5, 1.5]}}", "audience.viewers=1k,2k");
        for (int night = 0; night < 10; night++) {
            assertThat(factors.points()
                            .get(1)
                            .scenario()
                            .night(night)
                            .audience()
                            .viewers())
                    .isCloseTo(
                            2
                                    * factors.points()
                                            .get(0)
                                            .scenario()
                                            .night(night)
                                            .audience()
                                            .viewers(),
                            within(2));
        }
        SweepDesign laws = unknown("{uniform: [1k, 2k]}", "front-door.login.calls=1,2");
        assertThat(laws.points().get(0).scenario().night(3).audience().viewers())
                .isEqualTo(laws.points().get(1).scenario().night(3).audience().viewers());
    }

    @Test
    void shouldVaryNothingThatEveryNightDraws() {
        assertThatThrownBy(() -> unknown("{uniform: [1k, 2k]}", "audience.viewers=1k,2k"))
                .isInstanceOf(SweepDesign.Impossible.class)
                .hasMessage("--vary audience.viewers=1k,2k: every night draws audience.viewers, whatever is written "
                        + "there, because it is unknown.\nMaybe vary unknowns.audience.viewers, or take that away with "
                        + "--set 'unknowns.audience.viewers=!remove'.");
        assertThat(unknown("{uniform: [1k, 2k]}", "unknowns.audience.viewers={uniform: [1k, 2k]},{uniform: [2k, 4k]}")
                        .points())
                .hasSize(2);
    }

    @Test
    void shouldRefuseWhatWouldNeverEnd() {
        assertThatThrownBy(() -> design(false, "audience.viewers=1:200+1", "front-door.login.calls=1:200+1"))
                .hasMessageContaining("40000 points");
    }

    @Test
    void shouldRunEachPointFromItsOwnScenario() {
        for (SweepPoint point : design(false, "audience.viewers=30k,100k").points()) {
            assertThat(point.scenario().effectiveYaml())
                    .contains("viewers: " + point.values().get(0));
            assertThat(point.scenario().seed())
                    .isEqualTo(ScenarioReader.read("premiere-night").seed());
        }
    }

    @Test
    void shouldCutEveryPointAsTheLargestIsCut() {
        SweepDesign design = design(false, "audience.viewers=10k,50k,132k");
        // The swarm of 132,000 has six cells of 22,000; by itself 50,000 would be two cells of 25,000 and the CDN
        // five.
        assertThat(design.cells().viewersPerCell()).isEqualTo(22_000);
        assertThat(design.points()).extracting(SweepDesignTest::cells).containsExactly("1 1", "2 2", "6 6");
        assertThat(design.points().get(2).scenario().effectiveYaml()).contains("cells: 6");
    }

    private static String cells(SweepPoint point) {
        return ScenarioCompiler.compile(point.scenario(), "cdn", 0).cells() + " "
                + ScenarioCompiler.compile(point.scenario(), "hybrid", 0).cells();
    }

    @Test
    void shouldLeaveCellsAloneWhereTheyAreAlikeOrChosen() {
        assertThat(design(false, "audience.viewers=1k,10k").cells().sets()).isFalse();
        assertThat(design(false, "engine.cells=1,4").points())
                .extracting(SweepDesignTest::cells)
                .containsExactly("1 1", "4 4");
        SweepDesign.Source chosen = new SweepDesign.Source("premiere-night", List.of(), List.of("engine.cells=3"));
        SweepDesign design = SweepDesign.of(
                chosen, Vary.readAll(List.of("audience.viewers=50k,110k")), false, List.of("cdn", "hybrid"), "1");
        assertThat(design.points()).extracting(SweepDesignTest::cells).containsExactly("3 3", "3 3");
    }

    @Test
    void shouldStampPointsByWhatTheyComeFrom() {
        SweepPoint point = design(false, "audience.viewers=100,200").points().get(1);
        assertThat(design(false, "audience.viewers=50,200").points().get(1).stamp())
                .isEqualTo(point.stamp());
        assertThat(design(false, "audience.viewers=50,201").points().get(1).stamp())
                .isNotEqualTo(point.stamp());
        List<Vary> varies = Vary.readAll(List.of("audience.viewers=100,200"));
        assertThat(SweepDesign.of(NIGHT, varies, false, List.of("cdn"), "1")
                        .points()
                        .get(1)
                        .stamp())
                .isNotEqualTo(point.stamp());
        assertThat(SweepDesign.of(NIGHT, varies, false, List.of("cdn", "hybrid"), "2")
                        .points()
                        .get(1)
                        .stamp())
                .isNotEqualTo(point.stamp());
    }
}
