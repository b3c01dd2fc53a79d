package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.scenario.PlanDef;
import org.swarmload.scenario.PlanDef.Ladder;
import org.swarmload.scenario.PlanDef.Value;
import org.swarmload.scenario.Scenario;

class PlanBinderTest {
    private static String text(String plan) {
        return SmallScenario.TEXT + "plan:\n  " + plan + "\n";
    }

    private static Scenario read(String plan) {
        return ScenarioReader.readText("small.yaml", text(plan));
    }

    private static List<String> values(Ladder ladder) {
        return ladder.values().stream().map(Value::text).toList();
    }

    @Test
    void shouldHaveNoPlanUnlessOneIsWritten() {
        assertThat(ScenarioReader.readText("small.yaml", SmallScenario.TEXT).plan())
                .isNull();
    }

    @Test
    void shouldReadLaddersInStepsOfAQuantityAndOfAShare() {
        PlanDef plan = read("order: {origin.servers: {from: 2, to: 9, step: 3}, "
                        + "origin.uplink: {from: 1Gbps, to: 1.2Gbps, step: 5%}}")
                .plan();
        assertThat(values(plan.order().get(0))).containsExactly("2", "5", "8");
        assertThat(values(plan.order().get(1))).containsExactly("1Gbps", "1.05Gbps", "1.1Gbps", "1.16Gbps");
        assertThat(plan.order().get(1).last().size()).isEqualTo(1.16e9);
        assertThat(plan.replications()).isEqualTo(5);
        assertThat(plan.screenViewers()).isEqualTo(4_000);
    }

    @Test
    void shouldKnowWhichDeliveryHasWhat() {
        Scenario scenario = read("order: {origin.servers: {from: 1, to: 4, step: 1}, "
                + "swarm.upload-cap: {from: 1Mbps, to: 4Mbps, step: 1Mbps}}");
        assertThat(scenario.plan().ladders(scenario, "cdn"))
                .extracting(Ladder::key)
                .containsExactly("origin.servers");
        assertThat(scenario.plan().ladders(scenario, "hybrid"))
                .extracting(ladder -> ladder.path("hybrid"))
                .containsExactly("deliveries.hybrid.origin.servers", "deliveries.hybrid.swarm.upload-cap");
    }

    @Test
    void shouldLeaveOutWhatAnotherScenarioTookAway() {
        PlanDef plan =
                read("order: {origin.servers: {from: 1, to: 4, step: 1}, shield.uplink: {from: 1Gbps, to: 2Gbps, step: 1Gbps}}")
                        .plan();
        assertThat(plan.order()).extracting(Ladder::key).containsExactly("origin.servers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order: {origin.serverz: {from: 1, to: 2, step: 1}}|is nothing that can be ordered here|origin.servers",
                "order: {origin.servers: {from: 1, to: 2, step: 1Gbps}}|is a bandwidth|",
                "order: {origin.servers: {from: 5, to: 5, step: 1}}|There is only one value|Let it reach further",
                "order: {origin.servers: {from: 1, to: 900, step: 1}}|more than 200 values|larger steps",
                "order: {origin.servers: {from: 1, to: 9}}|is missing|5%",
                "{order: {origin.servers: {from: 1, to: 9, step: 1}}, deliveries: [cnd]}|is no delivery|cdn",
                "{order: {origin.servers: {from: 1, to: 9, step: 1}}, hold: 2}|has no unit|%",
            })
    void shouldSayWhatIsWrong(String plan, String message, String hint) {
        List<String> problems = SmallScenario.problems(text(plan));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).contains(message).contains(hint == null ? "" : hint);
    }

    /** Each line: other traffic is written, what is on offer, where it is refused, who has it, and how much is not enough. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            edges.e1.capacity: {from: 15Gbps, to: 30Gbps, step: 5Gbps} | 39:37 | edges.e1.capacity | cdn takes 15Gbps | 15Gbps
            origin.servers: {from: 1, to: 4, step: 1}                  | 39:34 | origin.servers    | cdn takes 12Gbps | 10Gbps
            origin.uplink: {from: 6Gbps, to: 9Gbps, step: 1Gbps}       | 39:33 | origin.uplink     | cdn takes 12Gbps | 12Gbps
            origin.servers: {from: 2, to: 4, step: 1}, origin.uplink: {from: 5Gbps, to: 9Gbps, step: 1Gbps} \
                                                                       | 39:76 | origin.uplink     | cdn takes 12Gbps | 10Gbps
            shield.uplink: {from: 3Gbps, to: 9Gbps, step: 1Gbps}       | 39:33 | shield.uplink     | cdn takes 4Gbps  | 3Gbps
            seeds.count: {from: 1, to: 4, step: 1}                     | 39:31 | seeds.count       | p2p takes 1Gbps  | 1Gbps
            """)
    void shouldRefuseAnOfferThatOtherTrafficTakesWhole(
            String ladder, String at, String key, String taken, String left) {
        assertThat(SmallScenario.problems(busy("order: {" + ladder + "}")))
                .containsExactly("small.yaml:" + at + "  plan.order." + key + ".from: Other traffic of " + taken
                        + " and more: nothing is left of " + left + ".\n    Begin higher.");
    }

    /** Two servers of 10 Gbit/s with 12 of other traffic, and the like; the delivery that is like cdn has the same. */
    private static String busy(String plan) {
        return text(plan)
                .replace(
                        "origin: {servers: 1, uplink: 10Gbps}",
                        "origin: {servers: 2, uplink: 10Gbps, background: {series: [[-1h, 12Gbps], [0s, 13Gbps]]}}\n"
                                + "    shield: {uplink: 10Gbps, background: {flat: 4Gbps}}")
                .replace("uplink: 1Gbps}", "uplink: 1Gbps, background: {daily: [[\"06:00\", 1Gbps]]}}");
    }

    /** A delivery that cannot be chosen is not ordered either. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {order: {origin.servers: {from: 1, to: 4, step: 1}}, deliveries: [p2p]}
            {order: {origin.servers: {from: 1, to: 4, step: 1}, origin.uplink: {from: 13Gbps, to: 15Gbps, step: 1Gbps}}}
            {order: {edges.e1.capacity: {from: 15100Mbps, to: 30Gbps, step: 5Gbps}}}
            """)
    void shouldOfferWhatOtherTrafficLeavesSomethingOf(String plan) {
        assertThat(SmallScenario.problems(busy(plan))).isEmpty();
    }

    @Test
    void shouldLeaveOneDeliveryWithAllThatItHasFromOthers() {
        Scenario all = ScenarioReader.read("premiere-night");
        Scenario alone = ScenarioReader.alone(all, "hybrid");
        assertThat(alone.deliveries()).containsOnlyKeys("hybrid");
        assertThat(alone.delivery("hybrid")).isEqualTo(all.delivery("hybrid"));
        assertThat(alone.plan()).isNull();
        assertThat(alone.objectives()).isEqualTo(all.objectives());
        assertThat(ScenarioReader.written(all, "deliveries.hybrid.edges.east.capacity"))
                .isEqualTo("55Gbps");
        assertThat(ScenarioReader.written(all, "front-door.login.capacity")).isEqualTo("180/s");
        assertThat(ScenarioReader.written(all, "deliveries.hybrid.seeds.count")).isNull();
    }
}
