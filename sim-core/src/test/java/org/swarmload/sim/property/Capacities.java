package org.swarmload.sim.property;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.swarmload.sim.model.BackgroundSpec;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.FaultSpec.Target;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.result.RunResult.LedgerLine;

/**
 * No link carries more than its capacity: what each kind of server sent in each bin of the series, and each payer in each
 * bin of the bill, against the integral of its capacity less other traffic and faults, computed here from the spec alone.
 */
final class Capacities {
    private static final double BPS_PER_BYTE_PER_MICRO = 8e6;
    private static final long BILL_MICROS = 300_000_000;

    private final ModelSpec spec;
    private final RunResult result;
    private final Findings findings;

    Capacities(ModelSpec spec, RunResult result, Findings findings) {
        this.spec = spec;
        this.result = result;
        this.findings = findings;
    }

    void check() {
        Server origin = spec.delivery().origin();
        if (origin != null) {
            column("origin-bytes", List.of(origin), Target.ORIGIN);
            bill("origin", origin, Target.ORIGIN);
        }
        if (spec.delivery().shield() != null) {
            Server shield = spec.delivery().shield().server();
            column("shield-bytes", List.of(shield), Target.SHIELD);
            bill("shield", shield, Target.SHIELD);
        }
        List<Server> edges = new ArrayList<>();
        spec.delivery().edges().forEach(edge -> {
            edges.add(edge.server());
            bill("edge:" + edge.server().name(), edge.server(), Target.EDGE);
        });
        column("edge-bytes", edges, Target.EDGE);
        if (spec.delivery().seeds() != null) {
            column("seed-bytes", List.of(spec.delivery().seeds()), Target.SEEDS);
            bill("seeds", spec.delivery().seeds(), Target.SEEDS);
        }
        double lent = result.traffic().lentBytes();
        findings.atMost("bytes of peers and what they lent", result.traffic().peerBytes(), lent * 1.01 + 1_000);
    }

    private void column(String name, List<Server> servers, Target target) {
        long bin = result.series().binMicros();
        double[] bytes = result.series().values(name);
        for (int b = 0; b < bytes.length; b++) {
            double most = slack(servers.size());
            for (Server server : servers) {
                most += carried(server, target, b * bin, (b + 1) * bin);
            }
            findings.atMost("capacity of " + name + " in a bin", bytes[b], most);
        }
    }

    private void bill(String payer, Server server, Target target) {
        for (LedgerLine line : result.ledger()) {
            if (line.payer().equals(payer)) {
                double most = carried(server, target, line.binStartMicros(), line.binStartMicros() + BILL_MICROS);
                findings.atMost("capacity of " + payer + " in a bill", line.bytes(), most + slack(1));
            }
        }
    }

    /**
     * In each cell bytes are rounded to whole ones at either end, a transfer ends at a whole microsecond until which its
     * part of the capacity counts as used, and one that breaks carries a fraction of a byte over.
     */
    private double slack(int servers) {
        return servers * (2.0 * result.engine().cells() + 2)
                + 2.0 * spec.audience().viewers();
    }

    /** Bytes that a pool can carry between two times. */
    private double carried(Server server, Target target, long from, long to) {
        TreeSet<Long> changes = new TreeSet<>(List.of(from, to));
        for (FaultSpec fault : spec.faults()) {
            changes.add(fault.atMicros());
            changes.add(fault.endMicros());
        }
        for (BackgroundSpec.Step step : server.background().steps()) {
            changes.add(step.atMicros());
        }
        double bytes = 0;
        for (long at = from; at < to; ) {
            long next = Math.min(to, changes.higher(at));
            bytes += rate(server, target, at) * (next - at);
            at = next;
        }
        return bytes + rate(server, target, from);
    }

    private double rate(Server server, Target target, long now) {
        double up = 1;
        for (FaultSpec fault : spec.faults()) {
            boolean named = target != Target.EDGE || fault.name().equals(server.name());
            boolean central = fault.target() == Target.CENTRAL && target != Target.EDGE;
            boolean hit = fault.target() == target && named || central;
            up -= hit && now >= fault.atMicros() && now < fault.endMicros() ? fault.part() : 0;
        }
        double bps =
                server.totalUplinkBps() * Math.max(0, up) - server.background().bpsAt(now);
        return Math.max(0, bps) / BPS_PER_BYTE_PER_MICRO;
    }
}
