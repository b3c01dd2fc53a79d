package org.swarmload.sim.cell;

import org.swarmload.sim.swarm.Holdings;

/**
 * The bit-rate ladder: throughput with the factors of hls.js (up if 0.7 of it carries the next rendition, down if 0.95
 * of it no longer carries the present one), one step up at a time
 * and none within three pieces of the last change, no step down while the buffer is half full.
 * Throughput is what all sources gave together while any was busy, over the last few pieces.
 */
final class Ladder {
    private static final double UP = 0.7;
    private static final double DOWN = 0.95;
    private static final int PIECES_BEFORE_UP = 3;
    private static final int SAFE_PIECES = 2;

    private final CellPlan plan;
    private final Viewers viewers;
    private final Holdings holdings;

    Ladder(CellPlan plan, Viewers viewers, Holdings holdings) {
        this.plan = plan;
        this.viewers = viewers;
        this.holdings = holdings;
    }

    /** The rendition with which a session begins: the lowest, or the one that it reserves at its server. */
    static byte first(CellPlan plan, Viewers viewers, int v) {
        return plan.reserves(viewers.server(v)) ? viewers.topRendition(v) : 0;
    }

    /** Chooses the rendition of the pieces that are asked for from now on; one that is reserved stays. */
    void choose(int v, long now) {
        if (plan.reserves(viewers.server(v))) {
            return;
        }
        double throughputBps =
                viewers.recentBytes(v) * CellPlan.BPS_PER_BYTE_PER_MICRO / Math.max(1, viewers.recentMicros(v));
        int rendition = viewers.rendition(v);
        int since = Math.min(100, viewers.sinceSwitch(v) + 1);
        viewers.setSinceSwitch(v, since);
        long buffer = holdings.front(v) * plan.segmentMicros - viewers.position(v, now);
        if (rendition < viewers.topRendition(v)
                && since >= PIECES_BEFORE_UP
                && buffer >= SAFE_PIECES * plan.segmentMicros
                && throughputBps * UP >= plan.renditionBps[rendition + 1]) {
            viewers.addRendition(v, 1);
            viewers.setSinceSwitch(v, 0);
        } else if (throughputBps * DOWN < plan.renditionBps[rendition]
                && buffer < plan.spec.player().bufferAheadMicros() / 2) {
            while (rendition > 0 && throughputBps * DOWN < plan.renditionBps[rendition]) {
                rendition--;
            }
            viewers.setRendition(v, rendition);
            viewers.setSinceSwitch(v, 0);
        }
    }
}
