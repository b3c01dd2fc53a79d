package org.swarmload.sweep;

import java.util.List;

/**
 * The finished points of a sweep, in the design's order.
 *
 * @param results null in the place of a point that was not finished
 */
public record SweepResult(SweepDesign design, List<PointResult> results) {
    /** A point and what came of it. */
    public record Done(SweepPoint point, PointResult result) {}

    public SweepResult {
        results = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(results));
    }

    public List<Done> done() {
        return design.points().stream()
                .filter(point -> results.get(point.number()) != null)
                .map(point -> new Done(point, results.get(point.number())))
                .toList();
    }

    /** Whether some point was not finished. */
    public boolean partial() {
        return results.stream().anyMatch(java.util.Objects::isNull);
    }
}
