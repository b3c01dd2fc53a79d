package org.swarmload.chart;

import java.util.List;

/**
 * Panels one above the other in which a share is a shade: columns are times, rows are parts of a title.
 *
 * @param xUpper end of the time axis
 * @param yLabel what the rows are, from 0 to 100 %
 * @param subject of the shade, for the legend: "viewers who have it"
 */
public record HeatChart(
        String id,
        String title,
        String subtitle,
        String alt,
        String xLabel,
        double xUpper,
        String yLabel,
        String subject,
        List<Panel> panels)
        implements Chart {
    public HeatChart {
        panels = List.copyOf(panels);
    }

    /**
     * @param step length of a column on the time axis
     * @param shares by column, then by row from the bottom; NaN is no value
     */
    public record Panel(String name, double step, double[][] shares) {}

    @Override
    public int width() {
        return 1100;
    }

    @Override
    public int height() {
        return 130 + 130 * panels.size();
    }
}
