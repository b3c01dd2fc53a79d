package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.scenario.Unknown;

class UnknownsTest {
    private static Scenario read(String... unknowns) {
        return ScenarioReader.readText("small.yaml", text(unknowns));
    }

    private static String text(String... unknowns) {
        return SmallScenario.TEXT + "unknowns:\n  " + String.join("\n  ", unknowns) + "\n";
    }

    private static List<String> problems(String... unknowns) {
        return SmallScenario.problems(text(unknowns));
    }

    @Test
    void shouldBeCertainWithoutUnknowns() {
        Scenario scenario = ScenarioReader.readText("small.yaml", SmallScenario.TEXT);
        assertThat(scenario.nights().areCertain()).isTrue();
        assertThat(scenario.night(7)).isSameAs(scenario);
        assertThat(ScenarioReader.readText("small.yaml", SmallScenario.TEXT + "unknowns: {}\n")
                        .nights()
                        .areCertain())
                .isTrue();
    }

    @Test
    void shouldMultiplyWhatIsWrittenAndReplaceIt() {
        Scenario scenario = read(
                "audience.viewers: {times: {triangular: [0.8, 1, 1.4]}}",
                "deliveries.hybrid.swarm.reachable: {triangular: [60%, 78%, 90%]}",
                "audience.access.cable.down: {times: {lognormal: {p10: 0.7, p90: 1.3}}}");
        assertThat(scenario.audience().viewers()).isEqualTo(500);
        Set<Integer> viewers = new TreeSet<>();
        for (int night = 0; night < 40; night++) {
            Scenario drawn = scenario.night(night);
            double factor = scenario.nights().unknowns().get(0).draw(7, night).value();
            assertThat(drawn.audience().viewers()).isBetween(400, 700).isEqualTo((int) Math.rint(500 * factor));
            assertThat(drawn.delivery("hybrid").swarm().reachable()).isBetween(0.6, 0.9);
            assertThat(drawn.delivery("cdn").swarm()).isNull();
            assertThat(drawn.nights().areCertain()).isTrue();
            viewers.add(drawn.audience().viewers());
        }
        assertThat(viewers).hasSizeGreaterThan(25);
    }

    /** Whoever has the text of a night can run that night without knowing what was unknown. */
    @Test
    void shouldGiveANightATextOfItsOwn() {
        Scenario scenario = read(
                "audience.viewers: {times: {uniform: [0.5, 2]}}",
                "audience.access.dsl.up: {uniform: [600kbps, 2Mbps]}",
                "front-door.login.queue: {uniform: [100, 5k]}");
        for (int night = 0; night < 5; night++) {
            Scenario drawn = scenario.night(night);
            assertThat(drawn.effectiveYaml()).doesNotContain("unknowns");
            Scenario again = ScenarioReader.readText("night.yaml", drawn.effectiveYaml());
            assertThat(again).isEqualTo(drawn);
            assertThat(ScenarioCompiler.compile(again, "hybrid", night))
                    .isEqualTo(ScenarioCompiler.compile(scenario.night(night), "hybrid", night));
        }
        assertThat(scenario.night(3)).isEqualTo(scenario.night(3)).isNotEqualTo(scenario.night(4));
    }

    @Test
    void shouldReadBackFromItsOwnEffectiveText() {
        Scenario scenario = read("audience.viewers: {times: {triangular: [0.8, 1, 1.4]}}");
        Scenario again = ScenarioReader.readText("again.yaml", scenario.effectiveYaml());
        assertThat(again).isEqualTo(scenario);
        assertThat(again.night(11)).isEqualTo(scenario.night(11));
    }

    @Test
    void shouldDrawTheSameWhateverElseIsUnknown() {
        String viewers = "audience.viewers: {times: {triangular: [0.8, 1, 1.4]}}";
        Unknown alone = read(viewers).nights().unknowns().get(0);
        Unknown second = read("deliveries.hybrid.swarm.reachable: {uniform: [60%, 90%]}", viewers)
                .nights()
                .unknowns()
                .get(1);
        assertThat(IntStream.range(0, 20)
                        .mapToObj(night -> second.draw(7, night).text()))
                .containsExactlyElementsOf(IntStream.range(0, 20)
                        .mapToObj(night -> alone.draw(7, night).text())
                        .toList());
        assertThat(alone.draw(8, 0)).isNotEqualTo(alone.draw(7, 0));
    }

    /** Two unknowns with the same law are drawn apart, and a law is what comes out over many nights. */
    @Test
    void shouldFollowItsLaw() {
        List<Unknown> two = read(
                        "audience.viewers: {times: {uniform: [0.5, 1.5]}}",
                        "audience.access.dsl.up: {times: {uniform: [0.5, 1.5]}}")
                .nights()
                .unknowns();
        int nights = 4_000;
        double mean = 0;
        double product = 0;
        for (int night = 0; night < nights; night++) {
            double one = two.get(0).draw(7, night).value();
            mean += one / nights;
            product += (one - 1) * (two.get(1).draw(7, night).value() - 1) / nights;
        }
        // Five standard errors: of the mean 0.0046, of the product 1/12 / sqrt(4000) = 0.0013.
        assertThat(mean).isBetween(1 - 0.023, 1 + 0.023);
        assertThat(product).isBetween(-0.0066, 0.0066);
    }

    @Test
    void shouldCutALawWhereItsReachWasTried() {
        Unknown open = read("audience.viewers: {times: {exponential: 1}}")
                .nights()
                .unknowns()
                .get(0);
        assertThat(open.at(1 - 1e-9).value()).isEqualTo(open.at(0.999).value()).isBetween(6.9, 7.0);
        assertThat(open.at(1e-9).value()).isEqualTo(open.at(0.001).value());
    }

