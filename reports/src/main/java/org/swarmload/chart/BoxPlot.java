package org.swarmload.chart;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAnchor;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BoxAndWhiskerRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.statistics.BoxAndWhiskerItem;
import org.jfree.data.statistics.DefaultBoxAndWhiskerCategoryDataset;

/** Draws a {@link BoxChart}. */
final class BoxPlot {
    private static final double PLOT_PIXELS = 900;

    /** Room at the right for what is said of the longest whisker. */
    private static final double LABEL_SHARE = 0.16;

    private final BoxChart chart;

    BoxPlot(BoxChart chart) {
        this.chart = chart;
    }

    JFreeChart draw() {
        var values = Look.valueAxis(chart.axis(), PLOT_PIXELS / 4);
        values.setRange(0, chart.axis().shownUpper() * (1 + LABEL_SHARE));
        CategoryPlot plot = new CategoryPlot(dataset(), BarPlot.categories(), values, renderer());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(Look.THIN);
        plot.setOutlineVisible(false);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setFixedLegendItems(new LegendItemCollection());
        for (BoxChart.Box box : chart.boxes()) {
            CategoryTextAnnotation label =
                    new CategoryTextAnnotation("  " + box.label(), box.name(), shown(box.high()));
            label.setCategoryAnchor(CategoryAnchor.MIDDLE);
            label.setTextAnchor(TextAnchor.CENTER_LEFT);
            label.setFont(Look.LABEL);
            label.setPaint(Look.TEXT);
            plot.addAnnotation(label);
        }
        return Look.sheet(chart, plot);
    }

    private DefaultBoxAndWhiskerCategoryDataset dataset() {
        DefaultBoxAndWhiskerCategoryDataset dataset = new DefaultBoxAndWhiskerCategoryDataset();
        for (BoxChart.Box box : chart.boxes()) {
            BoxAndWhiskerItem item = new BoxAndWhiskerItem(
                    null,
                    shown(box.median()),
                    shown(box.from()),
                    shown(box.to()),
                    shown(box.low()),
                    shown(box.high()),
                    null,
                    null,
                    List.of());
            dataset.add(item, "values", box.name());
        }
        return dataset;
    }

    private double shown(double value) {
        return value / chart.axis().divisor();
    }

    private static BoxAndWhiskerRenderer renderer() {
        BoxAndWhiskerRenderer renderer = new BoxAndWhiskerRenderer();
        renderer.setMeanVisible(false);
        renderer.setFillBox(true);
        renderer.setUseOutlinePaintForWhiskers(true);
        renderer.setSeriesPaint(0, Ink.THIRD.color());
        renderer.setSeriesOutlinePaint(0, Look.TEXT);
        renderer.setMaximumBarWidth(0.5);
        renderer.setWhiskerWidth(0.5);
        return renderer;
    }
}
