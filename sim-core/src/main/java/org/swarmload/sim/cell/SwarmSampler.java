package org.swarmload.sim.cell;

import org.swarmload.sim.swarm.PieceStore;
import org.swarmload.sim.watch.SwarmSample;

/** Counts what the viewers of a cell hold, for a watch. Reads only. */
final class SwarmSampler {
    private static final long KBIT_MICROS_PER_BYTE = 8_000;

    private final CellPlan plan;
    private final Viewers viewers;
    private final PieceStore pieces;
    private final CellLedger ledger;

    SwarmSampler(CellPlan plan, Viewers viewers, PieceStore pieces, CellLedger ledger) {
        this.plan = plan;
        this.viewers = viewers;
        this.pieces = pieces;
        this.ledger = ledger;
    }

    SwarmSample sample(long now) {
        int[] holders = new int[plan.pieces];
        int present = 0;
        int unfinished = 0;
        long held = 0;
        long inOrder = 0;
        for (int v = 0; v < viewers.count; v++) {
            if (viewers.state(v) == Viewers.AWAY) {
                continue;
            }
            present++;
            pieces.countInto(v, holders);
            int received = pieces.received(v);
            if (received < plan.pieces) {
                unfinished++;
                held += received;
                inOrder += pieces.inOrder(v);
            }
        }
        long lent = ledger.uplinkKbps.integral(now) / KBIT_MICROS_PER_BYTE;
        return new SwarmSample(now, present, unfinished, held, inOrder, holders, lent);
    }
}
