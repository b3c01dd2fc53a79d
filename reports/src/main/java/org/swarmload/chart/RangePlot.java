package org.swarmload.chart;

import java.awt.Color;
import java.awt.Paint;
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
import org.jfree.chart.renderer.category.IntervalBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultIntervalCategoryDataset;

/** Draws a {@link RangeChart}. */
final class RangePlot {
    private static final double PLOT_PIXELS = 200;
    private static final double LINE_NAMES_PIXELS = 24;

    private final RangeChart chart;

    RangePlot(RangeChart chart) {
        this.chart = chart;
    }

    JFreeChart draw() {
        NumberAxis values = Look.valueAxis(chart.axis(), PLOT_PIXELS);
        CategoryAxis names = BarPlot.categories();
        names.setTickLabelFont(Look.LABEL);
        // The names of the two lines stand above the first bar.
        names.setLowerMargin(
                LINE_NAMES_PIXELS / (LINE_NAMES_PIXELS + 30.0 * chart.bars().size()));
        CategoryPlot plot = new CategoryPlot(dataset(), names, values, new Bars());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Look.GRID);
        plot.setRangeGridlineStroke(Look.THIN);
        plot.setOutlineVisible(false);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.addRangeMarker(marker(chart.base(), "as ordered", Ink.CHOSEN, false), Layer.BACKGROUND);
        plot.addRangeMarker(marker(chart.limit(), "limit", Ink.LIMIT, true), Layer.BACKGROUND);
        for (RangeChart.Bar bar : chart.bars()) {
            plot.addAnnotation(label(bar));
        }
        LegendItemCollection legend = new LegendItemCollection();
        legend.add(Look.box(RangeChart.KEPT, Ink.HELD));
        legend.add(Look.box(RangeChart.BROKEN, Ink.BROKEN));
        legend.add(Look.line("limit", Ink.LIMIT));
        plot.setFixedLegendItems(legend);
        return Look.sheet(chart, plot);
    }

    private double shown(double value) {
        return Math.min(chart.axis().shownUpper(), value / chart.axis().divisor());
    }

    private DefaultIntervalCategoryDataset dataset() {
        int size = chart.bars().size();
        Number[][] from = new Number[1][size];
        Number[][] to = new Number[1][size];
        String[] names = new String[size];
        for (int i = 0; i < size; i++) {
            RangeChart.Bar bar = chart.bars().get(i);
            from[0][i] = shown(Math.min(chart.base(), bar.to()));
            to[0][i] = shown(Math.max(chart.base(), bar.to()));
            names[i] = bar.name();
        }
        return new DefaultIntervalCategoryDataset(new String[] {""}, names, from, to);
    }

    private CategoryTextAnnotation label(RangeChart.Bar bar) {
        // Beyond both lines, so that none of them crosses it.
        double end = shown(Math.max(Math.max(chart.base(), chart.limit()), bar.to()));
        CategoryTextAnnotation text = new CategoryTextAnnotation("  " + bar.label(), bar.name(), end);
        text.setCategoryAnchor(CategoryAnchor.MIDDLE);
        text.setTextAnchor(TextAnchor.CENTER_LEFT);
        text.setFont(Look.LABEL);
        text.setPaint(Look.TEXT);
        return text;
    }

    private ValueMarker marker(double at, String label, Ink ink, boolean dashed) {
        ValueMarker marker = new ValueMarker(shown(at));
        marker.setPaint(ink.color());
        marker.setStroke(dashed ? Look.stroke(ink) : Look.THIN);
        marker.setAlpha(1);
        marker.setLabelFont(Look.STRONG);
        marker.setLabelPaint(Look.TEXT);
        marker.setLabelBackgroundColor(Look.CLEAR);
        marker.setLabel(label);
        // The two labels stand on either side of the two lines, however near those are.
        boolean left = (ink == Ink.CHOSEN) == (chart.base() < chart.limit());
        marker.setLabelAnchor(left ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(left ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        return marker;
    }

    /** Coloured by whether promises are kept. */
    private final class Bars extends IntervalBarRenderer {
        private static final long serialVersionUID = 1;

        Bars() {
            setBarPainter(new StandardBarPainter());
            setShadowVisible(false);
            setMaximumBarWidth(0.5);
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return chart.bars().get(column).broken() ? Ink.BROKEN.color() : Ink.HELD.color();
        }
    }
}
