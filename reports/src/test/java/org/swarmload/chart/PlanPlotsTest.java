package org.swarmload.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.category.IntervalCategoryDataset;
import org.junit.jupiter.api.Test;

/** Charts of a plan: places of bars and points, and what lies beyond an axis. */
class PlanPlotsTest {
    private static RangeChart ranges() {
        return new RangeChart(
                "r",
                "t",
                "s",
                "a",
                new Axis("Use", "%", 0.01, 2),
                0.8,
                1,
                List.of(
                        new RangeChart.Bar("less", 0.5, false, "0.2 %"),
                        new RangeChart.Bar("more", 3, true, "1.2 %, missed")));
    }

    @Test
    void shouldBeginBarsAtTheOrderAndCutThemAtTheEnd() {
        CategoryPlot plot = (CategoryPlot) new RangePlot(ranges()).draw().getPlot();
        IntervalCategoryDataset bars = (IntervalCategoryDataset) plot.getDataset();
        assertThat(bars.getStartValue(0, 0).doubleValue()).isEqualTo(50);
        assertThat(bars.getEndValue(0, 0).doubleValue()).isEqualTo(80);
        assertThat(bars.getStartValue(0, 1).doubleValue()).isEqualTo(80);
        assertThat(bars.getEndValue(0, 1).doubleValue()).as("cut").isEqualTo(200);
        assertThat(plot.getRenderer().getItemPaint(0, 0)).isEqualTo(Ink.HELD.color());
        assertThat(plot.getRenderer().getItemPaint(0, 1)).isEqualTo(Ink.BROKEN.color());
    }

    @Test
    void shouldSayWhereACutBarEnds() {
        assertThat(new ChartRenderer().svg(ranges())).contains("1.2 %, missed", "as ordered", "limit");
    }

    @Test
    void shouldDrawPointsBeyondTheAxisAtItsEnd() {
        ScatterChart chart = new ScatterChart(
                "s",
                "t",
                "s",
                "a",
                Axis.ofMoney("Cost", "USD", 100),
                0,
                new Axis("Rebuffering", "%", 0.01, 0.01),
                new ScatterChart.Limit("limit 0.40 %", 0.004),
                List.of(
                        new ScatterChart.Group(
                                "held", Ink.HELD, true, false, List.of(new ScatterChart.Point(90, 0.002))),
                        new ScatterChart.Group(
                                "did not hold", Ink.BROKEN, false, false, List.of(new ScatterChart.Point(50, 0.2)))));
        XYPlot plot = (XYPlot) new ScatterPlot(chart).draw().getPlot();
        assertThat(plot.getDataset(0).getYValue(0, 0)).isEqualTo(0.2);
        assertThat(plot.getDataset(1).getYValue(0, 0)).isEqualTo(1);
        assertThat(plot.getRangeAxis().getUpperBound())
                .as("the marker is whole")
                .isGreaterThan(1);
        assertThat(new ChartRenderer().svg(chart)).contains("limit 0.40 %", "did not hold");
    }
}
