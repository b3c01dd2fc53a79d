package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.swarmload.chart.PointChart;
import org.swarmload.study.RunFigures.Figure;
import org.swarmload.study.StudyResult.Verdict;
import org.swarmload.sweep.PointResult;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.sweep.SweepPoint;
import org.swarmload.sweep.SweepResult;
import org.swarmload.yaml.Vary;

/** What the page of the shipped sweep over audiences shows, of made-up figures. */
class SweepReportTest {
    private final SweepDesign design = SweepDesign.of(
            new SweepDesign.Source("crowd-powered", List.of(), List.of()),
            Vary.readAll(List.of("audience.viewers=10k,30k,100k,300k,1M")),
            false,
            List.of(),
            "test");
    private final SweepResult sweep = new SweepResult(
            design, design.points().stream().map(SweepReportTest::result).toList());

    /** Servers send 4 Mbps for each viewer, or with a crowd a fixed 1 Gbps and a tenth of it. */
    private static PointResult result(SweepPoint point) {
        int viewers = point.scenario().audience().viewers();
        List<PointResult.Delivery> deliveries = new ArrayList<>();
        for (String name : point.scenario().deliveries().keySet()) {
            boolean crowd = name.equals("p2p") || name.equals("hybrid");
            Map<String, Figure> figures = Map.of(
                    "server-bps.peak10s", Figure.of(crowd ? 1e9 + viewers * 4e5 : viewers * 4e6),
                    "cost-per-viewer-hour", Figure.of(crowd ? 0.04 : 0.15),
                    "offload", Figure.of(crowd ? 0.9 : 0));
            String digest = name + point.number();
            deliveries.add(new PointResult.Delivery(
                    name, figures, List.of(), null, List.of(new PointResult.Run(0, digest, Map.of()))));
        }
        return new PointResult(point.values(), point.stamp(), "0123456789abcdef", "USD", deliveries);
    }

    private PointChart chart(String metric) {
        List<AskedMetric> asked = AskedMetric.of(List.of(metric));
        return (PointChart) new SweepReport(sweep, asked).build().lead();
    }

    @Test
    void shouldDrawCostAndCapacityLogarithmicallyBothWays() {
        for (String metric : List.of("server-bps.peak10s", "cost-per-viewer-hour")) {
            PointChart chart = chart(metric);

            assertThat(chart.least()).as(metric).isPositive();
            assertThat(chart.axis().label()).endsWith(", logarithmic");
            assertThat(chart.xLabel()).isEqualTo("audience.viewers (logarithmic)");
            assertThat(chart.places())
                    .extracting(PointChart.Place::label)
                    .containsExactly("10k", "30k", "100k", "300k", "1M");
            List<PointChart.Line> lines = chart.panels().get(0).lines();
            assertThat(lines)
                    .extracting(PointChart.Line::name)
                    .containsExactly("client-server", "cdn", "p2p", "hybrid");
            assertThat(lines).extracting(PointChart.Line::ink).doesNotHaveDuplicates();
            assertThat(lines)
                    .allSatisfy(line -> assertThat(line.points())
                            .hasSize(5)
                            .allMatch(point -> point.value() > chart.least()
                                    && point.value() < chart.axis().upper()));
        }
    }

    /** Shares have an end, and some of these are 0. */
    @Test
    void shouldDrawSharesFromZero() {
        assertThat(chart("offload").least()).isZero();
        assertThat(chart("offload").axis().label()).isEqualTo("offload");
    }

    @Test
    void shouldNameTheDigestOfEachRun() {
        Report.Table table = new SweepTables(sweep).digests();

        assertThat(table.columns())
                .containsExactly("point", "viewers", "digest", "client-server", "cdn", "p2p", "hybrid");
        assertThat(table.rows().get(4).cells())
                .extracting(Report.Cell::text)
                .containsExactly("1,000,000", "0123456789abcdef", "client-server4", "cdn4", "p2p4", "hybrid4");
    }

    /** What is said of hybrid's promise, kept at the first points, where so many points were run. */
    private static String verdict(String vary, int kept, int run) {
        SweepDesign night = SweepDesign.of(
                new SweepDesign.Source("premiere-night", List.of(), List.of()),
                Vary.readAll(List.of(vary)),
                false,
                List.of("hybrid"),
                "test");
        List<PointResult> results = new ArrayList<>();
        for (SweepPoint point : night.points()) {
            PointResult.Promise promise = new PointResult.Promise(
                    "start-failures < 0.5%", point.number() < kept ? Verdict.MET : Verdict.MISSED);
            PointResult.Delivery hybrid = new PointResult.Delivery(
                    "hybrid", Map.of(), List.of(promise), null, List.of(new PointResult.Run(0, "0", Map.of())));
            results.add(
                    point.number() < run
                            ? new PointResult(point.values(), point.stamp(), "0123456789abcdef", "USD", List.of(hybrid))
                            : null);
        }
        return new SweepReport(new SweepResult(night, results), List.of())
                .verdict()
                .sentence();
    }

    /** Of falling values the greatest is the first: "up to" would turn the verdict round. */
    @Test
    void shouldSayWhichWayAPromiseIsKept() {
        assertThat(verdict("audience.viewers=1k,2k,3k,4k", 2, 4))
                .isEqualTo("hybrid meets every objective up to audience.viewers 2k; at 3k it misses "
                        + "start-failures < 0.5%.");
        assertThat(verdict("audience.viewers=4k,3k,2k,1k", 2, 4))
                .startsWith("hybrid meets every objective down to audience.viewers 3k; at 2k it misses ");
        assertThat(verdict("audience.viewers=2k,4k,1k,3k", 2, 4))
                .startsWith("hybrid meets every objective at audience.viewers 2k, 4k; at 1k it misses ");
        assertThat(verdict("deliveries.p2p.swarm.picker=window,rarest-first,sequential", 1, 3))
                .startsWith("hybrid meets every objective at deliveries.p2p.swarm.picker window; at rarest-first ");
    }

    @Test
    void shouldClaimOnlyPointsThatWereRun() {
        assertThat(verdict("audience.viewers=1k,2k,3k", 3, 3)).isEqualTo("hybrid meets every objective at all points.");
        assertThat(verdict("audience.viewers=1k,2k,3k", 3, 2))
                .isEqualTo("hybrid meets every objective at all 2 points that were run.");
        assertThat(verdict("audience.viewers=1k,2k,3k", 0, 2))
                .startsWith("hybrid meets all objectives at no point of the 2 that were run; ");
    }
}
