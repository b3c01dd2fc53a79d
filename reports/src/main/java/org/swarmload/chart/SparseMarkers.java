package org.swarmload.chart;

import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** A line with a marker at every n-th point; lines of one panel have theirs at different points. */
final class SparseMarkers extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1;

    private final int every;
    private final int first;
    private final boolean marked;

    SparseMarkers(Ink ink, int every, int number) {
        super(true, true);
        this.every = Math.max(1, every);
        this.first = (int) ((number * 0.25 + 0.1) * this.every);
        this.marked = ink.marker() != Ink.Marker.NONE;
        setSeriesPaint(0, ink.color());
        setSeriesStroke(0, Look.stroke(ink));
        setSeriesShape(0, Look.marker(ink));
        // One path for the whole line: dashes run through, and the SVG stays small.
        setDrawSeriesLineAsPath(true);
    }

    @Override
    public boolean getItemShapeVisible(int series, int item) {
        return marked && item % every == first % every;
    }
}
