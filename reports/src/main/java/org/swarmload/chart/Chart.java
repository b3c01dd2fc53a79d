package org.swarmload.chart;

/** A picture as data. Drawn by {@link ChartRenderer}. */
public sealed interface Chart
        permits TimeChart, BarChart, CurveChart, BoxChart, HeatChart, PointChart, ScatterChart, RangeChart {
    /** Name of its files, without extension. */
    String id();

    String title();

    /** One line below the title: what is counted, over which bins. */
    String subtitle();

    /** What a reader who cannot see the picture should learn from it. */
    String alt();

    int width();

    int height();
}
