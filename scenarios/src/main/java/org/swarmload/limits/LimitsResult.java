package org.swarmload.limits;

import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.swarmload.limits.AudiencePoint.Run;

/**
 * What was found.
 *
 * @param points all audiences that were run, the smallest first
 * @param limits of all deliveries, in the order in which things break
 * @param partial the scan was interrupted
 */
public record LimitsResult(LimitsDesign design, List<AudiencePoint> points, List<Limit> limits, boolean partial) {
    public LimitsResult {
        points = List.copyOf(points);
        limits = List.copyOf(limits);
    }

    /** Of one delivery, in the order in which things break. */
    public List<Limit> of(String delivery) {
        return limits.stream()
                .filter(limit -> limit.what().delivery().equals(delivery))
                .toList();
    }

    /** The point of that audience, which was run. */
    public AudiencePoint point(int viewers) {
        NavigableMap<Integer, AudiencePoint> byAudience = new TreeMap<>();
        points.forEach(point -> byAudience.put(point.viewers(), point));
        AudiencePoint found = byAudience.get(viewers);
        if (found == null) {
            throw new IllegalArgumentException("No run had " + viewers + " viewers.");
        }
        return found;
    }

    /** How many simulations there were. */
    public int runs() {
        return points.stream()
                .flatMap(point -> point.deliveries().stream())
                .mapToInt(delivery -> delivery.runs().size())
                .sum();
    }

    /** Over the digests of all runs, in the order of audiences, deliveries and replications. */
    public String digest() {
        long digest = 0x9E3779B97F4A7C15L;
        for (AudiencePoint point : points) {
            for (AudiencePoint.Delivery delivery : point.deliveries()) {
                for (Run run : delivery.runs()) {
                    digest = (digest ^ run.digest()) * 0xD1342543DE82EF95L;
                    digest ^= digest >>> 32;
                }
            }
        }
        return String.format(Locale.ROOT, "%016x", digest);
    }
}
