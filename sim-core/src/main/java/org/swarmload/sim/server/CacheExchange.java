package org.swarmload.sim.server;

import java.util.Arrays;
import org.swarmload.sim.cell.CellPlan;
import org.swarmload.sim.cell.RoundInput.CacheEvents;
import org.swarmload.sim.cell.RoundOutput;

/** Routes what edges lack to the cells that fetch it, and what was fetched to all cells, in the order of cells. */
public final class CacheExchange {
    private CacheExchange() {}

    /** All results of a round, the same for every cell. */
    public static CacheEvents updates(RoundOutput[] outputs) {
        int size = 0;
        for (RoundOutput output : outputs) {
            size += output.fills().size();
        }
        if (size == 0) {
            return CacheEvents.NONE;
        }
        CacheEvents all = new CacheEvents(new int[size], new int[size], new long[size]);
        int at = 0;
        for (RoundOutput output : outputs) {
            CacheEvents some = output.fills();
            System.arraycopy(some.server(), 0, all.server(), at, some.size());
            System.arraycopy(some.slot(), 0, all.slot(), at, some.size());
            System.arraycopy(some.freshUntil(), 0, all.freshUntil(), at, some.size());
            at += some.size();
        }
        return all;
    }

    /** For each cell, the pieces that others asked it to fetch. */
    public static CacheEvents[] orders(CellPlan plan, RoundOutput[] outputs) {
        CacheEvents[] orders = new CacheEvents[outputs.length];
        Arrays.fill(orders, CacheEvents.NONE);
        int[] sizes = new int[outputs.length];
        for (RoundOutput output : outputs) {
            for (int i = 0; i < output.misses().size(); i++) {
                sizes[plan.homeCell(output.misses().server()[i], output.misses().slot()[i])]++;
            }
        }
        for (int c = 0; c < sizes.length; c++) {
            if (sizes[c] > 0) {
                orders[c] = new CacheEvents(new int[sizes[c]], new int[sizes[c]], new long[sizes[c]]);
            }
        }
        Arrays.fill(sizes, 0);
        for (RoundOutput output : outputs) {
            for (int i = 0; i < output.misses().size(); i++) {
                int server = output.misses().server()[i];
                int slot = output.misses().slot()[i];
                int home = plan.homeCell(server, slot);
                orders[home].server()[sizes[home]] = server;
                orders[home].slot()[sizes[home]++] = slot;
            }
        }
        return orders;
    }
}
