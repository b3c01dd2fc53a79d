package org.swarmload.sim.server;

import java.util.Arrays;
import org.swarmload.sim.cell.CellPlan;
import org.swarmload.sim.cell.RoundInput.CacheEvents;
import org.swarmload.sim.cell.RoundOutput;

/** Routes what cells tell the homes of cached pieces, and what homes tell all cells, in the order of cells. */
public final class CacheExchange {
    private CacheExchange() {}

    /** What all homes did in a round, the same for every cell. */
    public static CacheEvents updates(RoundOutput[] outputs) {
        int size = 0;
        for (RoundOutput output : outputs) {
            size += output.fills().size();
        }
        if (size == 0) {
            return CacheEvents.NONE;
        }
        CacheEvents all = CacheEvents.ofSize(size);
        int at = 0;
        for (RoundOutput output : outputs) {
            for (int i = 0; i < output.fills().size(); i++) {
                all.set(at++, output.fills(), i);
            }
        }
        return all;
    }

    /** For each cell, what others tell it as a home. */
    public static CacheEvents[] orders(CellPlan plan, RoundOutput[] outputs) {
        CacheEvents[] orders = new CacheEvents[outputs.length];
        Arrays.fill(orders, CacheEvents.NONE);
        int[] sizes = new int[outputs.length];
        for (RoundOutput output : outputs) {
            CacheEvents told = output.toHomes();
            for (int i = 0; i < told.size(); i++) {
                sizes[plan.homeCell(told.server()[i], told.slot()[i])]++;
            }
        }
        for (int c = 0; c < sizes.length; c++) {
            if (sizes[c] > 0) {
                orders[c] = CacheEvents.ofSize(sizes[c]);
            }
        }
        Arrays.fill(sizes, 0);
        for (RoundOutput output : outputs) {
            CacheEvents told = output.toHomes();
            for (int i = 0; i < told.size(); i++) {
                int home = plan.homeCell(told.server()[i], told.slot()[i]);
                orders[home].set(sizes[home]++, told, i);
            }
        }
        return orders;
    }
}
