package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.swarmload.yaml.SmallScenario.spoilt;
import static org.swarmload.yaml.SmallScenario.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Backoff;
import org.swarmload.sim.model.AudienceSpec.Holding;
import org.swarmload.sim.model.AudienceSpec.Initial;
import org.swarmload.sim.model.AudienceSpec.Jitter;
import org.swarmload.sim.model.AudienceSpec.Patience;
import org.swarmload.sim.model.AudienceSpec.Retry;
import org.swarmload.sim.model.Law;

/** Counted classes, people who are there from the beginning, and behaviour by laws. */
class AudienceTest {
    private static final String RETRY = "retry: {backoff: exponential, first: 1s, cap: 32s, jitter: full, attempts: 8}";
    private static final String REGIONS = "regions: {east: {share: 60%}, west: {share: 40%}}";

    @Test
    void shouldCountClasses() {
        AudienceSpec audience = spec(with(REGIONS, "regions: {east: {count: 100}, west: {count: 400}}"));
        assertThat(audience.regions().get(0)).isEqualTo(new AudienceSpec.Region("east", 0.2, 100));
        assertThat(audience.regions().get(1).count()).isEqualTo(400);

        String counted = with("share: 70%, down", "count: 3, down").replace("share: 30%, down", "count: 497, down");
        assertThat(spec(counted).access().get(0).count()).isEqualTo(3);
        assertThat(spec(counted).access().get(0).share()).isEqualTo(3 / 500.0);
    }

    @Test
    void shouldHavePeopleFromTheBeginning() {
        String initial = String.join(
                ", ",
                "{count: 40, holds: all, access: dsl, stays: never}",
                "{count: 30, holds: {all-but: 1}, stays: {exponential: 250s}}",
                "{count: 20, holds: {share: 40%}}",
                "{count: 10}");
        String text = """
                schema: 1
                name: small
                content: {kind: file, size: 100MB}
                audience:
                  viewers: 500
                  arrivals: [{share: 100%%, at: 0s}]
                  initial: [%s]
                  access:
                    cable: {share: 70%%, down: 50Mbps, up: 8Mbps, rtt: 20ms}
                    dsl: {share: 30%%, down: 16Mbps, up: 2Mbps, rtt: 30ms}
                deliveries:
                  cdn: {origin: {uplink: 1Gbps}}
                """.formatted(initial);
        AudienceSpec audience = spec(text);
        assertThat(audience.viewers()).isEqualTo(600);
        assertThat(audience.initialViewers()).isEqualTo(100);
        assertThat(audience.initial())
                .containsExactly(
                        new Initial(40, Holding.ALL, 0, 0, 1, null),
                        new Initial(30, Holding.ALL_BUT, 1, 0, AudienceSpec.BY_SHARE, new Law.Exponential(250)),
                        new Initial(20, Holding.SHARE, 0, 0.4, AudienceSpec.BY_SHARE, null),
                        new Initial(10, Holding.NONE, 0, 0, AudienceSpec.BY_SHARE, null));
        // Classes are dealt to those whose class is not given: 560.
        String counted =
                text.replace("share: 70%, down", "count: 60, down").replace("share: 30%, down", "count: 500, down");
        assertThat(spec(counted).access().get(1).count()).isEqualTo(500);
    }

    @Test
    void shouldRetryByALawAndForEver() {
        Retry retry = spec(with(RETRY, "retry: {delay: {exponential: 5s}, attempts: for-ever, give-up: 20%}"))
                .retry();
        assertThat(retry)
                .isEqualTo(new Retry(Backoff.LAW, 0, 0, Jitter.NONE, Retry.FOR_EVER, new Law.Exponential(5), 0.2));
        retry = spec(with(RETRY, "retry: {backoff: fixed, first: 1s, attempts: for-ever}"))
                .retry();
        assertThat(retry).isEqualTo(new Retry(Backoff.FIXED, 1_000_000, 64_000_000, Jitter.NONE, Retry.FOR_EVER));
        assertThat(spec(with("attempts: 5}", "attempts: for-ever}")).reload().attempts())
                .isEqualTo(Retry.FOR_EVER);
    }

    @Test
    void shouldLeaveByALaw() {
        Patience patience = spec(with("{abandon: {from: 2s, per-second: 5.8%}}", "{leave: {exponential: 30s}}"))
                .patience();
        assertThat(patience.startupSeconds()).isEqualTo(new Law.Exponential(30));
        assertThat(patience.stallSeconds()).isEqualTo(new Law.Exponential(240));
    }

    @Test
    void shouldUnlockAtMidnightUnlessToldAndAtTimeZeroWhenNobodyWaits() {
        Scenario scenario = ScenarioReader.readText(
                "small.yaml",
                with("unlocks: \"21:00\", ", "")
                        .replace("uniform: [-90s, 0min]", "at: 0s")
                        .replace("\"21:02\"", "2min"));
        assertThat(scenario.clock().unlockMicros()).isZero();
        assertThat(scenario.clock().minutes(0)).isEqualTo("00:00");
    }

    /** Each line: what is replaced, by what, and a part of the only problem. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {east: {share: 60%}     | {east: {count: 60}                     | Some have a share and others a count.
            {east: {share: 60%}, west: {share: 40%}} | {east: {count: 60}, west: {count: 41}} | The counts add up to 101; there are 500 viewers.
            {east: {share: 60%}     | {east: {share: 60%, count: 5}          | Either a share or a count.
            regions:                | initial: [{count: 5, access: dls}]\\n  regions:      | Maybe you meant dsl.
            regions:                | initial: [{holds: none}]\\n  regions:    | count: is missing.
            regions:                | initial: [{count: 5, holds: {}}]\\n  regions:  | Either a share or all-but.
            regions:                | initial: [{count: 5, holds: some}]\\n  regions: | 'some' is not known here.
            regions:                | initial: [{count: 5, holds: all}]\\n  regions: | holds: is for files
            backoff: exponential    | delay: 5s, backoff: fixed              | retry.backoff: Either a delay, which is a law, or this.
            attempts: 8             | attempts: ever                         | 'ever' is not known here.
            attempts: 8             | give-up: 2                             | '2' has no unit.
            {abandon                | {leave: 5s, abandon                    | Either leave, a law, or abandon.
            """)
    void shouldGiveOneMessage(String piece, String other, String message) {
        boolean several = piece.equals("backoff: exponential") || piece.equals("{abandon");
        assertThat(spoilt(piece, other.replace("\\n", "\n")))
                .hasSizeBetween(1, several ? 4 : 1)
                .anySatisfy(problem -> assertThat(problem).contains(message));
    }

    private static AudienceSpec spec(String text) {
        Scenario scenario = ScenarioReader.readText("small.yaml", text);
        assertThat(ScenarioReader.readText("effective.yaml", scenario.effectiveYaml()))
                .isEqualTo(scenario);
        return ScenarioCompiler.compile(scenario, "cdn", 0).audience();
    }
}
