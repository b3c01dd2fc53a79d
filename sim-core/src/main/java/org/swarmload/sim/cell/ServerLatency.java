package org.swarmload.sim.cell;

import org.swarmload.sim.model.Law;
import org.swarmload.sim.net.Transfers;
import org.swarmload.sim.random.CounterRandom;
import org.swarmload.sim.random.Purpose;

/**
 * Time from taking a request up to its first byte at one pool: a draw for each request, by who asks for what, so that it
 * is the same whatever else happens.
 */
final class ServerLatency {
    private static final Law NONE = Law.constant(0);

    /** A session's press and the low part of its refusals have so many bits each. */
    private static final int BITS = 7;

    private final CellPlan plan;
    private final int server;
    private final Viewers viewers;
    private final Transfers transfers;
    private final Law seconds;
    private final boolean drawn;
    private final long key;

    ServerLatency(CellPlan plan, int server, Viewers viewers, Transfers transfers) {
        this.plan = plan;
        this.server = server;
        this.viewers = viewers;
        this.transfers = transfers;
        seconds = plan.servers[server].latencySeconds();
        drawn = !seconds.equals(NONE);
        key = CounterRandom.key(plan.spec.seed(), plan.spec.replication());
    }

    /** Whether there is any. */
    boolean drawn() {
        return drawn;
    }

    long micros(int t, long now) {
        int to = transfers.to(t);
        int slot = plan.cacheSlot(viewers.title(transfers, t), transfers.piece(t), transfers.rendition(t));
        if (to < 0) {
            return ofFill(slot, now);
        }
        return draw(viewers.number[to], drawNumber(viewers.press(to), viewers.serverAttempts(to), slot));
    }

    /** For a cache that asks at that time. */
    long ofFill(int slot, long now) {
        return drawn ? draw(-2L - slot, now) : 0;
    }

    /**
     * The number of a draw, another one for each request of a viewer.
     *
     * @param press at most 127
     * @param refusals since the last piece, below 2^25
     */
    static long drawNumber(int press, int refusals, int slot) {
        long many = refusals >> BITS;
        long request = (many << BITS | press) << BITS | refusals & (1 << BITS) - 1;
        return request << 32 | slot;
    }

    private long draw(long asker, long k) {
        double u = CounterRandom.uniform(key, asker * plan.servers() + server, Purpose.SERVER_LATENCY, k);
        return Math.max(0, Math.round(seconds.quantile(u) * 1e6));
    }
}
