package org.swarmload.chart;

import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAnchor;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws a {@link BarChart}. */
final class BarPlot {
    /** A label inside a bar takes about this many pixels a character; a narrower part goes without. */
    private static final double PIXELS_PER_CHARACTER = 7.5;

    private static final double PLOT_PIXELS = 900;

    private final BarChart chart;

    BarPlot(BarChart chart) {
        this.chart = chart;
    }

    JFreeChart draw() {
        NumberAxis values = Look.valueAxis(chart.axis(), PLOT_PIXELS / 4);
        CategoryPlot plot = new CategoryPlot(dataset(), categories(), values, renderer());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(Look.THIN);
        plot.setOutlineVisible(false);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        addLabels(plot);
        chart.marks().forEach(mark -> plot.addRangeMarker(line(mark), Layer.FOREGROUND));
        LegendItemCollection legend = new LegendItemCollection();
        chart.parts().forEach(part -> legend.add(Look.box(part.name(), part.ink())));
        plot.setFixedLegendItems(legend);
        return Look.sheet(chart, plot);
    }

    private ValueMarker line(CurveChart.Mark mark) {
        ValueMarker line = new ValueMarker(mark.x() / chart.axis().divisor());
        line.setPaint(Look.TEXT);
        line.setStroke(Look.BAR);
        line.setLabel(mark.label());
        line.setLabelBackgroundColor(Look.CLEAR);
        line.setLabelFont(Look.LABEL);
        line.setLabelPaint(Look.TEXT);
        line.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        line.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        return line;
    }

    private DefaultCategoryDataset dataset() {
        DefaultCategoryDataset dataset = new DefaultCategoryDataset();
        for (BarChart.Part part : chart.parts()) {
            for (int row = 0; row < chart.rows().size(); row++) {
                double value = part.values()[row] / chart.axis().divisor();
                dataset.addValue(value, part.name(), chart.rows().get(row));
            }
        }
        return dataset;
    }

    static CategoryAxis categories() {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(Look.STRONG);
        axis.setTickLabelPaint(Look.TEXT);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setCategoryMargin(0.3);
        axis.setLowerMargin(0.04);
        axis.setUpperMargin(0.04);
        axis.setMaximumCategoryLabelWidthRatio(0.3f);
        return axis;
    }

    private StackedBarRenderer renderer() {
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth(0.5);
        renderer.setDrawBarOutline(true);
        for (int i = 0; i < chart.parts().size(); i++) {
            renderer.setSeriesPaint(i, chart.parts().get(i).ink().color());
            // A white seam keeps neighbours apart in a grey print.
            renderer.setSeriesOutlinePaint(i, Color.WHITE);
            renderer.setSeriesOutlineStroke(i, Look.THIN);
        }
        return renderer;
    }

    private void addLabels(CategoryPlot plot) {
        for (int row = 0; row < chart.rows().size(); row++) {
            double sum = 0;
            for (BarChart.Part part : chart.parts()) {
                double value = part.values()[row] / chart.axis().divisor();
                String label = part.labels().get(row);
                double pixels = value / chart.axis().shownUpper() * PLOT_PIXELS;
                if (pixels > (label.length() + 1) * PIXELS_PER_CHARACTER) {
                    plot.addAnnotation(text(
                            label,
                            row,
                            sum + value / 2,
                            TextAnchor.CENTER,
                            part.ink().textOn()));
                }
                sum += value;
            }
            if (!chart.totals().isEmpty() && !chart.parts().isEmpty()) {
                String total = "  " + chart.totals().get(row);
                plot.addAnnotation(text(total, row, sum, TextAnchor.CENTER_LEFT, Look.TEXT));
            }
        }
    }

    private CategoryTextAnnotation text(String text, int row, double value, TextAnchor anchor, Color color) {
        CategoryTextAnnotation annotation =
                new CategoryTextAnnotation(text, chart.rows().get(row), value);
        annotation.setCategoryAnchor(CategoryAnchor.MIDDLE);
        annotation.setTextAnchor(anchor);
        annotation.setFont(Look.LABEL);
        annotation.setPaint(color);
        return annotation;
    }
}
