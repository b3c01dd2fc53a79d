package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.swarmload.scenario.MetricWord;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.DoorCounts;
import org.swarmload.sim.result.RunResult.LevelFact;
import org.swarmload.study.StudyResult.MetricValue;
import org.swarmload.yaml.ScenarioReader;

class MetricsTest {
    private static final Pricing FREE = Pricing.NONE;

    @Test
    void shouldFollowTheWordsOfTheFacts() {
        Map<String, MetricValue> metrics = over(FREE, Runs.run("cdn", 0));

        assertThat(metrics.get("viewers").mean()).isEqualTo(1_000);
        assertThat(metrics.get("start-failures").mean()).isEqualTo(0.01);
        assertThat(metrics.get("blocked-share").mean()).isEqualTo(0.25);
        assertThat(metrics.get("rebuffering-ratio").mean()).isCloseTo(36.0 / 3_636, within(1e-12));
        assertThat(metrics.get("gave-up").mean()).isZero();
        assertThat(metrics.get("stalled-over-60s").mean()).isEqualTo(0.005);
        assertThat(metrics.get("concurrent-viewers").mean()).isEqualTo(700);
        assertThat(metrics.get("viewer-hours").mean()).isEqualTo(1_000);
        assertThat(metrics.get("mean-bitrate").mean()).isCloseTo(32_000.0 / 3_600_000, within(1e-12));
        assertThat(metrics.get("offload").mean()).isEqualTo(0.25);
    }

    @Test
    void shouldAverageLevelsOverTimeAndKeepTheirMaximum() {
        List<LevelFact> one = List.of(
                new LevelFact("retrying-viewers", 19, 40),
                new LevelFact("concurrent-viewers", 300, 700),
                new LevelFact("no-metric", 1, 2));
        List<LevelFact> other = List.of(new LevelFact("retrying-viewers", 21, 30));
        DoorCounts counts = new DoorCounts(100, 464, 384, 80, 50, 40);
        Map<String, MetricValue> metrics = Metrics.over(
                List.of(Runs.withDoor(one, counts), Runs.withDoor(other, counts)), FREE, FREE.invoice(List.of()));

        assertThat(metrics.get("retrying-viewers").mean()).isEqualTo(20);
        assertThat(metrics.get("retrying-viewers").max()).isEqualTo(40);
        assertThat(metrics.get("retrying-viewers").p95()).isNull();
        // The word of the crowd stays what it was: its peak in the series.
        assertThat(metrics.get("concurrent-viewers").mean()).isEqualTo(700);
        assertThat(metrics.get("mean-concurrent-viewers").mean()).isEqualTo(300);
        assertThat(metrics.get("attempt-rate").mean()).isEqualTo(4.64);
        assertThat(metrics.get("served-rate").mean()).isEqualTo(0.8);
        assertThat(metrics.get("front-door-blocked-share").mean()).isEqualTo(384 / 464.0);
        assertThat(metrics.get("first-blocked-share").mean()).isEqualTo(0.8);
    }

    @Test
    void shouldTakePeaksFromTheSeriesAndTheLedger() {
        Map<String, MetricValue> metrics = over(FREE, Runs.run("cdn", 0));

        assertThat(metrics.get("edge-bps.peak10s").mean()).isEqualTo(1_000);
        assertThat(metrics.get("edge-bps.peak5min").mean()).isEqualTo(1_500 * 8 / 300.0);
        assertThat(metrics.get("peer-bps.peak5min").mean()).isZero();
    }

