package org.swarmload.chart;

import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a {@link CurveChart}. */
final class CurvePlot {
    private static final int MARKERS = 8;

    private final CurveChart chart;

    CurvePlot(CurveChart chart) {
        this.chart = chart;
    }

    JFreeChart draw() {
        XYPlot plot = new XYPlot(null, xAxis(), Look.valueAxis(chart.yAxis(), chart.height()), null);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(Look.THIN);
        plot.setDomainGridlinePaint(Look.GRID);
        plot.setDomainGridlineStroke(Look.THIN);
        plot.setOutlineVisible(false);
        LegendItemCollection legend = new LegendItemCollection();
        for (int i = 0; i < chart.curves().size(); i++) {
            CurveChart.Curve curve = chart.curves().get(i);
            plot.setDataset(i, new XYSeriesCollection(series(curve)));
            plot.setRenderer(i, new SparseMarkers(curve.ink(), curve.x().length / MARKERS, i));
            legend.add(Look.line(curve.name() + (curve.end().isEmpty() ? "" : ": " + curve.end()), curve.ink()));
        }
        chart.marks().forEach(mark -> plot.addDomainMarker(marker(mark), Layer.BACKGROUND));
        plot.setFixedLegendItems(legend);
        return Look.sheet(chart, plot);
    }

    private ValueAxis xAxis() {
        if (!chart.logarithmic()) {
            NumberAxis axis = new NumberAxis(chart.xLabel());
            axis.setRange(chart.xLow(), chart.xHigh());
            Look.style(axis);
            return axis;
        }
        LogAxis axis = new LogAxis(chart.xLabel());
        // A hair below the first decade, so that its own tick is drawn.
        axis.setRange(chart.xLow() * 0.999, chart.xHigh());
        axis.setNumberFormatOverride(Look.plainNumbers());
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setMinorTickMarksVisible(true);
        axis.setMinorTickCount(9);
        Look.style(axis);
        return axis;
    }

    private XYSeries series(CurveChart.Curve curve) {
        XYSeries series = new XYSeries(curve.name(), false, true);
        for (int i = 0; i < curve.x().length; i++) {
            series.add(curve.x()[i], curve.y()[i] / chart.yAxis().divisor(), false);
        }
        return series;
    }

    private static ValueMarker marker(CurveChart.Mark mark) {
        ValueMarker marker = new ValueMarker(mark.x());
        marker.setPaint(Look.QUIET);
        marker.setStroke(Look.THIN);
        marker.setLabel(mark.label());
        marker.setLabelBackgroundColor(Look.CLEAR);
        marker.setLabelFont(Look.SUBTITLE);
        marker.setLabelPaint(Look.QUIET);
        marker.setLabelAnchor(RectangleAnchor.BOTTOM_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
        return marker;
    }
}
