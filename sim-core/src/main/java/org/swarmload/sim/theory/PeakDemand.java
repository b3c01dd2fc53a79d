package org.swarmload.sim.theory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.Law;

/**
 * What the audience would draw if nobody had to wait: expected values straight from the laws, each law averaged over
 * the midpoints of equal slices of its quantile function.
 *
 * @param concurrentViewers greatest expected number of viewers present at once
 * @param meanRateBps mean over viewers of the best rendition that screen and line carry (the lowest one at least, cut
 *     at the line's rate)
 */
public record PeakDemand(double concurrentViewers, double meanRateBps) {
    private static final int SLICES = 1_000;
    private static final int STAY_SLICES = 50;

    public static PeakDemand of(AudienceSpec audience, ContentSpec content) {
        return new PeakDemand(concurrent(audience, content), meanRate(audience, content));
    }

    /** Bits per second at the busiest instant, start-up bursts not counted. */
    public double bps() {
        return concurrentViewers * meanRateBps;
    }

    private record Step(double atSeconds, double viewers) {}

    private static double concurrent(AudienceSpec audience, ContentSpec content) {
        double length = content.lengthMicros() / 1e6;
        int staySlices = audience.staySeconds() instanceof Law.Constant ? 1 : STAY_SLICES;
        List<Step> steps = new ArrayList<>();
        for (AudienceSpec.Arrival arrival : audience.arrivals()) {
            double weight = audience.viewers() * arrival.share() / SLICES / staySlices;
            for (int i = 0; i < SLICES; i++) {
                double start = Math.max(0, arrival.offsetSeconds().quantile((i + 0.5) / SLICES));
                for (int j = 0; j < staySlices; j++) {
                    double stay = audience.staySeconds().quantile((j + 0.5) / staySlices);
                    steps.add(new Step(start, weight));
                    steps.add(new Step(start + Math.min(stay, length), -weight));
                }
            }
        }
        steps.sort(Comparator.comparingDouble(Step::atSeconds).thenComparingDouble(Step::viewers));
        double present = 0;
        double most = 0;
        for (Step step : steps) {
            present += step.viewers();
            most = Math.max(most, present);
        }
        return most;
    }

    private static double meanRate(AudienceSpec audience, ContentSpec content) {
        double mean = 0;
        for (Device device : audience.devices()) {
            mean += device.share() * meanRate(audience, content, device);
        }
        return mean;
    }

    /** Mean wanted rate of the viewers who watch on one device. */
    static double meanRate(AudienceSpec audience, ContentSpec content, Device device) {
        double[] shares = audience.accessShares();
        double mean = 0;
        for (int a = 0; a < shares.length; a++) {
            Law down = audience.access().get(a).downBps();
            double sum = 0;
            for (int i = 0; i < SLICES; i++) {
                sum += rate(content, device, down.quantile((i + 0.5) / SLICES));
            }
            mean += shares[a] * sum / SLICES;
        }
        return mean;
    }

    private static double rate(ContentSpec content, Device device, double downBps) {
        double best = Math.min(content.renditions().get(0).rateBps(), downBps);
        for (int r = 1; r <= device.topRendition(); r++) {
            double rate = content.renditions().get(r).rateBps();
            best = rate <= downBps ? rate : best;
        }
        return best;
    }
}
