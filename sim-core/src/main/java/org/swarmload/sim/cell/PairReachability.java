package org.swarmload.sim.cell;

import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.random.CounterRandom;
import org.swarmload.sim.random.Purpose;

/**
 * Which pairs of viewers can connect: a hash of both numbers, once and for all and independent between pairs, the same in
 * every delivery, cell and round. Roles and the operator's seeds are the caller's matter. Immutable.
 */
final class PairReachability {
    private static final int SHARE_BITS = 52;

    private final long key;
    private final long bound;

    PairReachability(CellPlan plan) {
        Swarm swarm = plan.spec.delivery().swarm();
        bound = swarm == null ? 0 : (long) (swarm.reachable() * (1L << SHARE_BITS));
        key = CounterRandom.key(plan.spec.seed(), plan.spec.replication());
    }

    /** Whether two viewers can connect, by their numbers in the audience. */
    boolean connects(int number, int other) {
        long bits = CounterRandom.bits(key, Math.min(number, other), Purpose.REACHABLE, Math.max(number, other));
        return bits >>> Long.SIZE - SHARE_BITS < bound;
    }
}
