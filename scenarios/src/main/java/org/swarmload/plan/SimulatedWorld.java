package org.swarmload.plan;

import java.util.List;
import java.util.Set;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyResult.Verdict;

/** Orders are simulated so many nights, and hold when what they promise of the service is met. */
final class SimulatedWorld implements World {
    private final Space space;
    private final Probes probes;
    private final Prices prices;
    private final int replications;
    private final int mostOrders;
    private final Wanting wanting;

    /** @param mostOrders that may be simulated before the search has to end */
    SimulatedWorld(Space space, Probes probes, Prices prices, int replications, int mostOrders) {
        this.space = space;
        this.probes = probes;
        this.prices = prices;
        this.replications = replications;
        this.mostOrders = mostOrders;
        this.wanting = new Wanting(space);
    }

    @Override
    public List<Boolean> holds(List<Order> orders) {
        probes.simulate(orders, replications);
        return orders.stream()
                .map(order -> judged(order).whole() == Verdict.MET)
                .toList();
    }

    @Override
    public Set<Integer> wanting(Order failed) {
        List<RunNote> nights = probes.nights(failed);
        return nights.isEmpty() ? Set.of() : wanting.of(promises(space.scenario(failed), nights), nights);
    }

    /** Those that were not met; of an order that failed elsewhere the one that was kept most narrowly. */
    private List<Objective> promises(Scenario scenario, List<RunNote> nights) {
        List<Objective> broken = Judged.ofService(scenario, nights).broken(scenario);
        int narrowest = Judged.narrowest(scenario, nights);
        return broken.isEmpty() && narrowest >= 0
                ? List.of(scenario.objectives().get(narrowest))
                : broken;
    }

    List<RunNote> nights(Order order) {
        return probes.nights(order);
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
