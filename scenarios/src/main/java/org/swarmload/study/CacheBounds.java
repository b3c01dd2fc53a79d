package org.swarmload.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec.Edge;
import org.swarmload.sim.theory.CacheFormulas;
import org.swarmload.study.BoundCase.Steady;
import org.swarmload.study.StudyResult.Bound;

/** What edges must fetch. */
final class CacheBounds {
    /** A piece that so many mean to see is asked for by somebody. */
    private static final double CERTAIN = 10;

    private static final int SLICES = 1_000;

    private CacheBounds() {}

    static List<Bound> of(BoundCase asked) {
        List<Edge> edges = asked.spec().delivery().edges();
        boolean oneRendition = asked.content().renditions().size() == 1;
        if (edges.isEmpty() || asked.def().hasSwarm()) {
            return List.of();
        }
        List<Bound> bounds = new ArrayList<>();
        if (asked.steady().isPresent() && oneRendition && !asked.content().isLive()) {
            missRatio(asked, edges, asked.steady().get()).ifPresent(bounds::add);
        }
        if (asked.content().titles().count() == 1 && asked.steady().isEmpty()) {
            bounds.add(Bound.atLeast(
                    "cache-fills",
                    fills(asked, edges),
                    "every piece at every edge at least once"
                            + (oneRendition ? "" : ", in the rendition that most watch"),
                    (oneRendition ? "" : "other renditions, ")
                            + "pieces fetched again, fetches begun in vain while the origin is down, and who"
                            + " leaves before the end",
                    Double.POSITIVE_INFINITY));
        }
        return bounds;
    }

    /** Pieces that somebody behind an edge means to see, over all edges. */
    private static double fills(BoundCase asked, List<Edge> edges) {
        ContentSpec content = asked.content();
        double fills = 0;
        for (Edge edge : edges) {
            double viewers = asked.audience().viewers() * regionShare(asked, edge);
            if (content.isFile()) {
                fills += viewers >= 1 ? content.pieces() : 0;
                continue;
            }
            int seen = 0;
            for (int slice = 0; slice < SLICES; slice++) {
                double stay = asked.audience().staySeconds().quantile((slice + 0.5) / SLICES);
                boolean enough = viewers * (SLICES - slice) / SLICES >= Math.min(CERTAIN, viewers);
                double pieces = Math.ceil(Math.min(stay * 1e6, content.lengthMicros()) / content.segmentMicros());
                seen = enough ? Math.max(seen, (int) pieces) : seen;
            }
            fills += seen;
        }
        return fills;
    }

    private static double regionShare(BoundCase asked, Edge edge) {
        return edge.regions().stream()
                .mapToDouble(region -> asked.audience().regions().get(region).share())
                .sum();
    }

    /** Poisson requests for each piece: a time to live without a limit of size, or least recently used without one. */
    private static Optional<Bound> missRatio(BoundCase asked, List<Edge> edges, Steady arrivals) {
        double[] titles = asked.content().titles().shares();
        double all = 0;
        double missed = 0;
        for (Edge edge : edges) {
            double perSecond = arrivals.perSecond() * regionShare(asked, edge);
            if (perSecond == 0) {
                continue;
            }
            double[] rates = new double[titles.length];
            for (int k = 0; k < rates.length; k++) {
                rates[k] = perSecond * titles[k];
            }
            double edgeMisses = edge.cache().bounded()
                    ? leastRecent(asked.content(), edge.cache(), rates, arrivals)
                    : timeToLive(edge.cache(), rates);
            if (Double.isNaN(edgeMisses)) {
                return Optional.empty();
            }
            missed += perSecond * edgeMisses;
            all += perSecond;
        }
        return all == 0
                ? Optional.empty()
                : Optional.of(Bound.about(
                        "miss-ratio",
                        missed / all,
                        "Poisson requests for every piece, for ever",
                        "that caches begin empty, the time of a fill, and viewers who leave early"));
    }

    private static double timeToLive(CacheSpec cache, double[] rates) {
        double sum = 0;
        double all = 0;
        for (double rate : rates) {
            sum += rate * CacheFormulas.ttlMissRatio(rate, cache.ttlMicros() / 1e6);
            all += rate;
        }
        return sum / all;
    }

    /** Not a number when both the size and the time to live matter. */
    private static double leastRecent(ContentSpec content, CacheSpec cache, double[] rates, Steady arrivals) {
        double room = (double) cache.sizeBytes() / content.pieceBytes(0) / content.pieces();
        double seconds = CacheFormulas.lruSeconds(rates, room);
        if (cache.ttlMicros() / 1e6 < Math.min(10 * seconds, arrivals.seconds())) {
            return Double.NaN;
        }
        return 1 - CacheFormulas.lruHitRatio(rates, room);
    }
}
