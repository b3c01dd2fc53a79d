package org.swarmload.chart;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a {@link HeatChart}: one hue from light to dark, in steps, so that it can be read in grey and by anybody. */
final class HeatPlot {
    /** ColorBrewer's Blues in five classes; what nobody has is white. */
    private static final Color[] SHADES = {
        Color.WHITE,
        new Color(0xEFF3FF),
        new Color(0xBDD7E7),
        new Color(0x6BAED6),
        new Color(0x3182BD),
        new Color(0x08519C)
    };

    private static final int NOTHING = -1;

    private final HeatChart chart;

    HeatPlot(HeatChart chart) {
        this.chart = chart;
    }

    JFreeChart draw() {
        NumberAxis time = new NumberAxis(chart.xLabel());
        time.setRange(0, chart.xUpper());
        double step = Axis.step(chart.xUpper());
        time.setTickUnit(new NumberTickUnit(step / 2, Look.numbers(step / 2)));
        Look.style(time);
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(time);
        all.setGap(10);
        for (HeatChart.Panel panel : chart.panels()) {
            all.add(plot(panel));
        }
        LegendItemCollection legend = new LegendItemCollection();
        for (int shade = 0; shade < SHADES.length; shade++) {
            legend.add(new LegendItem(
                    name(shade),
                    null,
                    null,
                    null,
                    new Rectangle2D.Double(-6, -5, 12, 10),
                    SHADES[shade],
                    Look.THIN,
                    Look.QUIET));
        }
        all.setFixedLegendItems(legend);
        return Look.sheet(chart, all);
    }

    private String name(int shade) {
        if (shade == 0) {
            return chart.subject() + ": none";
        }
        int classes = SHADES.length - 1;
        return (shade == 1 ? "up to " : 100 * (shade - 1) / classes + " to ") + 100 * shade / classes + " %";
    }

    private XYPlot plot(HeatChart.Panel panel) {
        NumberAxis rows = new NumberAxis(chart.yLabel());
        rows.setRange(0, 100);
        rows.setTickUnit(new NumberTickUnit(50));
        Look.style(rows);
        XYPlot plot = new XYPlot(new XYSeriesCollection(), null, rows, new XYLineAndShapeRenderer());
        plot.setBackgroundPaint(new Color(0xF4F4F4));
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setOutlinePaint(Look.GRID);
        for (int shade = 0; shade < SHADES.length; shade++) {
            Path2D.Double area = area(panel, shade);
            plot.addAnnotation(new XYShapeAnnotation(area, null, null, SHADES[shade]));
        }
        TextTitle name = new TextTitle(panel.name(), Look.STRONG);
        name.setPaint(Look.TEXT);
        name.setBackgroundPaint(new Color(255, 255, 255, 220));
        name.setPadding(1, 4, 1, 4);
        plot.addAnnotation(new XYTitleAnnotation(0.995, 0.06, name, RectangleAnchor.BOTTOM_RIGHT));
        return plot;
    }

    /** All fields of one shade; neighbours in a row are one rectangle. */
    private static Path2D.Double area(HeatChart.Panel panel, int shade) {
        Path2D.Double area = new Path2D.Double();
        int columns = panel.shares().length;
        int rows = columns == 0 ? 0 : panel.shares()[0].length;
        double height = 100.0 / Math.max(1, rows);
        for (int row = 0; row < rows; row++) {
            int from = 0;
            for (int column = 0; column <= columns; column++) {
                boolean goesOn = column < columns && shade(panel.shares()[column][row]) == shade;
                if (!goesOn) {
                    if (column > from) {
                        double x = from * panel.step();
                        area.append(
                                new Rectangle2D.Double(x, row * height, (column - from) * panel.step(), height), false);
                    }
                    from = column + 1;
                }
            }
        }
        return area;
    }

    private static int shade(double share) {
        if (Double.isNaN(share)) {
            return NOTHING;
        }
        return share <= 0 ? 0 : Math.min(SHADES.length - 1, (int) Math.ceil(share * (SHADES.length - 1)));
    }
}
