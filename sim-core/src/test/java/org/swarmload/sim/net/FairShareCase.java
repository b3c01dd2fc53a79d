package org.swarmload.sim.net;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happens to one capacity, drawn at random from a seed: flows that start, changes of their caps, of their weights and
 * of the capacity, and aborts. Rates are bytes per microsecond.
 */
record FairShareCase(long seed, double capacity, long[] bytes, List<Action> actions) {
    enum Kind {
        START,
        CAP,
        ABORT,
        CAPACITY,
        WEIGHTS
    }

    /** Something at an instant; the rate is a cap, the capacity, or what all weights follow from; of the latter the flow is not used. */
    record Action(long at, Kind kind, int flow, double rate) {}

    private static final int MOST_FLOWS = 40;
    private static final long WINDOW_MICROS = 20_000_000;

    /** @param capacityChanges whether the capacity changes while flows are under way; it is 0 for a while then */
    static FairShareCase of(long seed, boolean capacityChanges) {
        SplittableRandom random = new SplittableRandom(seed);
        // Some cases play on the third day, where a microsecond is a small part of the clock.
        long base = random.nextInt(4) == 0 ? 200_000_000_000L : 0;
        double capacity = logUniform(random, 0.05, 60);
        long[] bytes = new long[1 + random.nextInt(MOST_FLOWS)];
        List<Action> actions = new ArrayList<>();
        long start = base;
        for (int flow = 0; flow < bytes.length; flow++) {
            bytes[flow] = (long) logUniform(random, 1, 30e6);
            start = random.nextInt(3) == 0 ? start : base + random.nextLong(WINDOW_MICROS);
            // Many lines of the same class, and some of any rate.
            double cap = random.nextInt(3) == 0 ? capacity / 8 : logUniform(random, 0.02, 25);
            actions.add(new Action(start, Kind.START, flow, cap));
            for (int i = random.nextInt(4); i > 0; i--) {
                double other = cap * logUniform(random, 0.2, 5);
                actions.add(new Action(start + random.nextLong(WINDOW_MICROS), Kind.CAP, flow, other));
            }
            if (random.nextInt(6) == 0) {
                actions.add(new Action(start + random.nextLong(WINDOW_MICROS), Kind.ABORT, flow, 0));
            }
        }
        for (int i = capacityChanges ? random.nextInt(6) : 0; i > 0; i--) {
            long at = base + random.nextLong(WINDOW_MICROS);
            double other = random.nextInt(4) == 0 ? 0 : capacity * logUniform(random, 0.2, 5);
            actions.add(new Action(at, Kind.CAPACITY, -1, other));
        }
        if (capacityChanges) {
            actions.add(new Action(base + 2 * WINDOW_MICROS, Kind.CAPACITY, -1, capacity));
        }
        actions.sort(Comparator.comparingLong(Action::at));
        return new FairShareCase(seed, capacity, bytes, List.copyOf(actions));
    }

    /** The same where flows weigh differently from some instant on, and differently again later. */
    FairShareCase weighed() {
        SplittableRandom random = new SplittableRandom(~seed);
        List<Action> more = new ArrayList<>(actions);
        long base = actions.get(0).at();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            more.add(new Action(base + random.nextLong(WINDOW_MICROS), Kind.WEIGHTS, -1, random.nextDouble()));
        }
        more.sort(Comparator.comparingLong(Action::at));
        return new FairShareCase(seed, capacity, bytes, List.copyOf(more));
    }

    /** What a flow weighs from an action on that changes the weights: from 0.1 to 10. */
    static float weight(Action action, int flow) {
        double unit = (flow + 1) * (1 + action.rate()) * 0.618 % 1;
        return (float) (0.1 * Math.pow(100, unit));
    }

    private static double logUniform(SplittableRandom random, double low, double high) {
        return low * StrictMath.pow(high / low, random.nextDouble());
    }
}