    /** Behind edges an origin fills caches: 1,000 bytes in a bin of their own are none of what viewers are sent. */
    @Test
    void shouldCountWhatServersSendToViewersOnce() {
        Map<String, MetricValue> behindEdges = over(FREE, Runs.run("cdn", 0));
        Map<String, MetricValue> seedsAndOrigin =
                over(FREE, Runs.withoutEdges(new double[] {500, 1_250, 250}, new double[] {900, 100, 0}));

        assertThat(behindEdges.get("server-bps.peak10s").mean()).isEqualTo(1_000);
        assertThat(behindEdges.get("server-bps.peak5min").mean()).isEqualTo(1_500 * 8 / 300.0);
        // 500 and 900 bytes in 10 s; the greatest of either alone is in different bins.
        assertThat(seedsAndOrigin.get("server-bps.peak10s").mean()).isEqualTo(1_400 * 8 / 10.0);
        assertThat(seedsAndOrigin.get("server-bps.peak5min").mean()).isEqualTo(3_000 * 8 / 300.0);
    }

    @Test
    void shouldGiveQuantilesOnlyToDistributionsOverViewers() {
        Map<String, MetricValue> metrics = over(FREE, Runs.run("cdn", 0));

        assertThat(metrics.get("startup-time").p95()).isEqualTo(3);
        assertThat(metrics.get("startup-time").max()).isEqualTo(3);
        assertThat(metrics.get("offload").p95()).isNull();
    }

    @Test
    void shouldLeaveOutWhatNobodyHas() {
        assertThat(over(FREE, Runs.run("cdn", 0))).doesNotContainKeys("front-door-wait", "cost");
        assertThat(over(FREE, Runs.run("cdn", 0, 1_000, 3))).doesNotContainKey("startup-time");
    }

    @Test
    void shouldHaveAnIntervalOnlyOverReplications() {
        assertThat(over(FREE, Runs.run("cdn", 0)).get("startup-time").ci95()).isNull();

        MetricValue startup = over(
                        FREE, Runs.run("cdn", 0, 10, 2), Runs.run("cdn", 1, 10, 3), Runs.run("cdn", 2, 10, 4))
                .get("startup-time");

        assertThat(startup.mean()).isEqualTo(3);
        // Student's t with 2 degrees of freedom is 4.3027 at 97.5 %; the standard deviation is 1.
        assertThat(startup.ci95()).isCloseTo(4.3027 / Math.sqrt(3), within(1e-3));
        assertThat(startup.p95()).isEqualTo(3);
        assertThat(startup.max()).isEqualTo(4);
    }

    @Test
    void shouldShowTheInvoicesTotalAsCost() {
        Pricing pricing = Pricing.of(ScenarioReader.read("premiere-night"), "cdn");
        List<RunResult> runs = List.of(Runs.run("cdn", 0), Runs.run("cdn", 1));
        var invoice = pricing.invoice(runs);

        Map<String, MetricValue> metrics = Metrics.over(runs, pricing, invoice);

        assertThat(metrics.get("cost").mean()).isEqualTo(invoice.total().doubleValue());
        assertThat(metrics.get("cost-per-viewer-hour").mean())
                .isEqualTo(invoice.total().doubleValue() / 1_000);
    }

    @Test
    void shouldNotPriceADeliveryWhosePayersAreNotAllKnown() {
        Pricing noOrigin = pricing("costs.origin=!remove");
        Pricing noPeers = pricing("costs.peers=!remove");

        assertThat(over(noOrigin, Runs.run("cdn", 0))).doesNotContainKeys("cost", "cost-per-viewer-hour");
        assertThat(over(noPeers, Runs.run("cdn", 0))).containsKeys("cost", "cost-per-viewer-hour");
    }

    @Test
    void shouldKeepTheOrderOfTheWords() {
        assertThat(List.copyOf(over(FREE, Runs.run("cdn", 0)).keySet()))
                .isSubsetOf(MetricWord.words())
                .isSortedAccordingTo((a, b) ->
                        MetricWord.words().indexOf(a) - MetricWord.words().indexOf(b));
    }

    private static Pricing pricing(String set) {
        return Pricing.of(ScenarioReader.read("premiere-night", List.of(), List.of(set)), "cdn");
    }

    private static Map<String, MetricValue> over(Pricing pricing, RunResult... runs) {
        return Metrics.over(List.of(runs), pricing, pricing.invoice(List.of()));
    }
}
