package org.swarmload.sim.property;

import java.util.Arrays;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.theory.KumarRoss;

/**
 * What holds of downloads: everybody who has finished has exactly the bytes of the file, and nobody can be faster than
 * all uplinks together allow (Kumar and Ross).
 */
final class FileFacts {
    private final ModelSpec spec;
    private final RunResult result;
    private final Audience audience;
    private final Findings findings;

    FileFacts(ModelSpec spec, RunResult result, Audience audience, Findings findings) {
        this.spec = spec;
        this.result = result;
        this.audience = audience;
        this.findings = findings;
    }

    void check() {
        boolean nobodyEarly = spec.warmupMicros() == 0;
        boolean allDone = nobodyEarly && result.outcomes().started() == audience.viewers();
        boolean once = spec.faults().isEmpty() && result.outcomes().http503() == 0;
        if (allDone && once) {
            findings.equal("bytes of whole files", result.traffic().deliveredBytes(), missingBytes());
        } else if (allDone) {
            findings.atMost(
                    "bytes of whole files", missingBytes(), result.traffic().deliveredBytes());
        }
        boolean nobodyHere = spec.audience().initial().isEmpty();
        if (allDone && once && nobodyHere && spec.content().file().constantSize()) {
            leastTime();
        }
    }

    /** What all viewers together lacked when they came. */
    private long missingBytes() {
        long sum = 0;
        for (int v = 0; v < audience.viewers(); v++) {
            if (!spec.content().file().constantSize()) {
                boolean holds = audience.holdsAtStart(v, 0);
                sum += holds ? 0 : audience.fileBytes(v);
                continue;
            }
            int pieces = spec.content().pieces();
            long size = spec.content().file().pieceBytes();
            for (int piece = 0; piece < pieces; piece++) {
                long bytes = piece < pieces - 1 ? size : spec.content().file().bytes() - (pieces - 1) * size;
                sum += audience.holdsAtStart(v, piece) ? 0 : bytes;
            }
        }
        return sum;
    }

    /** Counted from the first press to the last completion; of many titles the server may send each one once. */
    private void leastTime() {
        int n = audience.viewers();
        double[] down = new double[n];
        double[] up = new double[n];
        for (int v = 0; v < n; v++) {
            down[v] = audience.downBps(v);
            up[v] = lentBps(v);
        }
        DeliverySpec delivery = spec.delivery();
        if (!delivery.edges().isEmpty()) {
            return;
        }
        double server = (delivery.origin() != null ? delivery.origin() : delivery.seeds()).totalUplinkBps();
        KumarRoss bound = KumarRoss.peerToPeer(spec.content().file().bytes() * 8.0, server, down, up);
        long first = Long.MAX_VALUE;
        long last = 0;
        for (int v = 0; v < n; v++) {
            first = Math.min(first, audience.pressMicros(v));
            last = Math.max(last, audience.pressMicros(v));
        }
        double latest = last / 1e6 + result.completionSeconds().max() - first / 1e6;
        findings.atMost("Kumar and Ross's least time", bound.seconds() * (1 - 1e-9), latest + 2e-6);
        double fastest = Arrays.stream(down).max().orElse(1);
        double alone = spec.content().file().bytes() * 8.0 / fastest;
        findings.atMost(
                "the fastest line",
                alone * (1 - 1e-9),
                result.completionSeconds().min() + 2e-6);
    }

    private double lentBps(int v) {
        DeliverySpec.Swarm swarm = spec.delivery().swarm();
        boolean lends = swarm != null
                && spec.audience().devices().get(audience.device(v)).role() == PeerRole.FULL;
        if (!lends) {
            return 0;
        }
        long cap = swarm.uploadCapBps();
        return cap > 0 ? Math.min(cap, audience.upBps(v)) : audience.upBps(v);
    }
}
