package org.swarmload.chart;

import java.util.List;

/**
 * Horizontal boxes, one per row, on one value axis that starts at zero.
 *
 * @param subtitle says what box and whiskers hold
 */
public record BoxChart(String id, String title, String subtitle, String alt, Axis axis, List<Box> boxes)
        implements Chart {
    public BoxChart {
        boxes = List.copyOf(boxes);
    }

    /**
     * @param low end of the lower whisker, in base units
     * @param from lower end of the box
     * @param label said at the end of the upper whisker
     */
    public record Box(String name, double low, double from, double median, double to, double high, String label) {}

    @Override
    public int width() {
        return 1100;
    }

    @Override
    public int height() {
        return 150 + 44 * boxes.size();
    }
}
