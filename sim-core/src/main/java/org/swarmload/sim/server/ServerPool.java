package org.swarmload.sim.server;

import java.util.Arrays;
import org.swarmload.sim.cell.CellPlan;
import org.swarmload.sim.cell.RoundInput.Grant;
import org.swarmload.sim.cell.RoundInput.Spare;
import org.swarmload.sim.cell.RoundOutput.Demand;

/**
 * One pool of servers over all cells. Grants never add up to more than the pool has at the time. With one cell the grant is the pool.
 *
 * <p>While demand is below capacity each cell gets what its flows want, and the rest is dealt out by population, so that
 * new flows find room. When capacity is short the grants go towards the max-min level over all cells: flows at their own
 * cap keep it, the others get the same level everywhere; repeated rounds settle who is at its cap.
 */
public final class ServerPool {
    /** Use of a pool up to which every cell has at least as much again to grow into. */
    private static final double CALM_USE = 0.5;

    /** So many flows of a cell, which come and go, differ by a tenth or so; in a second by less. */
    private static final long SETTLED_FLOWS = 100;

    /**
     * Of a pool that is short, so much of what its flows get is granted beside to all cells together, for flows that begin
     * in the round, but no more to each than one flow gets. It lies idle until they do: one flow's part for each of fifty
     * cells would leave little for the only flow there is.
     */
    private static final double IDLE_SHARE = 0.01;

    private final CellPlan plan;
    private final int server;
    private final double[] population;

    /** @param population share of the viewers in each cell; sums to 1 */
    public ServerPool(CellPlan plan, int server, double[] population) {
        this.plan = plan;
        this.server = server;
        this.population = population.clone();
    }

    /** The grants for the round that begins at that time, from what the cells reported after the last one. */
    public Grant[] grant(Demand[] demands, long now) {
        double capacity = plan.capacity(server, now);
        long room = plan.room(server, now);
        long queue = plan.queue(server, now);
        if (demands.length == 1) {
            return new Grant[] {new Grant(capacity, room, queue, 0, new Spare(capacity, 0, 0))};
        }
        Grant[] grants = new Grant[demands.length];
        double[] rates = rates(demands, population, capacity);
        Spare spare = spare(demands, capacity);
        if (room == Long.MAX_VALUE) {
            Arrays.setAll(grants, c -> new Grant(rates[c], Long.MAX_VALUE, 0, 0, spare));
            return grants;
        }
        long taken = 0;
        long waiting = 0;
        long pull = 0;
        long[] pulls = new long[demands.length];
        for (int c = 0; c < pulls.length; c++) {
            taken += demands[c].taken();
            waiting += demands[c].waiting();
            pulls[c] = demands[c].asked() + demands[c].waiting() + 1;
            pull += pulls[c];
        }
        long free = Math.max(0, room - taken);
        long[] more = plan.reserves(server) ? splitReserved(free, demands, pulls, pull) : split(free, pulls, pull);
        long[] places = waiting <= queue ? split(queue - waiting, pulls, pull) : new long[demands.length];
        for (int c = 0; c < grants.length; c++) {
            Demand demand = demands[c];
            long line = waiting <= queue ? demand.waiting() + places[c] : queue * demand.waiting() / waiting;
            grants[c] = new Grant(rates[c], demand.taken() + more[c], line, free - more[c], spare);
        }
        return grants;
    }

    /** Those who wait come first, or a session that needs much would find it in no cell; the rest by the pulls. */
    private static long[] splitReserved(long free, Demand[] demands, long[] pulls, long pull) {
        long[] first = new long[demands.length];
        long rest = free;
        for (int c = 0; c < first.length; c++) {
            first[c] = Math.min(rest, demands[c].waitingRoom());
            rest -= first[c];
        }
        long[] more = split(rest, pulls, pull);
        for (int c = 0; c < first.length; c++) {
            more[c] += first[c];
        }
        return more;
    }

    /** Whether a pool has so much left that cells may go on for a while with what they have been granted. */
    public static boolean isCalm(CellPlan plan, int server, Demand[] demands, long now) {
        double wanted = 0;
        double taken = 0;
        for (Demand demand : demands) {
            wanted += demand.wantedRate();
            taken += demand.taken();
        }
        return wanted <= CALM_USE * plan.capacity(server, now) && taken <= CALM_USE * plan.room(server, now);
    }

    /**
     * Whether a pool is short and what cells should have of it changes fast: some cell has few flows that get less than
     * they could take, or room is limited too. With many flows in each, cells keep about the same share for a second.
     */
    public static boolean isUnsettled(CellPlan plan, int server, Demand[] demands, long now) {
        long most = 0;
        long fewest = Long.MAX_VALUE;
        for (Demand demand : demands) {
            most = Math.max(most, demand.sharedFlows());
            fewest = Math.min(fewest, demand.sharedFlows());
        }
        boolean settled = demands.length > 1 && fewest >= SETTLED_FLOWS && plan.room(server, now) == Long.MAX_VALUE;
        return most > 0 && !settled;
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

    /** New flows get what is left over, or their part of all where that is more; of a pool that is short, the level. */
    private static Spare spare(Demand[] demands, double capacity) {
        double wanted = 0;
        double capped = 0;
        long flows = 0;
        long sharing = 0;
        for (Demand demand : demands) {
            wanted += demand.wantedRate();
            capped += demand.cappedRate();
            flows += demand.flows();
            sharing += demand.sharedFlows();
        }
        return wanted <= capacity
                ? new Spare(capacity - wanted, capacity, flows)
                : new Spare(0, Math.max(0, capacity - capped), sharing);
    }

    private static double[] rates(Demand[] demands, double[] population, double capacity) {
        double wanted = 0;
        double capped = 0;
        long sharing = 0;
        for (Demand demand : demands) {
            wanted += demand.wantedRate();
            capped += demand.cappedRate();
            sharing += demand.sharedFlows();
        }
        double[] rates = new double[demands.length];
        double more = Math.min(1, sharing * IDLE_SHARE / demands.length);
        double level = (capacity - capped) / (sharing + more * demands.length);
        for (int c = 0; c < rates.length; c++) {
            Demand demand = demands[c];
            if (wanted <= capacity) {
                rates[c] = demand.wantedRate() + (capacity - wanted) * population[c];
            } else if (level > 0) {
                rates[c] = demand.cappedRate() + (demand.sharedFlows() + more) * level;
            } else {
                rates[c] = capped == 0 ? 0 : capacity * demand.cappedRate() / capped;
            }
        }
        return rates;
    }
}
