package org.swarmload.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.plan.PlanResult;
import org.swarmload.report.ChangedPlan;
import org.swarmload.report.PlanReport;
import org.swarmload.report.Quantity;
import org.swarmload.report.SamplePlan;

class PlanFilesTest {
    private static JsonNode json(PlanResult result) throws IOException {
        return new ObjectMapper().readTree(PlanFiles.json(result));
    }

    private static List<PlanResult> samples() {
        return List.of(
                SamplePlan.of(Outcome.HOLDS),
                SamplePlan.of(Outcome.NONE),
                SamplePlan.of(Outcome.UNDECIDED),
                SamplePlan.ofUnknown(Outcome.HOLDS, true));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldHoldEveryFigureOfThePage(PlanResult result) throws IOException {
        Set<String> numbers = new HashSet<>();
        collect(json(result), numbers);
        for (Quantity quantity : new PlanReport(result).build().quantities()) {
            assertThat(numbers).as(quantity.toString()).contains(Numbers.plain(quantity.value()));
        }
    }

    private static void collect(JsonNode node, Set<String> numbers) {
        if (node.isNumber()) {
            numbers.add(Numbers.plain(node.doubleValue()));
        }
        node.forEach(child -> collect(child, numbers));
    }

    @Test
    void shouldSayWhatToOrder() throws IOException {
        JsonNode json = json(SamplePlan.of(Outcome.HOLDS));
        assertThat(json.get("kind").textValue()).isEqualTo("plan");
        assertThat(json.get("outcome").textValue()).isEqualTo("holds");
        assertThat(json.get("recommended").textValue()).isEqualTo("hybrid");
        assertThat(json.get("digest").textValue()).isEqualTo("0000000000005eed");
        JsonNode hybrid = json.get("deliveries").get("hybrid");
        assertThat(hybrid.get("order").get(3).get("size").doubleValue()).isEqualTo(26.2e9);
        assertThat(hybrid.get("invoice").get("total").doubleValue())
                .isEqualTo(hybrid.get("cost").doubleValue())
                .isEqualTo(4644);
        assertThat(json.get("deliveries").get("p2p").has("largestOrder")).isTrue();
        assertThat(json.get("tornado")).hasSize(11);
        assertThat(json.get("headroom")
                        .get(0)
                        .get("objectives")
                        .get(2)
                        .get("verdict")
                        .textValue())
                .isEqualTo("missed");
    }

    /** Page one stands alone, and so do these: between what the price lies, what is taken for granted, what is not said. */
    @Test
    void shouldSayWhatPageOneSays() throws IOException {
        JsonNode json = json(SamplePlan.of(Outcome.HOLDS));
        JsonNode hybrid = json.get("deliveries").get("hybrid");
        assertThat(hybrid.get("held").intValue()).isEqualTo(9);
        assertThat(hybrid.get("bills").get("least").doubleValue()).isEqualTo(4_597.56);
        assertThat(hybrid.get("bills").get("most").doubleValue()).isEqualTo(4_690.44);
        assertThat(json.get("assumptions").toString()).contains("20,000 people press play", "Promised: start-failures");
        assertThat(json.get("unpromised").get(0).get("exits-before-start").doubleValue())
                .isEqualTo(0.0007);
        assertThat(json.get("unpromised").get(1).get("best-mean-bitrate").doubleValue())
                .isEqualTo(4.4e6);
        assertThat(json.get("unpromised").get(1).get("sentence").textValue()).startsWith("Nothing was promised");
    }

    /** What the two files say of a delivery they say alike, under the same names; what nobody can bill is empty. */
    @ParameterizedTest
    @MethodSource("samples")
    void shouldSayOfEachDeliveryWhatTheJsonSays(PlanResult result) throws IOException {
        JsonNode deliveries = json(result).get("deliveries");
        List<String> lines = PlanFiles.csv(result).get("plan.csv").lines().toList();
        List<String> names = List.of(lines.get(0).split(",", -1));
        for (String line : lines.subList(1, lines.size())) {
            List<String> row = List.of(line.split(",", -1));
            JsonNode delivery = deliveries.get(row.get(0));
            for (String name : List.of("outcome", "viewers", "nights", "held", "cost")) {
                assertThat(row.get(names.indexOf(name))).as(name).isEqualTo(written(delivery.path(name)));
            }
            for (String name : List.of("least", "range10", "range50", "range90", "most")) {
                assertThat(row.get(names.indexOf("bills." + name)))
                        .as(name)
                        .isEqualTo(written(delivery.path("bills").path(name)));
            }
        }
    }

    private static String written(JsonNode node) {
        return node.isNumber() ? Numbers.plain(node.doubleValue()) : node.isTextual() ? node.textValue() : "";
    }

    @Test
    void shouldSayWhoseCostNobodyKnows() throws IOException {
        PlanResult result = ChangedPlan.unpriced("cdn");
        JsonNode cdn = json(result).get("deliveries").get("cdn");
        assertThat(cdn.get("cost").isNull()).isTrue();
        assertThat(cdn.get("unpriced").get(0).textValue()).isEqualTo("peers");
        assertThat(PlanFiles.csv(result).get("plan.csv").lines().filter(line -> line.startsWith("cdn,")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("cdn,false,holds,4000,3,2,,") && line.endsWith(",peers"));
    }

    @Test
    void shouldCallAnOrderThatWasFoundNotTheLargest() throws IOException {
        JsonNode hybrid = json(ChangedPlan.tooDear()).get("deliveries").get("hybrid");
        assertThat(hybrid.has("order")).isTrue();
        assertThat(hybrid.has("largestOrder")).isFalse();
    }

    /** What a small crowd of 4,000 was asked is told of the 20,000: failed starts as the cost beside them. */
    @Test
    void shouldTellOfOneCrowdInARow() throws IOException {
        JsonNode ordered = json(SamplePlan.of(Outcome.HOLDS)).get("tornado").get(0);
        assertThat(ordered.get("viewers").intValue()).isEqualTo(4_000);
        assertThat(ordered.get("everybody").intValue()).isEqualTo(20_000);
        assertThat(ordered.get("failedStarts").doubleValue()).isCloseTo(6, within(1e-9));
        assertThat(ordered.get("expectedLoss").doubleValue()).isCloseTo(12, within(1e-9));
        assertThat(ordered.get("causes").get("start-failure").get("login").doubleValue())
                .isCloseTo(4.8, within(1e-9));
    }

    @Test
    void shouldHaveARowForEachLine() {
        Map<String, String> files = PlanFiles.csv(SamplePlan.of(Outcome.HOLDS));
        assertThat(files.keySet()).containsExactly("plan.csv", "frontier.csv", "whatif.csv");
        List<String> plan = files.get("plan.csv").lines().toList();
        assertThat(plan).hasSize(1 + 1 + 3 + 1 + 5);
        assertThat(plan)
                .contains(
                        "hybrid,true,holds,20000,10,9,4644,4597.56,4606.848,4644,4681.152,4690.44,USD,edges.east.capacity,26.2Gbps,26200000000,55Gbps,80Gbps,");
        assertThat(files.get("frontier.csv").lines()).hasSize(1 + 24 + 24);
        assertThat(files.get("whatif.csv").lines()).hasSize(1 + 3 * (4 + 11 + 2));
        for (String text : files.values()) {
            long commas = text.lines()
                    .findFirst()
                    .orElseThrow()
                    .chars()
                    .filter(c -> c == ',')
                    .count();
            assertThat(text.lines())
                    .allMatch(line -> line.chars().filter(c -> c == ',').count() == commas);
        }
    }
}
