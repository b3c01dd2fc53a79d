package org.swarmload.chart;

import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a {@link ScatterChart}. */
final class ScatterPlot {
    /** Part of an axis that stays free at its ends, so that markers are whole. */
    private static final double MARGIN = 0.03;

    private static final double PLOT_PIXELS = 330;

    private final ScatterChart chart;

    ScatterPlot(ScatterChart chart) {
        this.chart = chart;
    }

    JFreeChart draw() {
        NumberAxis y = Look.valueAxis(chart.y(), PLOT_PIXELS);
        double top = chart.y().shownUpper();
        y.setRange(-MARGIN * top, top * (1 + MARGIN));
        XYPlot plot = new XYPlot(null, along(), y, null);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(Look.THIN);
        plot.setDomainGridlinePaint(Look.GRID);
        plot.setDomainGridlineStroke(Look.THIN);
        plot.setOutlinePaint(Look.GRID);
        plot.setInsets(new RectangleInsets(6, 2, 2, 12));
        LegendItemCollection legend = new LegendItemCollection();
        for (int i = 0; i < chart.groups().size(); i++) {
            ScatterChart.Group group = chart.groups().get(i);
            plot.setDataset(i, dataset(group));
            plot.setRenderer(i, renderer(group));
            legend.add(legend(group));
        }
        plot.addRangeMarker(limit(), Layer.BACKGROUND);
        plot.setFixedLegendItems(legend);
        return Look.sheet(chart, plot);
    }

    private NumberAxis along() {
        NumberAxis x = new NumberAxis(chart.x().caption());
        double lower = chart.xLower() / chart.x().divisor();
        double upper = chart.x().shownUpper();
        double free = MARGIN * (upper - lower);
        x.setRange(lower - free, upper + free);
        double step = Axis.step(upper - lower);
        x.setTickUnit(new NumberTickUnit(step, Look.numbers(step)));
        Look.style(x);
        return x;
    }

    private ValueMarker limit() {
        ValueMarker marker = new ValueMarker(chart.limit().at() / chart.y().divisor());
        marker.setPaint(Ink.LIMIT.color());
        marker.setStroke(Look.stroke(Ink.LIMIT));
        marker.setLabel(chart.limit().label());
        marker.setLabelFont(Look.STRONG);
        marker.setLabelPaint(Ink.LIMIT.color());
        marker.setLabelBackgroundColor(Look.CLEAR);
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        return marker;
    }

    private XYSeriesCollection dataset(ScatterChart.Group group) {
        XYSeries series = new XYSeries(group.name(), false, true);
        for (ScatterChart.Point point : group.points()) {
            double y = Math.min(chart.y().shownUpper(), point.y() / chart.y().divisor());
            series.add(point.x() / chart.x().divisor(), y);
        }
        return new XYSeriesCollection(series);
    }

    private static XYLineAndShapeRenderer renderer(ScatterChart.Group group) {
        boolean marked = group.ink().marker() != Ink.Marker.NONE;
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(group.joined(), marked);
        renderer.setSeriesPaint(0, group.ink().color());
        renderer.setSeriesStroke(0, Look.BAR);
        renderer.setSeriesShape(0, Look.marker(group.ink()));
        renderer.setSeriesOutlineStroke(0, Look.BAR);
        renderer.setUseFillPaint(true);
        renderer.setSeriesFillPaint(0, group.filled() ? group.ink().color() : Color.WHITE);
        return renderer;
    }

    private static LegendItem legend(ScatterChart.Group group) {
        if (group.joined()) {
            return Look.line(group.name(), group.ink());
        }
        return new LegendItem(
                group.name(),
                null,
                null,
                null,
                Look.marker(group.ink()),
                group.filled() ? group.ink().color() : Color.WHITE,
                Look.BAR,
                group.ink().color());
    }
}
