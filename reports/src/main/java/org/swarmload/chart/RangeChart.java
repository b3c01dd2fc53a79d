package org.swarmload.chart;

import java.util.List;

/**
 * Horizontal bars that begin at a common value and end where something else would have led, with a limit marked.
 *
 * @param axis from zero; a bar that ends beyond it is cut, its label says where it ends
 * @param base where bars begin, in base units
 */
public record RangeChart(
        String id, String title, String subtitle, String alt, Axis axis, double base, double limit, List<Bar> bars)
        implements Chart {

    /** Names of the colours in the legend. */
    static final String KEPT = "every objective kept";

    static final String BROKEN = "an objective missed";

    public RangeChart {
        bars = List.copyOf(bars);
    }

    /**
     * @param name at the left
     * @param label at the end of the bar
     */
    public record Bar(String name, double to, boolean broken, String label) {}

    @Override
    public int width() {
        return 1100;
    }

    @Override
    public int height() {
        return 175 + 30 * bars.size();
    }
}
