package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.chart.TimeChart;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.TimeSeries;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.DeliveryResult;

class BandwidthChartTest {
    private final StudyResult study = SampleStudy.study();

    /** The delivery with its traffic and demand divided. */
    private TimeChart chart(int delivery, double divisor) {
        DeliveryResult from = study.deliveries().get(delivery);
        RunResult run = from.runs().get(0);
        List<TimeSeries.Column> columns = new ArrayList<>();
        for (TimeSeries.Column column : run.series().columns()) {
            double[] values = column.values().clone();
            for (int bin = 0; bin < values.length; bin++) {
                values[bin] /= divisor;
            }
            columns.add(new TimeSeries.Column(column.name(), values));
        }
        RunResult less = new RunResult(
                run.delivery(),
                run.seed(),
                0,
                false,
                1,
                run.outcomes(),
                run.startupSeconds(),
                run.stallSecondsPerViewer(),
                run.frontDoorWaitSeconds(),
                run.completionSeconds(),
                run.traffic(),
                new TimeSeries(run.series().binMicros(), columns),
                run.ledger(),
                run.causes(),
                run.levels(),
                run.frontDoor(),
                run.viewers(),
                run.engine());
        List<Night> nights = List.of(new Night(
                new DeliveryResult(from.name(), List.of(less), from.metrics(), from.bounds(), from.invoice())));
        return new TimeCharts(Setting.of(study.scenario()), nights).bandwidth("id", "title", nights);
    }

    private static List<String> legend(TimeChart chart) {
        return chart.legend().stream().map(TimeChart.Key::name).toList();
    }

    @Test
    void shouldWriteAnAmpleCapacityInsteadOfFlatteningThePicture() {
        TimeChart chart = chart(1, 100);
        assertThat(chart.axis().upper()).isLessThan(1e9);
        assertThat(chart.panels().get(0).aside()).isEqualTo("capacity 45.0 Gbps, above this axis");
        assertThat(legend(chart)).noneMatch(name -> name.startsWith("capacity"));
    }

    @Test
    void shouldDrawACapacityThatIsNear() {
        TimeChart chart = chart(1, 1);
        assertThat(chart.panels().get(0).aside()).isEmpty();
        assertThat(legend(chart)).anyMatch(name -> name.startsWith("capacity"));
    }

    @Test
    void shouldLeaveOutOfTheLegendWhatNeverSends() {
        assertThat(legend(chart(1, 1))).contains("edges").doesNotContain("peers", "seeds", "origin");
        assertThat(legend(chart(2, 1))).contains("seeds", "peers").doesNotContain("edges", "origin");
    }
}
