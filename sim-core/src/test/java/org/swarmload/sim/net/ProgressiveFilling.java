package org.swarmload.sim.net;

import java.util.Arrays;
import org.swarmload.sim.net.FairShareCase.Action;

/**
 * Max-min sharing by its definition, as an oracle: all rates rise together, each as fast as it weighs, a flow stops rising
 * at its cap, all stop when the capacity is used up. Time goes from one change to the next; a flow leaves at the first whole microsecond at which
 * all its bytes have gone. Nothing is shared with the code under test.
 */
final class ProgressiveFilling {
    private static final double NOTHING = 1e-6;

    private final FairShareCase plan;
    private final double[] cap;
    private final double[] weight;
    private final double[] left;
    private final boolean[] open;
    private double capacity;
    private long now;

    /** Instant at which each flow left, completed or aborted; -1 before. */
    final long[] endedAt;
    /** Bytes that had gone then. */
    final double[] gone;

    final boolean[] aborted;

    ProgressiveFilling(FairShareCase plan) {
        this.plan = plan;
        int flows = plan.bytes().length;
        cap = new double[flows];
        weight = new double[flows];
        Arrays.fill(weight, 1);
        left = new double[flows];
        open = new boolean[flows];
        endedAt = new long[flows];
        Arrays.fill(endedAt, -1);
        gone = new double[flows];
        aborted = new boolean[flows];
        capacity = plan.capacity();
    }

    ProgressiveFilling run() {
        for (Action action : plan.actions()) {
            completeUntil(action.at());
            advance(action.at());
            completeNow();
            apply(action);
        }
        completeUntil(Long.MAX_VALUE);
        return this;
    }

    private void apply(Action action) {
        int flow = action.flow();
        switch (action.kind()) {
            case START -> {
                open[flow] = true;
                left[flow] = plan.bytes()[flow];
                cap[flow] = action.rate();
            }
            case CAP -> cap[flow] = action.rate();
            case CAPACITY -> capacity = action.rate();
            case WEIGHTS -> Arrays.setAll(weight, f -> FairShareCase.weight(action, f));
            case ABORT -> {
                if (open[flow]) {
                    aborted[flow] = true;
                    end(flow);
                }
            }
        }
    }

    private void end(int flow) {
        open[flow] = false;
        endedAt[flow] = now;
        gone[flow] = plan.bytes()[flow] - Math.max(0, left[flow]);
    }

    private void completeUntil(long limit) {
        while (true) {
            double[] rate = rates(cap, weight, open, capacity);
            double soonest = Double.POSITIVE_INFINITY;
            for (int flow = 0; flow < open.length; flow++) {
                if (open[flow] && rate[flow] > 0) {
                    soonest = Math.min(soonest, Math.max(0, left[flow] - NOTHING) / rate[flow]);
                }
            }
            if (soonest > 1e17 || now + Math.ceil(soonest) >= limit) {
                return;
            }
            advance(now + (long) Math.ceil(soonest));
            completeNow();
        }
    }

    private void advance(long to) {
        double[] rate = rates(cap, weight, open, capacity);
        for (int flow = 0; flow < open.length; flow++) {
            if (open[flow]) {
                left[flow] -= rate[flow] * (to - now);
            }
        }
        now = to;
    }

    private void completeNow() {
        for (int flow = 0; flow < open.length; flow++) {
            if (open[flow] && left[flow] <= NOTHING) {
                end(flow);
            }
        }
    }

    /** The rates themselves. */
    static double[] rates(double[] cap, double[] weight, boolean[] open, double capacity) {
        double[] rate = new double[cap.length];
        boolean[] rising = open.clone();
        double rest = capacity;
        while (true) {
            double weights = 0;
            double step = Double.POSITIVE_INFINITY;
            for (int flow = 0; flow < cap.length; flow++) {
                if (rising[flow]) {
                    weights += weight[flow];
                    step = Math.min(step, (cap[flow] - rate[flow]) / weight[flow]);
                }
            }
            if (weights == 0) {
                return rate;
            }
            boolean usedUp = rest / weights <= step;
            double rise = usedUp ? rest / weights : step;
            for (int flow = 0; flow < cap.length; flow++) {
                if (rising[flow]) {
                    rate[flow] += weight[flow] * rise;
                    rising[flow] = !usedUp && cap[flow] - rate[flow] > 1e-12 * cap[flow];
                }
            }
            rest -= weights * rise;
            if (usedUp) {
                return rate;
            }
        }
    }
}
