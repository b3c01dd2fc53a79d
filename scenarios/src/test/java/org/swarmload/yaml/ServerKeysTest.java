package org.swarmload.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.swarmload.yaml.SmallScenario.spoilt;
import static org.swarmload.yaml.SmallScenario.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.BackgroundSpec.Step;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.DeliverySpec.Admission;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.model.ModelSpec;

class ServerKeysTest {
    private static final long SECOND = 1_000_000L;
    private static final String ORIGIN = "origin: {servers: 1, uplink: 10Gbps}";
    private static final String EDGE = "cache: {ttl: 60s, collapse: true}, background: {flat: 15Gbps}";

    private static ModelSpec cdn(String piece, String other) {
        Scenario scenario = ScenarioReader.readText("small.yaml", with(piece, other));
        return ScenarioCompiler.compile(scenario, "cdn", 0);
    }

    @Test
    void shouldReadAServerWithEverything() {
        DeliverySpec.Server origin = cdn(
                        ORIGIN,
                        "origin: {servers: 2, uplink: 10Gbps, admission: reserved, queue: 3, latency: {exponential: 20ms},"
                                + " background: {series: [[-1h, 10Gbps], [\"21:00\", 15Gbps], [90s, 0bps]]}}")
                .delivery()
                .origin();
        long unlock = cdn(ORIGIN, ORIGIN).audience().unlockMicros();

        assertThat(origin.admission()).isEqualTo(Admission.RESERVED);
        assertThat(origin.totalQueue()).isEqualTo(6);
        assertThat(origin.latencySeconds()).isEqualTo(new Law.Exponential(0.02));
        assertThat(origin.background().steps())
                .containsExactly(
                        new Step(unlock - 3_600 * SECOND, 10_000_000_000L),
                        new Step(unlock, 15_000_000_000L),
                        new Step(unlock + 90 * SECOND, 0));
    }

    /** The same rates at the same clock time of every day of a billing month. */
    @Test
    void shouldRepeatADayOfOtherTraffic() {
        BackgroundSpec daily = cdn(
                        ORIGIN,
                        "origin: {servers: 2, uplink: 10Gbps, background: {daily: [[\"06:00\", 1Gbps], [\"20:30\", 3Gbps]]}}")
                .delivery()
                .origin()
                .background();
        long unlock = cdn(ORIGIN, ORIGIN).audience().unlockMicros();
        long day = 86_400 * SECOND;

        for (long d : new long[] {-16, -1, 0, 1, 17}) {
            // The unlock is at nine in the evening.
            assertThat(daily.bpsAt(unlock + d * day)).isEqualTo(3_000_000_000L);
            assertThat(daily.bpsAt(unlock + d * day - 1_801 * SECOND)).isEqualTo(1_000_000_000L);
            assertThat(daily.bpsAt(unlock + d * day + 9 * 3_600 * SECOND)).isEqualTo(1_000_000_000L);
        }
    }

    @Test
    void shouldReadACacheAndAShield() {
        DeliverySpec delivery = cdn(
                        "cdn:\n",
                        "cdn:\n    shield: {servers: 2, uplink: 5Gbps, cache: {ttl: 10min, size: 3TB, fill: {rtt: 40ms}}}\n")
                .delivery();
        assertThat(delivery.shield().server().totalUplinkBps()).isEqualTo(10_000_000_000L);
        assertThat(delivery.shield().cache())
                .isEqualTo(new CacheSpec(600 * SECOND, 3_000_000_000_000L, true, 40_000, 5_000_000_000L));
        assertThat(delivery.edges().get(0).cache())
                .isEqualTo(new CacheSpec(60 * SECOND, CacheSpec.UNLIMITED, true, 17_500, 5_000_000_000L));

        CacheSpec cache = cdn(EDGE, "cache: {ttl: 0s, size: 2TB, collapse: false, fill: {rtt: 0s, rate: 100Gbps}}")
                .delivery()
                .edges()
                .get(0)
                .cache();
        assertThat(cache).isEqualTo(new CacheSpec(0, 2_000_000_000_000L, false, 0, 100_000_000_000L));
    }

    @ParameterizedTest
    @CsvSource({"part: 40%, 0.4", "servers: 5 of 20, 0.25", "x-part: 1, 1"})
    void shouldReadAFaultInPart(String key, double part) {
        ModelSpec spec = cdn("target: central,", "target: edge e1, " + key + ",");
        assertThat(spec.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.part()).isEqualTo(part);
            assertThat(fault.target()).isEqualTo(FaultSpec.Target.EDGE);
        });
    }

    /** Each line: what is replaced, by what, and a part of the only problem. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    servers: 1, uplink: 10Gbps | uplink: 10Gbps, admission: all | 'all' is not known here.
                    servers: 1, uplink: 10Gbps | uplink: 10Gbps, admission: reserved, connections: 5 | connections are not counted
                    servers: 1, uplink: 10Gbps | uplink: 10Gbps, background: {flat: 11Gbps} | Other traffic takes all
                    background: {flat: 15Gbps} | background: {daily: [["06:00", 40Gbps], ["19:00", 41Gbps]]} | Other traffic takes all
                    p2p: {seeds                | p2p: {shield: {uplink: 1Gbps, background: {flat: 1Gbps}}, seeds | Other traffic takes all
                    background: {flat: 15Gbps} | background: {flat: 1Gbps, series: [[0s, 1Gbps]]} | Either flat or a series.
                    background: {flat: 15Gbps} | background: {series: [[1h, 1Gbps], [0s, 1Gbps]]} | later than the one before
                    background: {flat: 15Gbps} | background: {series: [[1h, 1GB]]} | series.0.1: '1GB'
                    background: {flat: 15Gbps} | background: {series: [["25:00", 1Gbps]]} | is no clock time
                    background: {flat: 15Gbps} | background: {series: [1h]} | must be [time, bandwidth]
                    background: {flat: 15Gbps} | background: {series: []} | 1 to 10,000 steps
                    background: {flat: 15Gbps} | background: {daily: []} | A day has 1 to 96 steps.
                    background: {flat: 15Gbps} | background: {flat: 1Gbps, daily: [["06:00", 1Gbps]]} | Either the same every day
                    background: {flat: 15Gbps} | background: {daily: [["06:00", 1Gbps], ["06:00", 2Gbps]]} | This time is here twice.
                    collapse: true             | collapse: maybe             | 'maybe' is not known here.
                    collapse: true             | size: 2                     | '2' has no unit.
                    collapse: true             | fill: {rate: 5}             | '5' has no unit.
                    p2p: {seeds                | p2p: {shield: {uplink: 1Gbps}, seeds | there are no edges
                    target: central            | target: tracker, part: 10%  | is down whole
                    target: central            | target: central, part: 0%   | out of range
                    target: central            | target: central, servers: 6 of 5 | so many of so many
                    target: central            | target: shield              | No delivery has
                    """)
    void shouldGiveOneMessage(String piece, String other, String message) {
        assertThat(spoilt(piece, other)).singleElement().asString().contains(message);
    }
}
