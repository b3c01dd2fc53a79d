package org.swarmload.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Draws a {@link PointChart}. */
final class PointPlot {
    /** Part of an axis that stays free at its ends, so that markers are whole. */
    private static final double MARGIN = 0.03;

    private final PointChart chart;

    PointPlot(PointChart chart) {
        this.chart = chart;
    }

    JFreeChart draw() {
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(new PlaceAxis(chart));
        all.setGap(14);
        double pixels = chart.height() / (double) chart.panels().size() - 60;
        chart.panels().forEach(panel -> all.add(plot(panel, pixels)));
        all.setFixedLegendItems(Look.legend(chart.legend()));
        all.setInsets(new RectangleInsets(2, 2, 2, 12));
        return Look.sheet(chart, all);
    }

    private XYPlot plot(PointChart.Panel panel, double pixels) {
        XYPlot plot = new XYPlot(null, null, values(pixels), null);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(Look.THIN);
        plot.setDomainGridlinePaint(Look.GRID);
        plot.setDomainGridlineStroke(Look.THIN);
        plot.setOutlinePaint(Look.GRID);
        // Dashes over a solid line: of two deliveries that are alike both are seen.
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        for (int i = 0; i < panel.lines().size(); i++) {
            plot.setDataset(i, dataset(panel.lines().get(i)));
            plot.setRenderer(i, renderer(panel.lines().get(i).ink()));
        }
        if (!panel.title().isEmpty()) {
            TextTitle title = new TextTitle(panel.title(), Look.STRONG);
            title.setPaint(Look.TEXT);
            title.setBackgroundPaint(Look.CLEAR);
            plot.addAnnotation(new XYTitleAnnotation(0.006, 0.985, title, RectangleAnchor.TOP_LEFT));
        }
        return plot;
    }

    private ValueAxis values(double pixels) {
        if (chart.isLogarithmic()) {
            return new DecadeAxis(chart.axis(), chart.least());
        }
        NumberAxis values = Look.valueAxis(chart.axis(), pixels);
        // Zero is the first tick; a hair below it, so that markers of zeros are whole.
        values.setRange(-MARGIN * chart.axis().shownUpper(), chart.axis().shownUpper());
        return values;
    }

    private YIntervalSeriesCollection dataset(PointChart.Line line) {
        YIntervalSeries series = new YIntervalSeries(line.name(), false, true);
        double divisor = chart.axis().divisor();
        line.points()
                .forEach(point ->
                        series.add(point.at(), point.value() / divisor, point.low() / divisor, point.high() / divisor));
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        dataset.addSeries(series);
        return dataset;
    }

    private static XYErrorRenderer renderer(Ink ink) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDefaultLinesVisible(true);
        renderer.setDrawXError(false);
        renderer.setErrorStroke(Look.BAR);
        renderer.setCapLength(7);
        renderer.setSeriesPaint(0, ink.color());
        renderer.setSeriesStroke(0, Look.stroke(ink));
        renderer.setSeriesShape(0, Look.marker(ink));
        return renderer;
    }

    /** Ticks stand where points are, labelled as their values were written. */
    private static final class PlaceAxis extends NumberAxis {
        private static final long serialVersionUID = 1;
        private static final double GAP_PIXELS = 10;

        private final transient List<PointChart.Place> places;

        PlaceAxis(PointChart chart) {
            super(chart.xLabel());
            places = chart.places();
            double first = places.get(0).at();
            double last = places.get(places.size() - 1).at();
            double free = first == last ? 1 : (last - first) * MARGIN;
            setRange(first - free, last + free);
            Look.style(this);
        }

        @Override
        protected List<NumberTick> refreshTicksHorizontal(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
            List<NumberTick> ticks = new ArrayList<>();
            double taken = Double.NEGATIVE_INFINITY;
            for (PointChart.Place place : places) {
                double half = graphics.getFontMetrics(getTickLabelFont()).stringWidth(place.label()) / 2.0;
                double middle = valueToJava2D(place.at(), area, edge);
                boolean room = middle - half > taken + GAP_PIXELS;
                String label = room ? place.label() : "";
                taken = room ? middle + half : taken;
                ticks.add(new NumberTick(place.at(), label, TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
            }
            return ticks;
        }
    }
}
