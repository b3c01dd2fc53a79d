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

    private static final String FILE = """
            schema: 1
            name: Sizes
            content: {kind: file, size: %s}
            audience:
              viewers: 5
              arrivals: [{share: 100%%, at: 0s}]
              access: {line: {share: 100%%, down: 20Mbps, up: 1Mbps, rtt: 20ms}}
            deliveries: {servers: {origin: {uplink: 1Gbps}}}
            expect: [{metric: completion-time, at-most: 1min, where: {size: [5MB, 6MB]}}]
            """;

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
        assertThat(about.limits())
                .isEqualTo(new Expectation.Limits("4s within 250ms", 3.75, 4.25, new Expectation.Notation("s", 1, 1)));
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
        String item = "{metric: startup-time, at-most: 4s, where: {access: dsl, region: west, device: app}}";
        Scenario scenario = ScenarioReader.readText("small.yaml", expecting(item));

        assertThat(scenario.expectations().get(0).who())
                .isEqualTo(new Expectation.Group("dsl", "west", "app", 0, Double.POSITIVE_INFINITY));
        assertThat(ScenarioCompiler.compile(scenario, "p2p", 0).keepViewers()).isTrue();
        assertThat(ScenarioCompiler.compile(ScenarioReader.readText("small.yaml", SmallScenario.TEXT), "p2p", 0)
                        .keepViewers())
                .isFalse();
    }

    @Test
    void shouldRememberHowValuesAreWritten() {
        assertThat(one("{metric: startup-time, at-most: 2min30.50s}").limits().notation())
                .isEqualTo(new Expectation.Notation("s", 1, 5));
        assertThat(one("{metric: blocked-share, value: 0.0757, within: 0.004}")
                        .limits()
                        .notation())
                .isEqualTo(new Expectation.Notation("", 1, 3));
        assertThat(one("{metric: edge-bytes, delivery: cdn, at-least: 100GB}")
                        .limits()
                        .notation())
                .isEqualTo(new Expectation.Notation("GB", 1e9, 3));
    }

    /** What no run can measure or keep is told before it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    metric: completion-time, at-most: 1min | is not measured: a stream is no file. / Maybe startup-time.
                    metric: leechers, at: 5min, at-most: 7 | leechers is not measured: a stream is no file.
                    metric: miss-ratio, delivery: p2p, at-most: 5% | miss-ratio is not measured: p2p has no edges.
                    metric: http-503, per: seed-link-use, at-most: 5 | seed-link-use is not measured: hybrid has no seeds.
                    metric: start-failures, at-most: -30% | '-30%' is below 0, and start-failures never is.
                    metric: start-failures, value: 1000%, within: 1% | '1000%' is more than 100%
                    metric: start-failures, at-most: 30 | '30' is more than 100% / Maybe you meant 30%.
                    metric: startup-time, relative-to: hybrid, at-most: 1 | 'hybrid' beside itself is always 1.
                    metric: startup-time, value: 4s, within: 0% | '0%' leaves nothing to rounding. / Maybe within: exact.
                    metric: http-503, value: 0, within: 5% | '5%' of 0 is 0.
                    metric: startup-time, at-most: 4s, where: {size: [1MB, 2MB]} | A stream has no size.
                    metric: startup-time, at-most: 4s, where: {size: [3MB, 2MB]} | '3MB' is more than '2MB'.
                    metric: concurrent-viewers, at: 10h, value: 0, within: 1 | '10h' is after the model's end. / The model runs to
                    metric: startup-time, at: 5min, at-most: 4s | it has no value at one time. / Leave out at
                    metric: startup-time.p95, at: 5min, at-most: 4s | it has no value at one time. / Leave out at
                    metric: viewers.max, at-most: 4 | viewers is one number
                    metric: waiting-viewers.p95, at-most: 4 | waiting-viewers is a level: it has a mean over time and a max.
                    metric: origin-bps, at-most: 1Gbps | 'origin-bps' is a level: it needs a time. / use origin-bps.peak10s.
                    metric: http-503, at-most: 5, where: {access: dsl} | not known viewer by viewer. / These are: startup-time,
                    """)
    void shouldRefuseWhatNoRunCanKeep(String item, String message) {
        List<String> problems = SmallScenario.problems(expecting("{" + item + "}"));

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains(message.split(" / ")));
    }

    @Test
    void shouldRefuseSizesThatNoDownloadHas() {
        String fixed = FILE.formatted("200MB");
        String drawn = FILE.formatted("{uniform: [1MB, 3MB]}");

        assertThat(SmallScenario.problems(fixed)).singleElement().asString().contains("of the same size here");
        assertThat(SmallScenario.problems(drawn)).singleElement().asString().contains("No download is of such a size.");
        assertThat(SmallScenario.problems(drawn.replace("[5MB, 6MB]", "[2MB, 6MB]")))
                .isEmpty();
        assertThat(SmallScenario.problems(drawn.replace("completion-time", "rebuffering-ratio")
                        .replace("1min, where: {size: [5MB, 6MB]}", "5%")))
                .singleElement()
                .asString()
                .contains("rebuffering-ratio is not measured: a file has no player.");
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
