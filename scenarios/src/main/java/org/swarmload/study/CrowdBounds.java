package org.swarmload.study;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.scenario.DeliveryDef;
import org.swarmload.sim.theory.PeakDemand;
import org.swarmload.study.StudyResult.Bound;

/** How many watch at once, what they want, and what the operator's machines can send. */
final class CrowdBounds {
    /** Not a metric of a run: what the audience would draw at the busiest instant if nobody had to wait. */
    static final String PEAK_DEMAND = "peak-demand-bps";

    /** More than this many times what anybody could ever ask for bounds nothing. */
    private static final double AMPLE = 2;

    private CrowdBounds() {}

    static PeakDemand demand(BoundCase asked) {
        return PeakDemand.of(Presses.of(asked.audience()), asked.content());
    }

    static List<Bound> of(BoundCase asked) {
        PeakDemand demand = demand(asked);
        List<Bound> bounds = new ArrayList<>();
        bounds.add(Bound.about(
                "concurrent-viewers",
                Math.ceil(demand.concurrentViewers()),
                "if nobody waits, leaves or stalls",
                "who waits or leaves (fewer at once), stalls (visits last longer) and chance"));
        bounds.add(new Bound(
                PEAK_DEMAND,
                "=",
                demand.bps(),
                BoundCase.say(
                        "%,d viewers at once who want %s each on average, start-up bursts not counted",
                        Math.round(demand.concurrentViewers()), BoundCase.bps(demand.meanRateBps()))));
        if (asked.def().hasServers() && asked.mostServingBps() <= AMPLE * demand.bps()) {
            bounds.add(capacity(asked, demand));
        }
        return bounds;
    }

    private static Bound capacity(BoundCase asked, PeakDemand demand) {
        DeliveryDef def = asked.def();
        String sender = !def.edges().isEmpty() ? "edge" : def.origin() != null ? "origin" : "seed";
        long capacity = asked.mostServingBps();
        return Bound.atMost(
                sender + "-bps.peak10s",
                capacity,
                "its own capacity, " + Math.round(100 * capacity / demand.bps()) + "% of the peak demand",
                "how much is asked for: limits on connections and pieces from viewers leave links idle",
                Bound.ROUNDING);
    }
}
