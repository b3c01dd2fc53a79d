package org.swarmload.chart;

import java.util.List;

/**
 * A quantity at points: a line with a marker and an interval at each of them. Panels one above the other share both axes.
 *
 * @param places of the points on the x axis, ascending; labels that would touch are left out
 * @param least where a logarithmic value axis begins, in base units; 0 for an even axis, which begins at zero
 * @param legend what is explained once for all panels
 */
public record PointChart(
        String id,
        String title,
        String subtitle,
        String alt,
        String xLabel,
        List<Place> places,
        Axis axis,
        double least,
        List<Panel> panels,
        List<TimeChart.Key> legend)
        implements Chart {

    public PointChart {
        places = List.copyOf(places);
        panels = List.copyOf(panels);
        legend = List.copyOf(legend);
    }

    /** @param at on an axis that is drawn evenly: a value, its logarithm, or a number in an order */
    public record Place(double at, String label) {}

    /** @param title empty when there is one panel */
    public record Panel(String title, List<Line> lines) {
        public Panel {
            lines = List.copyOf(lines);
        }
    }

    public record Line(String name, Ink ink, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** @param low and high: ends of the interval, in base units like the value; equal to it when there is none */
    public record Point(double at, double value, double low, double high) {}

    /** Whether the value axis is logarithmic: then no value is 0 or below. */
    boolean isLogarithmic() {
        return least > 0;
    }

    /** Whether some value is not zero. */
    public boolean showsSomething() {
        return panels.stream()
                .flatMap(panel -> panel.lines().stream())
                .flatMap(line -> line.points().stream())
                .anyMatch(point -> point.value() != 0);
    }

    @Override
    public int width() {
        return 1100;
    }

    @Override
    public int height() {
        return panels.size() == 1 ? 480 : 130 + 230 * panels.size();
    }
}
