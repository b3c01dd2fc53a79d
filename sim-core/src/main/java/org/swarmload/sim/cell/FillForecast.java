package org.swarmload.sim.cell;

import org.swarmload.sim.model.CacheSpec;

/**
 * When a cache would have a piece that it lacks, as far as one cell knows: by what next tiers are up, what they hold and
 * what one more flow would get there since the round began. With that a cell's viewers need not wait for the cell that
 * fetches the piece for all.
 */
final class FillForecast {
    /** A fill that takes longer than three years, perhaps for want of any rate, is not expected. */
    private static final double LONGEST_MICROS = 1e14;

    private final CellPlan plan;
    private final CacheSpec spec;
    private final EdgeCache cache;
    private final ServerDesk[] desks;
    private final int upstream;

    FillForecast(CellPlan plan, int edge, EdgeCache cache, ServerDesk[] desks) {
        this.plan = plan;
        this.cache = cache;
        this.desks = desks;
        spec = plan.serverPlan.caches[edge];
        upstream = plan.serverPlan.upstream[edge];
    }

    /** When a fill asked for now would end, or the answer would be here that there is none; {@link PendingFills#NEVER} if neither. */
    long end(int slot, long now) {
        long arrives = now + spec.fillRttMicros();
        if (!possible(slot, now)) {
            return Math.max(now + 1, arrives);
        }
        ServerDesk next = desks[upstream];
        double rate = Math.min(spec.fillRateBps() / CellPlan.BPS_PER_BYTE_PER_MICRO, next.oneMoreFillGets());
        double micros = Math.max(1, Math.ceil(plan.slotBytes(slot) / rate));
        long ready = next.readyToFill(slot, arrives);
        return micros > LONGEST_MICROS || ready == PendingFills.NEVER ? PendingFills.NEVER : ready + (long) micros;
    }

    /** When this tier has a piece that the one before it asks for at that time. */
    long has(int slot, long at) {
        return cache.fresh(slot, at) ? at : end(slot, at);
    }

    /** Whether the next tiers are up as far as they are needed. */
    boolean possible(int slot, long now) {
        return desks[upstream].couldSend(slot, now);
    }

    /** Whether the piece is here, or could be. */
    boolean couldHave(int slot, long now) {
        return cache.fresh(slot, now) || possible(slot, now);
    }
}
