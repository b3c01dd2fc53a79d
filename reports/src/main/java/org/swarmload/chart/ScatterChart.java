package org.swarmload.chart;

import java.util.List;

/**
 * Points by two quantities, with a limit across.
 *
 * @param x along; may begin above zero, since places and not lengths are read off it
 * @param xLower where it begins, in base units
 * @param y upwards, from zero; a point beyond its end is drawn at the end
 * @param groups drawn one over the other, each with a line of the legend
 */
public record ScatterChart(
        String id,
        String title,
        String subtitle,
        String alt,
        Axis x,
        double xLower,
        Axis y,
        Limit limit,
        List<Group> groups)
        implements Chart {

    public ScatterChart {
        groups = List.copyOf(groups);
    }

    /** A value of y that is marked across. */
    public record Limit(String label, double at) {}

    /**
     * @param filled whether markers are full or rings
     * @param joined whether a line goes through them, in their order
     */
    public record Group(String name, Ink ink, boolean filled, boolean joined, List<Point> points) {
        public Group {
            points = List.copyOf(points);
        }
    }

    /** In base units. */
    public record Point(double x, double y) {}

    @Override
    public int width() {
        return 1100;
    }

    @Override
    public int height() {
        return 480;
    }
}
