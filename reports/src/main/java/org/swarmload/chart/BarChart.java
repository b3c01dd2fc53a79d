package org.swarmload.chart;

import java.util.List;

/**
 * Horizontal stacked bars, one per row.
 *
 * @param parts from left to right, each with one value per row, in base units
 * @param totals said at the end of each bar; empty when every bar is equally long
 * @param marks lines across all bars
 */
public record BarChart(
        String id,
        String title,
        String subtitle,
        String alt,
        Axis axis,
        List<String> rows,
        List<Part> parts,
        List<String> totals,
        List<CurveChart.Mark> marks)
        implements Chart {

    /** A chart without marks. */
    public BarChart(
            String id,
            String title,
            String subtitle,
            String alt,
            Axis axis,
            List<String> rows,
            List<Part> parts,
            List<String> totals) {
        this(id, title, subtitle, alt, axis, rows, parts, totals, List.of());
    }

    public BarChart {
        marks = List.copyOf(marks);
        rows = List.copyOf(rows);
        parts = List.copyOf(parts);
        totals = List.copyOf(totals);
    }

    /** @param labels said inside the bar where there is room, one per row */
    public record Part(String name, Ink ink, double[] values, List<String> labels) {
        public Part {
            labels = List.copyOf(labels);
        }
    }

    @Override
    public int width() {
        return 1100;
    }

    @Override
    public int height() {
        return 170 + 46 * rows.size();
    }
}
