package org.swarmload.chart;

import java.util.List;

/**
 * Panels one above the other on one clock and one value axis, so that heights can be compared across panels.
 *
 * @param legend what is explained once for all panels
 */
public record TimeChart(
        String id,
        String title,
        String subtitle,
        String alt,
        Clock clock,
        Axis axis,
        List<Panel> panels,
        List<Key> legend)
        implements Chart {

    public TimeChart {
        panels = List.copyOf(panels);
        legend = List.copyOf(legend);
    }

    /**
     * The time axis: bin i covers {@code start + i * bin} seconds of the scenario's local day. Values above 86,400 are
     * the day after.
     */
    public record Clock(double startSeconds, double binSeconds, int bins, String zone) {
        double middle(int bin) {
            return startSeconds + (bin + 0.5) * binSeconds;
        }

        double endSeconds() {
            return startSeconds + bins * binSeconds;
        }
    }

    /**
     * @param areas stacked from the axis upwards, in this order
     * @param lines drawn over the areas
     * @param note said in the panel instead of a curve, or null
     * @param aside said beside the curves, at the top right; empty for nothing
     */
    public record Panel(
            String title, List<Series> areas, List<Series> lines, List<Band> bands, String note, String aside) {
        public Panel(String title, List<Series> areas, List<Series> lines, List<Band> bands, String note) {
            this(title, areas, lines, bands, note, "");
        }

        public Panel {
            areas = List.copyOf(areas);
            lines = List.copyOf(lines);
            bands = List.copyOf(bands);
        }
    }

    /** One value per bin, in base units. */
    public record Series(String name, Ink ink, double[] values) {}

    /** A span of time that is marked across the panel. */
    public record Band(String label, double fromSeconds, double toSeconds) {}

    /** A line or a filled box of the legend. */
    public record Key(String name, Ink ink, boolean area) {}

    @Override
    public int width() {
        return 1100;
    }

    @Override
    public int height() {
        return panels.size() == 1 ? 430 : 120 + 170 * panels.size();
    }
}
