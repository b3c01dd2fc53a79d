package org.swarmload.chart;

import java.awt.Color;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.LengthAdjustmentType;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a {@link TimeChart}. */
final class TimePlot {
    /** Steps of the clock axis, in minutes; the first that gives at most {@value #TICKS} labels is taken. */
    private static final int[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440};

    private static final int TICKS = 14;
    private static final int MARKERS = 12;

    private final TimeChart chart;

    TimePlot(TimeChart chart) {
        this.chart = chart;
    }

    JFreeChart draw() {
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(clockAxis());
        all.setGap(18);
        double panelPixels = chart.height() / (double) chart.panels().size() - 48;
        for (TimeChart.Panel panel : chart.panels()) {
            all.add(plot(panel, Look.valueAxis(chart.axis(), panelPixels)));
        }
        all.setFixedLegendItems(Look.legend(chart.legend()));
        all.setInsets(new RectangleInsets(2, 2, 2, 2));
        return Look.sheet(chart, all);
    }

    private NumberAxis clockAxis() {
        TimeChart.Clock clock = chart.clock();
        NumberAxis axis = new NumberAxis("Time of day, " + clock.zone());
        axis.setRange(clock.startSeconds(), clock.endSeconds());
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if ((clock.endSeconds() - clock.startSeconds()) / 60 / STEPS[i] <= TICKS) {
                step = STEPS[i];
            }
        }
        axis.setTickUnit(new NumberTickUnit(step * 60.0, new ClockFormat()));
        Look.style(axis);
        return axis;
    }

    private XYPlot plot(TimeChart.Panel panel, NumberAxis values) {
        XYPlot plot = new XYPlot(null, null, values, null);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(Look.THIN);
        plot.setDomainGridlinesVisible(false);
        plot.setOutlinePaint(Look.GRID);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        panel.bands().forEach(band -> plot.addDomainMarker(marker(band), Layer.FOREGROUND));
        if (panel.note() != null) {
            plot.addAnnotation(text(panel.note(), 0.5, 0.5, TextAnchor.CENTER, false));
        } else {
            addAreas(plot, panel);
            addLines(plot, panel);
        }
        if (!panel.title().isEmpty()) {
            plot.addAnnotation(text(panel.title(), 0.008, 0.97, TextAnchor.TOP_LEFT, true));
        }
        if (!panel.aside().isEmpty()) {
            plot.addAnnotation(text(panel.aside(), 0.992, 0.97, TextAnchor.TOP_RIGHT, false));
        }
        return plot;
    }

    /** Sums are painted from the greatest to the smallest, one over the other: one polygon per source keeps SVG small. */
    private void addAreas(XYPlot plot, TimeChart.Panel panel) {
        int bins = chart.clock().bins();
        double[] sum = new double[bins];
        int count = panel.areas().size();
        for (int i = 0; i < count; i++) {
            TimeChart.Series area = panel.areas().get(i);
            for (int bin = 0; bin < bins; bin++) {
                sum[bin] += area.values()[bin];
            }
            XYAreaRenderer renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
            renderer.setSeriesPaint(0, area.ink().color());
            renderer.setOutline(false);
            plot.setDataset(count - 1 - i, dataset(area.name(), sum));
            plot.setRenderer(count - 1 - i, renderer);
        }
    }

    private void addLines(XYPlot plot, TimeChart.Panel panel) {
        int index = panel.areas().size();
        int number = 0;
        for (TimeChart.Series line : panel.lines()) {
            plot.setDataset(index, dataset(line.name(), line.values()));
            plot.setRenderer(index, new SparseMarkers(line.ink(), chart.clock().bins() / MARKERS, number++));
            index++;
        }
    }

    private XYSeriesCollection dataset(String name, double[] values) {
        XYSeries series = new XYSeries(name, false, true);
        for (int bin = 0; bin < values.length; bin++) {
            series.add(chart.clock().middle(bin), values[bin] / chart.axis().divisor(), false);
        }
        return new XYSeriesCollection(series);
    }

    private static IntervalMarker marker(TimeChart.Band band) {
        IntervalMarker marker = new IntervalMarker(band.fromSeconds(), band.toSeconds());
        marker.setPaint(Look.BAND);
        marker.setAlpha(1f);
        marker.setOutlinePaint(Look.QUIET);
        marker.setOutlineStroke(Look.HAIR);
        marker.setLabel(band.label());
        marker.setLabelBackgroundColor(Look.CLEAR);
        marker.setLabelOffset(new RectangleInsets(4, 6, 4, 6));
        marker.setLabelOffsetType(LengthAdjustmentType.EXPAND);
        marker.setLabelFont(Look.SUBTITLE);
        marker.setLabelPaint(Look.TEXT);
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        return marker;
    }

    /** Text at a place given as shares of the panel's width and height. */
    private XYTextAnnotation text(String text, double x, double y, TextAnchor anchor, boolean strong) {
        TimeChart.Clock clock = chart.clock();
        double at = clock.startSeconds() + x * (clock.endSeconds() - clock.startSeconds());
        XYTextAnnotation annotation =
                new XYTextAnnotation(text, at, y * chart.axis().shownUpper());
        annotation.setFont(strong ? Look.STRONG : Look.LABEL);
        annotation.setPaint(strong ? Look.TEXT : Look.QUIET);
        annotation.setTextAnchor(anchor);
        return annotation;
    }

    /** Seconds of the day as 21:05; the day after starts again at 00:00. */
    private static final class ClockFormat extends NumberFormat {
        private static final long serialVersionUID = 1;

        @Override
        public StringBuffer format(double seconds, StringBuffer to, FieldPosition position) {
            long minutes = Math.floorMod(Math.round(seconds / 60), 1440L);
            return to.append(String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60));
        }

        @Override
        public StringBuffer format(long seconds, StringBuffer to, FieldPosition position) {
            return format((double) seconds, to, position);
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("The clock axis is never read.");
        }
    }
}
