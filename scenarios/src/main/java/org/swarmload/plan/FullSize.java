package org.swarmload.plan;

/**
 * From where a small crowd said to look to an order that holds at full size, of which no single step less does. The first
 * night finds out about where that is; then every night counts, and the hardest one is asked first.
 */
final class FullSize {
    /** Steps by which a small crowd's guess is easily wrong. */
    private static final int STRIDE = 2;

    private final Space space;
    private final Probes probes;
    private final SimulatedWorld firstNight;
    private final SimulatedWorld allNights;
    private final Known known;

    FullSize(Space space, Prices prices, Probes probes, int replications, int mostOrders) {
        this.space = space;
        this.probes = probes;
        this.firstNight = new SimulatedWorld(space, probes, prices, 1, mostOrders);
        this.allNights = new SimulatedWorld(space, probes, prices, replications, mostOrders);
        this.known = new Known(allNights);
    }

    /** What is known of orders on all nights. */
    Known known() {
        return known;
    }

    /** The largest order when not even that one holds. */
    Order from(Order guess) {
        Order largest = space.largest();
        Known seen = new Known(firstNight);
        // With many nights the first may be broken and the mean be kept: then all of them are asked from the top down.
        Order start = seen.ask(largest) ? new Narrowing(firstNight, seen, largest, guess, STRIDE, 1).run() : largest;
        Order holding = raised(start);
        return known.ask(holding) ? lowered(holding) : holding;
    }

    /** From an order that holds on all nights down until no single step less does. */
    private Order lowered(Order holding) {
        probes.beginWith(Judged.hardest(space.scenario(holding), probes.nights(holding)));
        return new Descent(allNights, known, space.smallest()).from(holding);
    }

    /** The first order that holds on all nights: this one, one step more of whatever may be wanting, up to the largest. */
    private Order raised(Order start) {
        Order order = start;
        while (!order.equals(space.largest()) && !known.ask(order)) {
            order = space.higher(order, allNights.wanting(order));
        }
        return order;
    }
}
