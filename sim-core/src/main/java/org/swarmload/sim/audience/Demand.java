package org.swarmload.sim.audience;

import java.util.Arrays;
import java.util.List;
import org.swarmload.sim.model.ContentSpec.Rendition;
import org.swarmload.sim.model.ModelSpec;

/**
 * What the audience would ask for if everybody were served at once: a viewer watches from the press for as long as the
 * viewer means to stay, at the best rendition that the line and the device can carry. The yardstick that a delivery is
 * held against, and no outcome of one. Who comes and goes is known to the
 * second, so somebody who watches for less than one may be missed.
 */
public final class Demand {
    public static final long BIN_MICROS = 10_000_000L;

    /** Share of a line that carries video; the rest is head-room for its ups and downs. */
    private static final double USABLE_SHARE_OF_LINE = 0.85;

    private static final long SECOND_MICROS = 1_000_000L;
    private static final int SECONDS_PER_BIN = (int) (BIN_MICROS / SECOND_MICROS);

    private final long[] demandBps;

    private Demand(int bins) {
        demandBps = new long[bins];
    }

    /** Demand until the last viewer has left, or until the end of the simulation if that comes first. */
    public static Demand of(Audience audience, ModelSpec model) {
        Changes changes = new Changes(model.endMicros());
        for (int viewer = 0; viewer < audience.viewers(); viewer++) {
            long press = audience.pressMicros(viewer);
            if (press < model.endMicros()) {
                changes.add(press, press + audience.stayMicros(viewer), rateBps(audience, model, viewer));
            }
        }
        return changes.sum();
    }

    /**
     * Rate of the best rendition that the viewer's line and device can carry; the lowest one, which such a viewer's
     * player asks for in vain, if the line carries none.
     */
    static long rateBps(Audience audience, ModelSpec model, int viewer) {
        List<Rendition> renditions = model.content().renditions();
        int top = model.audience().devices().get(audience.device(viewer)).topRendition();
        double usableBps = USABLE_SHARE_OF_LINE * audience.downBps(viewer);
        int best = Math.min(top, renditions.size() - 1);
        while (best > 0 && renditions.get(best).rateBps() > usableBps) {
            best--;
        }
        return renditions.get(best).rateBps();
    }

    public int bins() {
        return demandBps.length;
    }

    /** Bits per second that those who would be watching at the end of the bin would ask for. */
    public long demandBps(int bin) {
        return demandBps[bin];
    }

    /** Difference arrays of one element a second: what comes and what goes. */
    private static final class Changes {
        private final long endMicros;
        private int seconds;
        private long[] bps = new long[1024];

        Changes(long endMicros) {
            this.endMicros = endMicros;
        }

        void add(long fromMicros, long untilMicros, long rateBps) {
            boolean leaves = untilMicros < endMicros;
            int from = Math.toIntExact(fromMicros / SECOND_MICROS);
            int until = Math.toIntExact((leaves ? untilMicros : endMicros - 1) / SECOND_MICROS);
            grow(until + 1);
            bps[from] += rateBps;
            if (leaves) {
                bps[until] -= rateBps;
            }
        }

        private void grow(int needed) {
            seconds = Math.max(seconds, needed);
            if (needed > bps.length) {
                bps = Arrays.copyOf(bps, Math.max(needed, 2 * bps.length));
            }
        }

        Demand sum() {
            int bins = (seconds + SECONDS_PER_BIN - 1) / SECONDS_PER_BIN;
            grow(bins * SECONDS_PER_BIN);
            Demand demand = new Demand(bins);
            long level = 0;
            for (int second = 0; second < seconds; second++) {
                level += bps[second];
                if ((second + 1) % SECONDS_PER_BIN == 0) {
                    demand.demandBps[second / SECONDS_PER_BIN] = level;
                }
            }
            return demand;
        }
    }
}
