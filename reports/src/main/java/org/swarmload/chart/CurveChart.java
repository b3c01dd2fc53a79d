package org.swarmload.chart;

import java.util.List;

/**
 * Curves over a value that is no clock: here the share of viewers (y) who have their first frame within x seconds.
 *
 * @param logarithmic the x axis grows by factors; its values are all above zero
 */
public record CurveChart(
        String id,
        String title,
        String subtitle,
        String alt,
        String xLabel,
        double xLow,
        double xHigh,
        boolean logarithmic,
        Axis yAxis,
        List<Curve> curves,
        List<Mark> marks)
        implements Chart {

    public CurveChart {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    /** @param end said at the curve's right end: the level at which it stops */
    public record Curve(String name, Ink ink, double[] x, double[] y, String end) {}

    /** A vertical line, such as an objective. */
    public record Mark(String label, double x) {}

    @Override
    public int width() {
        return 1100;
    }

    @Override
    public int height() {
        return 480;
    }
}
