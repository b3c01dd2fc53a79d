package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.result.RunResult.LevelFact;

/**
 * How much of the operator's uplinks was used: bytes sent / what could have been sent, by kind of server, over the whole
 * time after the warm-up and in the busiest bin. Capacity is what faults and other traffic leave.
 */
final class LinkUse {
    private final CellPlan plan;
    private final List<CellResult> cells;
    private final long fromMicros;
    private final long toMicros;
    private final ResourceUse use;

    LinkUse(CellPlan plan, List<CellResult> cells, ResourceUse use, long endedAtMicros) {
        this.plan = plan;
        this.cells = cells;
        fromMicros = (plan.spec.warmupMicros() + Bins.BIN_MICROS - 1) / Bins.BIN_MICROS * Bins.BIN_MICROS;
        this.use = use;
        toMicros = endedAtMicros;
    }

    /** One level for each kind of server that the delivery has: origin-link-use and its fellows. */
    List<LevelFact> levels() {
        List<LevelFact> levels = new ArrayList<>();
        for (CellPlan.Role role : CellPlan.Role.values()) {
            LevelFact level = level(role);
            if (level != null) {
                levels.add(level);
            }
        }
        return levels;
    }

    private LevelFact level(CellPlan.Role role) {
        double sent = 0;
        double possible = 0;
        double most = 0;
        for (long from = fromMicros; from < toMicros; from += Bins.BIN_MICROS) {
            double inBin = 0;
            double fits = 0;
            for (int s = 0; s < plan.servers(); s++) {
                if (plan.roles[s] == role) {
                    inBin += sentIn(s, Bins.bin(from));
                    fits += use.capacityBytes(s, from, Math.min(toMicros, from + Bins.BIN_MICROS));
                }
            }
            sent += inBin;
            possible += fits;
            most = fits > 0 ? Math.max(most, inBin / fits) : most;
        }
        return possible > 0 ? new LevelFact(word(role) + "-link-use", sent / possible, most) : null;
    }

    private static String word(CellPlan.Role role) {
        return switch (role) {
            case ORIGIN -> "origin";
            case SHIELD -> "shield";
            case EDGE -> "edge";
            case SEEDS -> "seed";
        };
    }

    private long sentIn(int server, int bin) {
        long sum = 0;
        for (CellResult cell : cells) {
            Bins bins = cell.ledger().bins;
            sum += bins.get(bins.serverBytes(server), bin);
        }
        return sum;
    }
}
