package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective.Statistic;
import org.swarmload.scenario.Scenario;
import org.swarmload.scenario.SeriesWord;

class ExpectationBinderTest {
    private static final String KEPT = "decide: hybrid";

    private static String expecting(String... items) {
        return SmallScenario.with(KEPT, KEPT + "\nexpect:\n  - " + String.join("\n  - ", items));
    }

    private static Expectation one(String item) {
        return ScenarioReader.readText("small.yaml", expecting(item))
                .expectations()
                .get(0);
    }

    @Test
    void shouldReadAValueWithItsTolerance() {
        Expectation about = one("{metric: startup-time.p95, value: 4s, within: 250ms, source: a paper}");

        assertThat(about.metric()).isEqualTo(MetricWord.STARTUP_TIME);
        assertThat(about.statistic()).isEqualTo(Statistic.P95);
        assertThat(about.limits()).isEqualTo(new Expectation.Limits("4s within 250ms", 3.75, 4.25));
        assertThat(about.delivery()).isEqualTo("hybrid");
        assertThat(about.source()).isEqualTo("a paper");
        assertThat(about.every()).isFalse();
        assertThat(about.needsViewers()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "blocked-share, 0.0757, 0.004, 0.0717, 0.0797",
        "blocked-share, 7.57%, 0.004, 0.0717, 0.0797",
        "blocked-share, 50%, 10%, 0.45, 0.55",
        "attempts, 5500, exact, 5499.9945, 5500.0055",
        "startup-time, 100ms, exact, 0.099999, 0.100001",
        "startup-time, 100s, exact, 99.9999, 100.0001",
        "peer-bytes, 10MB, 10%, 9000000, 11000000"
    })
    void shouldTellRelativeFromAbsoluteTolerances(
            String metric, String value, String tolerance, double least, double most) {
        Expectation.Limits limits = one("{metric: %s, value: %s, within: %s}".formatted(metric, value, tolerance))
                .limits();

        assertThat(limits.least()).isCloseTo(least, within(1e-9 * most));
        assertThat(limits.most()).isCloseTo(most, within(1e-9 * most));
    }

    @Test
    void shouldReadLimitsThatNoRunMayBreak() {
        Expectation about = one("{metric: startup-time.max, at-least: 411.76s, every: true, delivery: p2p}");

        assertThat(about.limits().least()).isEqualTo(411.76);
        assertThat(about.limits().most()).isInfinite();
        assertThat(about.every()).isTrue();
        assertThat(about.delivery()).isEqualTo("p2p");
    }

    @Test
    void shouldReadALevelAtATime() {
        Expectation about = one("{metric: concurrent-viewers, at: 10min, value: 300, within: 5%}");

        assertThat(about.series()).isEqualTo(SeriesWord.CONCURRENT_VIEWERS);
        assertThat(about.metric()).isNull();
        assertThat(about.atMicros()).isEqualTo(600_000_000L);
    }

    @Test
    void shouldAskForATableOfViewersWhenAGroupIsMeant() {
        String item =
                "{metric: startup-time, at-most: 4s, where: {access: dsl, region: west, device: app, size: [1MB, 2MB]}}";
        Scenario scenario = ScenarioReader.readText("small.yaml", expecting(item));

        assertThat(scenario.expectations().get(0).who())
                .isEqualTo(new Expectation.Group("dsl", "west", "app", 1e6, 2e6));
        assertThat(ScenarioCompiler.compile(scenario, "p2p", 0).keepViewers()).isTrue();
        assertThat(ScenarioCompiler.compile(ScenarioReader.readText("small.yaml", SmallScenario.TEXT), "p2p", 0)
                        .keepViewers())
                .isFalse();
    }

    @Test
    void shouldReadARatioOfTwoDeliveries() {
        Expectation about = one("{metric: peer-bytes, delivery: p2p, relative-to: hybrid, at-least: 1.5}");

        assertThat(about.relativeTo()).isEqualTo("hybrid");
        assertThat(about.limits().least()).isEqualTo(1.5);
    }

    @Test
    void shouldMeanEveryDeliveryWhenNoneDecides() {
        String text = SmallScenario.with(KEPT, "expect: [{metric: viewers, value: 500, within: exact}]")
                .replaceFirst("objectives: .*\n", "");

        assertThat(ScenarioReader.readText("small.yaml", text)
                        .expectations()
                        .get(0)
                        .delivery())
                .isNull();
    }

    @Test
    void shouldListAllProblemsWithTheirPlace() {
        assertThat(SmallScenario.problems(expecting(
                        "{metric: startup-tim, value: 1s, within: 1%}",
                        "{metric: attempts.p95, value: 1, within: 1}",
                        "{metric: attempts, value: 1s, within: 1}",
                        "{metric: attempts}",
                        "{metric: attempts, value: 5}",
                        "{metric: attempts, value: 5, within: 1, at-most: 7}",
                        "{metric: attempts, at-least: 5, at-most: 4}",
                        "{metric: attempts, at-least: 5, where: {access: cable}}",
                        "{metric: startup-time, at-most: 5s, where: {access: cabel}}",
                        "{metric: attempts, at-least: 5, delivery: hybird}",
                        "{metric: attempts, at-least: 5, relative-to: p2p, delivery: p2p}",
                        "{metric: concurrent-viewers, at: 15s, value: 5, within: 1}",
                        "{metric: attempts, at-least: 5, per: attemts}",
                        "{metric: attempts, at-least: 5, sorce: x}")))
                .hasSize(14)
                .allSatisfy(
                        problem -> assertThat(problem).startsWith("small.yaml:").contains("expect."))
                .anySatisfy(problem -> assertThat(problem).contains("Maybe you meant startup-time"))
                .anySatisfy(problem -> assertThat(problem).contains("Maybe you meant hybrid"));
    }

    @Test
    void shouldDrawTheSeedOfACaseFromItsName() {
        String item = "{metric: viewers, value: 500, within: exact}";
        String unseeded = expecting(item).replaceFirst("seed: 7\n", "");
        long seed = ScenarioReader.readText("a.yaml", unseeded).seed();

        assertThat(ScenarioReader.readText("b.yaml", unseeded).seed()).isEqualTo(seed);
        assertThat(ScenarioReader.readText("a.yaml", unseeded.replace("Small night", "Other"))
                        .seed())
                .isNotEqualTo(seed);
        assertThat(ScenarioReader.readText("a.yaml", expecting(item)).seed()).isEqualTo(7);
        assertThat(List.of(seed)).allSatisfy(s -> assertThat(s).isBetween(0L, 1L << 32));
    }
}
