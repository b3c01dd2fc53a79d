package org.swarmload.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Fonts, lines and greys that all charts share. */
final class Look {
    static final Color TEXT = new Color(0x222222);
    static final Color QUIET = new Color(0x555555);
    static final Color GRID = new Color(0xDDDDDD);
    static final Color CLEAR = new Color(255, 255, 255, 0);
    static final Color BAND = new Color(0, 0, 0, 26);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 16);
    static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font STRONG = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    static final Stroke THIN = new BasicStroke(1f);
    static final Stroke BAR = new BasicStroke(1.4f);
    static final Stroke HAIR =
            new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {2, 3}, 0f);

    private Look() {}

    /** The finished sheet: title and subtitle at the left, legend below. */
    static JFreeChart sheet(Chart chart, Plot plot) {
        JFreeChart sheet = new JFreeChart(null, LABEL, plot, false);
        sheet.setBackgroundPaint(Color.WHITE);
        sheet.setPadding(new RectangleInsets(8, 8, 8, 28));
        sheet.addSubtitle(0, line(chart.title(), TITLE, TEXT));
        sheet.addSubtitle(1, line(chart.subtitle(), SUBTITLE, QUIET));
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemFont(LABEL);
        legend.setItemPaint(TEXT);
        legend.setItemLabelPadding(new RectangleInsets(2, 2, 2, 14));
        sheet.addSubtitle(legend);
        return sheet;
    }

    private static TextTitle line(String text, Font font, Color color) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(color);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setMargin(0, 4, 3, 0);
        return title;
    }

    static NumberAxis valueAxis(Axis axis, double pixels) {
        NumberAxis drawn = new NumberAxis(axis.caption());
        drawn.setRange(0, axis.shownUpper());
        double step = Axis.step(axis.shownUpper());
        // Labels need about 22 pixels each; low panels get fewer.
        while (axis.shownUpper() / step * 22 > pixels) {
            step *= 2;
        }
        drawn.setTickUnit(new NumberTickUnit(step, numbers(step)));
        style(drawn);
        return drawn;
    }

    static void style(ValueAxis axis) {
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(TEXT);
        axis.setTickLabelFont(LABEL);
        axis.setTickLabelPaint(TEXT);
        axis.setAxisLinePaint(QUIET);
        axis.setTickMarkPaint(QUIET);
    }

    /** As many decimals as the step between two ticks needs. */
    static DecimalFormat numbers(double step) {
        String pattern = step >= 1 ? "#,##0.#" : step >= 0.1 ? "0.0#" : step >= 0.01 ? "0.00#" : "0.######";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /** Up to three decimals, as few as the number needs. */
    static DecimalFormat plainNumbers() {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    static Stroke stroke(Ink ink) {
        return new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, ink.dash(), 0f);
    }

    /** A marker of about 8 pixels around the origin. */
    static Shape marker(Ink ink) {
        return switch (ink.marker()) {
            case NONE -> new Rectangle2D.Double();
            case CIRCLE -> new Ellipse2D.Double(-4, -4, 8, 8);
            case SQUARE -> new Rectangle2D.Double(-3.5, -3.5, 7, 7);
            case TRIANGLE -> polygon(0, -5, 5, 4, -5, 4);
            case DIAMOND -> polygon(0, -5.5, 5.5, 0, 0, 5.5, -5.5, 0);
        };
    }

    private static Shape polygon(double... points) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    static LegendItemCollection legend(java.util.List<TimeChart.Key> keys) {
        LegendItemCollection items = new LegendItemCollection();
        keys.forEach(key -> items.add(key.area() ? box(key.name(), key.ink()) : line(key.name(), key.ink())));
        return items;
    }

    static LegendItem box(String name, Ink ink) {
        Shape box = new Rectangle2D.Double(-6, -5, 12, 10);
        return new LegendItem(name, null, null, null, box, ink.color(), THIN, QUIET);
    }

    static LegendItem line(String name, Ink ink) {
        Shape stretch = new java.awt.geom.Line2D.Double(-16, 0, 16, 0);
        boolean marked = ink.marker() != Ink.Marker.NONE;
        return new LegendItem(
                name,
                null,
                null,
                null,
                marked,
                marker(ink),
                true,
                ink.color(),
                false,
                ink.color(),
                THIN,
                true,
                stretch,
                stroke(ink),
                ink.color());
    }
}
