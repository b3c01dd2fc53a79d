package org.swarmload.plan;

import java.util.List;
import org.swarmload.study.StudyResult.Verdict;

/** Orders are simulated so many nights, and hold when what they promise of the service is met. */
final class SimulatedWorld implements World {
    private final Space space;
    private final Probes probes;
    private final Prices prices;
    private final int replications;
    private final int mostOrders;

    /** @param mostOrders that may be simulated before the search has to end */
    SimulatedWorld(Space space, Probes probes, Prices prices, int replications, int mostOrders) {
        this.space = space;
        this.probes = probes;
        this.prices = prices;
        this.replications = replications;
        this.mostOrders = mostOrders;
    }

    @Override
    public List<Boolean> holds(List<Order> orders) {
        probes.simulate(orders, replications);
        return orders.stream()
                .map(order -> judged(order).whole() == Verdict.MET)
                .toList();
    }

    /** By what was simulated of it. */
    Judged judged(Order order) {
        return Judged.ofService(space.scenario(order), probes.nights(order));
    }

    @Override
    public double cost(Order order) {
        return prices.of(order);
    }

    @Override
    public boolean hasBudget() {
        return probes.simulated().size() < mostOrders;
    }
}
