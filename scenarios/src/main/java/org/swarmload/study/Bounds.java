package org.swarmload.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.theory.OffloadBound;
import org.swarmload.sim.theory.PeakDemand;
import org.swarmload.study.StudyResult.Bound;
import org.swarmload.study.StudyResult.MetricValue;

/** What mathematics says about a delivery before anything is simulated. */
final class Bounds {
    /** Not a metric of a run: what the audience would draw at the busiest instant if nobody had to wait. */
    static final String PEAK_DEMAND = "peak-demand-bps";

    private static final double AMPLE = 2;

    private Bounds() {}

    /** @param metrics of the simulated delivery: a bound on a share needs to know of which picture */
    static List<Bound> of(Scenario scenario, String delivery, Map<String, MetricValue> metrics) {
        ModelSpec spec = ScenarioCompiler.compile(scenario, delivery, 0);
        DeliveryDef def = scenario.delivery(delivery);
        PeakDemand demand = PeakDemand.of(Presses.of(spec.audience()), spec.content());
        List<Bound> bounds = new ArrayList<>();
        bounds.add(new Bound(
                "concurrent-viewers", "<=", Math.ceil(demand.concurrentViewers()), "if nobody has to wait or leaves"));
        bounds.add(new Bound(
                PEAK_DEMAND,
                "=",
                demand.bps(),
                String.format(
                        Locale.ROOT,
                        "%,d viewers at once who want %s each on average, start-up bursts not counted",
                        Math.round(demand.concurrentViewers()),
                        bps(demand.meanRateBps()))));
        // More than anybody could ever ask for bounds nothing.
        if (def.hasServers() && def.servingCapacityBps() <= AMPLE * demand.bps()) {
            bounds.add(capacity(def, demand));
        }
        if (def.hasSwarm()) {
            OffloadBound wanted = OffloadBound.of(spec.audience(), spec.content(), def.swarm());
            MetricValue watched = metrics.get("mean-bitrate");
            bounds.add(offload(watched == null ? wanted : wanted.atRate(watched.mean())));
        }
        return bounds;
    }

    private static Bound capacity(DeliveryDef def, PeakDemand demand) {
        String sender = !def.edges().isEmpty() ? "edge" : def.origin() != null ? "origin" : "seed";
        long capacity = def.servingCapacityBps();
        return new Bound(
                sender + "-bps.peak10s",
                "<=",
                capacity,
                "its own capacity, " + Math.round(100 * capacity / demand.bps()) + "% of the peak demand");
    }

    private static Bound offload(OffloadBound bound) {
        String reason;
        if (bound.value() == bound.byUpload()) {
            reason = "viewers may upload %s each on average and watch %s"
                    .formatted(bps(bound.meanUploadBps()), bps(bound.meanRateBps()));
        } else if (bound.value() == bound.byReceivers()) {
            reason = "the other bytes go to screens that cannot receive from viewers";
        } else {
            reason = "somebody must fetch every piece first";
        }
        return new Bound("offload", "<=", bound.value(), reason);
    }

    private static String bps(double value) {
        return value >= 1e9
                ? String.format(Locale.ROOT, "%.1f Gbps", value / 1e9)
                : String.format(Locale.ROOT, "%.1f Mbps", value / 1e6);
    }
}
