package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.Law;

/** Factors laid over a scenario; values are laid over it in ScenarioReaderTest. */
class AssignmentTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3Mbps; 1.5; 4.5Mbps",
                "20 Mbps; 0.1; 2 Mbps",
                "3Mbps; 1.23456789; 3.7037Mbps",
                "4s; 1.23456789; 4.93827s",
                "-15min; 1.2; -18min",
                "2h10min; 1.1; 143min",
                "1min30s; 2; 180s",
                "78%; 0.9; 70.2%",
                "100/s; 1.5; 150/s",
                "20k; 1.0371234; 20.742k",
                "1M; 1.3580237; 1.35802M",
                "500; 0.333; 166",
                "2; 0.01; 1",
                "0; 7; 0",
                "1GiB; 1.5; 1.5GiB",
                "2.50 USD; 0.5; 1.25 USD",
                "0.8; 1.1; 0.88"
            })
    void shouldKeepUnitAndType(String written, String factor, String product) {
        assertThat(Multiplied.text(written, new BigDecimal(factor), false)).isEqualTo(product);
    }

    @ParameterizedTest
    @CsvSource({"unlimited", "21:00", "5 of 20", "never", "5 parrots", "''"})
    void shouldMultiplyNoWords(String written) {
        assertThat(Multiplied.text(written, BigDecimal.TEN, false)).isNull();
    }

    @Test
    void shouldNotRoundPrices() {
        assertThat(Multiplied.text("2", new BigDecimal("1.3"), true)).isEqualTo("2.6");
        assertThat(Multiplied.isPlainNumber(List.of("costs", "edges", "tariff", "commit", "price")))
                .isTrue();
        assertThat(Multiplied.isPlainNumber(List.of("audience", "viewers"))).isFalse();
    }

    private Scenario read(String text, Assignment... assignments) throws Exception {
        Path file = Files.writeString(folder.resolve("small.yaml"), text);
        return ScenarioReader.readAll(file.toString(), List.of(), List.of(), List.of(Arrays.asList(assignments)))
                .get(0);
    }

    private static Assignment times(String path, double factor) {
        return Assignment.times("test", path, factor);
    }

    @Test
    void shouldMultiplyScalarsAndWholeLaws() throws Exception {
        Scenario plain = read(SmallScenario.TEXT);
        Scenario scenario = read(
                SmallScenario.TEXT,
                times("audience.viewers", 1.4),
                times("audience.access.cable.down", 0.5),
                times("front-door.login.capacity", 2));
        assertThat(scenario.audience().viewers()).isEqualTo(700);
        assertThat(scenario.effectiveYaml())
                .contains("down: {lognormal: {p10: 7.5Mbps, p90: 65Mbps}}")
                .contains("login: {capacity: 200/s");
        Law before = plain.audience().access().get(0).downBps();
        Law after = scenario.audience().access().get(0).downBps();
        assertThat(after.quantile(0.3)).isCloseTo(before.quantile(0.3) / 2, org.assertj.core.data.Offset.offset(1.0));
    }

    @Test
    void shouldLeaveSharesAndSigmaOfALaw() throws Exception {
        String text = SmallScenario.with("rtt: 22ms", "rtt: {choice: [[20ms, 90%], [50ms, 10%]]}")
                .replace("up: 10Mbps", "up: {lognormal: {median: 10Mbps, sigma: 1}}");
        Scenario scenario = read(text, times("audience.access.cable.rtt", 1.5), times("audience.access.cable.up", 1.5));
        assertThat(scenario.effectiveYaml())
                .contains("rtt: {choice: [[30ms, 90%], [75ms, 10%]]}")
                .contains("up: {lognormal: {median: 15Mbps, sigma: 1}}");
    }

    @Test
    void shouldMultiplyOneValueWithinALaw() throws Exception {
        Scenario scenario = read(SmallScenario.TEXT, times("audience.access.cable.down.lognormal.p90", 2));
        assertThat(scenario.effectiveYaml()).contains("down: {lognormal: {p10: 15Mbps, p90: 260Mbps}}");
    }

    @Test
    void shouldMultiplyBandwidthsOfASeriesAndNotItsTimes() throws Exception {
        String text = SmallScenario.with("{flat: 15Gbps}", "{series: [[-10min, 10Gbps], [0min, 20Gbps]]}");
        Scenario scenario = read(text, times("deliveries.cdn.edges.e1.background.series", 1.5));
        assertThat(scenario.effectiveYaml()).contains("{series: [[-10min, 15Gbps], [0min, 30Gbps]]}");
    }

    @Test
    void shouldMultiplyWhatADeliveryInheritsInThatDeliveryAlone() throws Exception {
        Scenario scenario = read(SmallScenario.TEXT, times("deliveries.hybrid.edges.e1.capacity", 0.5));
        assertThat(capacity(scenario, "hybrid")).isEqualTo(20e9);
        assertThat(capacity(scenario, "cdn")).isEqualTo(40e9);
        Scenario both = read(SmallScenario.TEXT, times("deliveries.cdn.edges.e1.capacity", 0.5));
        assertThat(capacity(both, "hybrid")).isEqualTo(20e9);
    }

    private static double capacity(Scenario scenario, String delivery) {
        return scenario.delivery(delivery).edges().stream()
                .map(DeliveryDef.EdgeDef::server)
                .filter(server -> server.name().equals("e1"))
                .findFirst()
                .orElseThrow()
                .totalUplinkBps();
    }

    @Test
    void shouldTakeWhatADeliveryWritesItselfBeforeWhatItInherits() throws Exception {
        String text = SmallScenario.with("{like: cdn, ", "{like: cdn, edges: {e1: {capacity: 30Gbps}}, ");
        assertThat(capacity(read(text, times("deliveries.hybrid.edges.e1.capacity", 2)), "hybrid"))
                .isEqualTo(60e9);
    }

    @Test
    void shouldLayALawOverTheChildWholeWhenOneOfItsValuesIsMultiplied() throws Exception {
        String text = SmallScenario.with("uplink: 10Gbps}", "uplink: 10Gbps, latency: {uniform: [10ms, 20ms]}}");
        Scenario scenario = read(text, times("deliveries.hybrid.origin.latency.uniform.1", 3));
        assertThat(scenario.delivery("hybrid").origin().latencySeconds()).isEqualTo(new Law.Uniform(0.01, 0.06));
        assertThat(scenario.delivery("cdn").origin().latencySeconds()).isEqualTo(new Law.Uniform(0.01, 0.02));
    }

    @Test
    void shouldApplyValuesAndFactorsInTheirOrder() throws Exception {
        Assignment set = new Assignment("--set", "audience.viewers", "1k");
        assertThat(read(SmallScenario.TEXT, set, times("audience.viewers", 1.5))
                        .audience()
                        .viewers())
                .isEqualTo(1500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "deliveries.hybrid.edges.e2.capacity; Nothing is written here; Maybe you meant e1.",
                "deliveries.hybrid.swarm.neighbours; Nothing is written here; Write the value first",
                "audience.access.cable; this is a map; Its keys: share, down, up, rtt.",
                "deliveries.hybrid.swarm.policy; 'p2p-media-loader' is no quantity; cannot be multiplied",
                "content.unlocks; '21:00' is no quantity; cannot be multiplied"
            })
    void shouldSayWhyAPathCannotBeMultiplied(String path, String message, String hint) {
        assertThatThrownBy(() -> read(SmallScenario.TEXT, times(path, 2)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith("test  " + path)
                .hasMessageContaining(message)
                .hasMessageContaining(hint);
    }

    @Test
    void shouldLeaveToTheReaderWhatIsOutOfRangeThen() {
        assertThatThrownBy(() -> read(SmallScenario.TEXT, times("deliveries.hybrid.swarm.reachable", 1.5)))
                .hasMessageContaining("'117%' is out of range");
    }

    @Test
    void shouldTakeNoOtherFactors() {
        assertThatThrownBy(() -> times("audience.viewers", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> times("audience.viewers", -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
