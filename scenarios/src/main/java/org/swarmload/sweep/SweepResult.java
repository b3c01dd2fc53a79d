package org.swarmload.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.swarmload.study.Digests;

/**
 * The finished points of a sweep, in the design's order.
 *
 * @param results null in the place of a point that was not finished
 */
public record SweepResult(SweepDesign design, List<PointResult> results) {
    /** A point and what came of it. */
    public record Done(SweepPoint point, PointResult result) {}

    public SweepResult {
        results = Collections.unmodifiableList(new ArrayList<>(results));
    }

    public List<Done> done() {
        return design.points().stream()
                .filter(point -> results.get(point.number()) != null)
                .map(point -> new Done(point, results.get(point.number())))
                .toList();
    }

    /** Over the digests of all finished points, in their order. */
    public String digest() {
        long digest = Digests.over(done().stream()
                .map(one -> Long.parseUnsignedLong(one.result().digest(), 16))
                .toList());
        return String.format(Locale.ROOT, "%016x", digest);
    }

    /** Whether some point was not finished. */
    public boolean partial() {
        return results.stream().anyMatch(Objects::isNull);
    }
}
