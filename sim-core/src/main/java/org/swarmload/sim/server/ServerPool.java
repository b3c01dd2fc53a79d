package org.swarmload.sim.server;

import org.swarmload.sim.cell.CellPlan;
import org.swarmload.sim.cell.RoundInput.Grant;
import org.swarmload.sim.cell.RoundOutput.Demand;

/**
 * One pool of servers over all cells. Grants never add up to more than the pool has. With one cell the grant is the pool.
 *
 * <p>While demand is below capacity each cell gets what its flows want, and the rest is dealt out by population, so that
 * new flows find room. When capacity is short the grants go towards the max-min level over all cells: flows at their own
 * cap keep it, the others get the same level everywhere; repeated rounds settle who is at its cap.
 */
public final class ServerPool {
    private final double capacity;
    private final long connections;
    private final long queue;
    private final double[] population;

    /** @param population share of the viewers in each cell; sums to 1 */
    public ServerPool(CellPlan plan, int server, double[] population) {
        this.capacity = plan.capacity(server);
        this.connections = plan.server(server).totalConnections();
        this.queue = plan.server(server).totalQueue();
        this.population = population.clone();
    }

    /** The grants for the next round, from what the cells reported after the last one. */
    public Grant[] grant(Demand[] demands) {
        Grant[] grants = new Grant[demands.length];
        if (demands.length == 1) {
            grants[0] = new Grant(capacity, connections, queue, 0);
            return grants;
        }
        double[] rates = rates(demands);
        long open = 0;
        long waiting = 0;
        long pull = 0;
        for (Demand demand : demands) {
            open += demand.open();
            waiting += demand.waiting();
            pull += demand.opened() + demand.waiting() + 1;
        }
        long free = connections == Long.MAX_VALUE ? 0 : Math.max(0, connections - open);
        long[] pulls = new long[demands.length];
        for (int c = 0; c < pulls.length; c++) {
            pulls[c] = demands[c].opened() + demands[c].waiting() + 1;
        }
        long[] more = split(free, pulls, pull);
        long[] places = waiting <= queue ? split(queue - waiting, pulls, pull) : new long[demands.length];
        for (int c = 0; c < grants.length; c++) {
            Demand demand = demands[c];
            long line = waiting <= queue ? demand.waiting() + places[c] : queue * demand.waiting() / waiting;
            grants[c] = connections == Long.MAX_VALUE
                    ? new Grant(rates[c], Long.MAX_VALUE, 0, 0)
                    : new Grant(rates[c], demand.open() + more[c], line, free - more[c]);
        }
        return grants;
    }

    /** Whole parts of an amount in proportion to the pulls; they add up to it, and what is left over goes to the first. */
    private static long[] split(long amount, long[] pulls, long sum) {
        long[] parts = new long[pulls.length];
        long rest = amount;
        for (int c = 0; c < parts.length; c++) {
            parts[c] = (long) ((double) amount * pulls[c] / sum);
            rest -= parts[c];
        }
        for (int c = 0; rest > 0; c = (c + 1) % parts.length) {
            parts[c]++;
            rest--;
        }
        return parts;
    }

    private double[] rates(Demand[] demands) {
        double wanted = 0;
        double capped = 0;
        long sharing = 0;
        for (Demand demand : demands) {
            wanted += demand.wantedRate();
            capped += demand.cappedRate();
            sharing += demand.sharedFlows() + 1L;
        }
        double[] rates = new double[demands.length];
        double level = (capacity - capped) / sharing;
        for (int c = 0; c < rates.length; c++) {
            Demand demand = demands[c];
            if (wanted <= capacity) {
                rates[c] = demand.wantedRate() + (capacity - wanted) * population[c];
            } else if (level > 0) {
                rates[c] = demand.cappedRate() + (demand.sharedFlows() + 1) * level;
            } else {
                rates[c] = capacity * demand.cappedRate() / capped;
            }
        }
        return rates;
    }
}