    @Test
    void shouldKeepCountsWholeAndUnitsAsWritten() {
        List<Unknown> unknowns = read(
                        "front-door.licence.servers: {uniform: [20, 60]}",
                        "deliveries.cdn.edges.e1.capacity: {triangular: [30Gbps, 40Gbps, 45000Mbps]}",
                        "front-door.login.timeout: {lognormal: {median: 10s, sigma: 0.1}}")
                .nights()
                .unknowns();
        assertThat(unknowns.get(0).at(0.3333).text()).isEqualTo("33");
        assertThat(unknowns.get(1).at(0.5).text()).matches("3[0-9.]{1,6}Gbps");
        assertThat(unknowns.get(2).at(0.5).text()).isEqualTo("10s");
    }

    @Test
    void shouldLayAnInheritedValueOverTheChildAlone() {
        Scenario drawn = read("deliveries.hybrid.edges.e1.capacity: {times: {uniform: [0.4, 0.6]}}")
                .night(0);
        assertThat(drawn.delivery("cdn").edges().get(0).server().totalUplinkBps())
                .isEqualTo(40_000_000_000L);
        assertThat((double) drawn.delivery("hybrid").edges().get(0).server().totalUplinkBps())
                .isBetween(16e9, 24e9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "seed: {uniform: [1, 9]}; small.yaml:38:3  unknowns.seed: 'seed' is the same on every night.",
                "run.replications: {uniform: [1, 9]}; 'run' is the same on every night.",
                "plan.hold: {uniform: [1, 9]}; 'plan' is the same on every night.",
                "engine.cells: {uniform: [1, 9]}; 'engine' is the same on every night.",
                "audience.viewers: 500; This must be a law, it is '500'.",
                "audience.viewers: {times: 2}; This must be a law, it is '2'.",
                "audience: {viewers: {uniform: [1, 2]}}; This is no law.",
                "audience.viewers: {tims: {uniform: [1, 2]}}; This is no law.",
                "audience.viewers: {triangel: [1, 2, 3]}; This is no law.",
                "audience.viewers: {uniform: [five, six]}; 'five' is no quantity.",
                "audience.viewers: {uniform: [500, 5s]}; '5s'",
                "audience.viewers: {times: {uniform: [-1, 2]}}; out of range: from 0.000001 to 1000.",
                "audience..viewers: {uniform: [1, 2]}; is no path.",
                "audience.viewer: {times: {uniform: [1, 2]}}; unknowns.audience.viewer: Nothing is written here that could be multiplied.",
                "audience.viewer: {uniform: [1, 2]}; unknowns.audience.viewer: is no key here.",
                "content.unlocks: {uniform: [1s, 2s]}; Where it is 1.5s, its median: '1.5s' is no clock time"
            })
    void shouldSayWhatCannotBeUnknown(String unknown, String message) {
        assertThat(problems(unknown)).hasSize(1);
        assertThat(problems(unknown).get(0)).startsWith("small.yaml:38:").contains(message);
    }

    @Test
    void shouldNameTheKeyThatWasMeant() {
        assertThat(problems("audience.viewer: {times: {uniform: [1, 2]}}").get(0))
                .contains("Maybe you meant viewers.");
        assertThat(problems("deliveries.hybrid.edges.e3.capacity: {times: {uniform: [1, 2]}}")
                        .get(0))
                .contains("Maybe you meant e1.");
        assertThat(problems("audience: {viewers: {uniform: [1, 2]}}").get(0))
                .contains("A path stands in one piece, as in audience.viewers: {uniform: [1, 2]}.");
    }

    @Test
    void shouldRefuseWrongUnits() {
        assertThat(problems("deliveries.hybrid.swarm.reachable: {uniform: [3Mbps, 5Mbps]}"))
                .singleElement()
                .asString()
                .contains("small.yaml:38:38")
                .contains("unknowns.deliveries.hybrid.swarm.reachable: Where it is 4Mbps, its median: "
                        + "'4Mbps' is a bandwidth, not a percentage.");
    }

    /** A law whose middle is sound and whose end is not is found out before anything is simulated. */
    @Test
    void shouldTryTheReachOfALaw() {
        assertThat(problems("deliveries.hybrid.swarm.reachable: {times: {triangular: [0.8, 1, 1.4]}}"))
                .singleElement()
                .asString()
                .contains("small.yaml:38:38")
                .contains("times what is written, its 99.9 % quantile: '107.992%'")
                .contains("is out of range: from 0% to 100%.");
        assertThat(problems("player.buffer-ahead: {uniform: [2s, 40s]}"))
                .singleElement()
                .asString()
                .contains("its 0.1 % quantile");
    }

    @Test
    void shouldRefuseWhatIsWithinAnother() {
        assertThat(problems(
                        "audience.access.cable.down: {times: {uniform: [0.5, 2]}}",
                        "audience.access.cable.down.lognormal.p90: {uniform: [100Mbps, 200Mbps]}"))
                .singleElement()
                .asString()
                .contains("small.yaml:39:3")
                .contains("One of this and audience.access.cable.down is within the other.");
    }

    /** Sound one by one, and together not on every night: said with the night and what it draws. */
    @Test
    void shouldSayWhichNightCannotBe() {
        Scenario scenario = read("player.start-up: {uniform: [1s, 29s]}", "player.buffer-ahead: {uniform: [10s, 40s]}");
        assertThatThrownBy(() -> IntStream.range(0, 200).forEach(scenario::night))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("cannot be simulated (player.start-up ")
                .hasMessageContaining("s, player.buffer-ahead ")
                .hasMessageContaining("small.yaml:38:");
    }
}
