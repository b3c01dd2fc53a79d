package org.swarmload.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.swarmload.study.StudyResult.Verdict;

/**
 * From where a small crowd said to look to an order that holds at full size, and down until no single step less holds on
 * the first night. Up to four nights that night is a proof (see {@link Judged#hopeless}); with more an order that broke a
 * promise on it might still be met on average, and is left aside all the same. Only where it ends more are simulated.
 */
final class FullSize {
    private final Space space;
    private final Prices prices;
    private final Probes probes;
    private final int replications;
    private final int mostOrders;

    FullSize(Space space, Prices prices, Probes probes, int replications, int mostOrders) {
        this.space = space;
        this.prices = prices;
        this.probes = probes;
        this.replications = replications;
        this.mostOrders = mostOrders;
    }

    /** Null when not even the largest order holds. */
    Order from(Order guess) {
        SimulatedWorld oneNight = new SimulatedWorld(space, probes, prices, 1, mostOrders);
        Known known = new Known(oneNight);
        Order holding = near(guess, known);
        if (holding == null) {
            return null;
        }
        Order none = space.moved(space.largest(), -Integer.MAX_VALUE / 2);
        Order low = new Descent(oneNight, known, none).from(holding);
        return raised(low);
    }

    /**
     * A small crowd asks for more of what a crowd of any size needs once, such as first copies at edges, so its guess is
     * rather too high: orders around it at once, then larger ones.
     */
    private Order near(Order guess, Known known) {
        List<Order> around =
                Stream.of(-8, -4, 0, 2).map(steps -> space.moved(guess, steps)).toList();
        known.ask(around);
        for (Order order : around) {
            if (known.holds(order)) {
                return order;
            }
        }
        for (int up = 4; !space.moved(guess, up / 2).equals(space.largest()); up *= 2) {
            if (known.ask(space.moved(guess, up))) {
                return space.moved(guess, up);
            }
        }
        return null;
    }

    /** The first order that holds on all nights: this one, one step more on a single ladder, on all, on all again. */
    private Order raised(Order low) {
        SimulatedWorld all = new SimulatedWorld(space, probes, prices, replications, mostOrders);
        Order order = low;
        while (!all.holds(List.of(order)).get(0)) {
            if (order.equals(space.largest())) {
                return all.judged(order).whole() == Verdict.UNDECIDED ? order : null;
            }
            order = next(order, all);
        }
        return order;
    }

    private Order next(Order order, SimulatedWorld all) {
        List<Order> single = new Blame(space).oneStepMore(order, probes.nights(order));
        single.sort(Comparator.comparingDouble(prices::of));
        List<Boolean> held = single.isEmpty() ? List.of() : all.holds(single);
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i)) {
                return single.get(i);
            }
        }
        return space.moved(order, 1);
    }
}
