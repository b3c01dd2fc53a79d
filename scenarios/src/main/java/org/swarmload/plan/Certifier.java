package org.swarmload.plan;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.plan.DeliveryPlan.Certificate;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.Objectives;
import org.swarmload.study.Objectives.Judgement;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyResult.Verdict;

/** Holds an order to its promise on nights that the search did not see. */
final class Certifier {
    /** Searches never have so many replications. */
    private static final int FIRST_NIGHT = 10_000;

    private static final int MOST_TRIES = 3;
    private static final int MOST_NIGHTS = 100_000;

    /** The same for the share of nights that hold, whose interval takes longer to compute. */
    private static final int MOST_SHARES = 20_000;

    private final Space space;
    private final Prices prices;
    private final Simulation simulation;
    private final double factor;
    private final int replications;

    /** @param factor by which the crowd is divided */
    Certifier(Space space, Prices prices, Simulation simulation, double factor, int replications) {
        this.space = space;
        this.prices = prices;
        this.simulation = simulation;
        this.factor = factor;
        this.replications = replications;
    }

    /** @param nights that it was judged on */
    record Certified(Order order, Certificate certificate, List<RunNote> nights) {}

    /**
     * The order, or a larger one if it fails: then the search goes on, and the new nights are among its own from then on.
     * Each try has new nights: whoever tries again on the same ones waits for luck. What fails after some tries is
     * returned as it is.
     *
     * @param search in which the order holds
     */
    Certified of(Order found, SimulatedWorld search) {
        List<SimulatedWorld> seen = new ArrayList<>(List.of(search));
        List<Order> failed = new ArrayList<>();
        Order order = found;
        while (true) {
            Probes probes = new Probes(space, simulation, factor, FIRST_NIGHT + failed.size() * 2 * replications);
            seen.add(new SimulatedWorld(space, probes, prices, replications, Integer.MAX_VALUE));
            Stricter all = new Stricter(space, replications, seen);
            boolean last = failed.size() == MOST_TRIES - 1 || order.equals(space.largest());
            if (holds(order, probes) && all.isDependable(order) || last) {
                return certified(order, probes, failed.size());
            }
            failed.add(order);
            order = searched(order, all, failed);
        }
    }

    /** Twice as many nights where so many leave it open. */
    private boolean holds(Order order, Probes probes) {
        probes.upTo(List.of(order), replications);
        if (verdict(order, probes) == Verdict.UNDECIDED) {
            probes.upTo(List.of(order), 2 * replications);
        }
        return verdict(order, probes) == Verdict.MET;
    }

    private Verdict verdict(Order order, Probes probes) {
        return Judged.of(space.scenario(order), probes.nights(order)).whole();
    }

    /** Up by what is wanting most until it holds on all nights that were seen, down to where no single step less does. */
    private Order searched(Order order, World seen, List<Order> failed) {
        Known known = new Known(seen);
        failed.forEach(known::ruleOut);
        Order higher = order;
        while (!known.ask(higher) && !higher.equals(space.largest())) {
            higher = space.higher(higher, mostWanting(higher, seen));
        }
        return known.ask(higher) ? new Descent(seen, known, space.smallest()).from(higher) : higher;
    }

    /** The ladder that is wanting most, of those that go on. */
    private List<Integer> mostWanting(Order order, World seen) {
        return seen.wanting(order).stream()
                .filter(ladder -> order.step(ladder) < space.largest().step(ladder))
                .limit(1)
                .toList();
    }

    private Certified certified(Order order, Probes probes, int tries) {
        List<RunNote> nights = probes.nights(order);
        Scenario scenario = space.scenario(order);
        Judged judged = Judged.of(scenario, nights);
        return new Certified(order, new Certificate(judged, nights.size(), tries, more(scenario, nights)), nights);
    }

    /** New nights beyond these until every open promise is decided, if mean and spread, or the share held, stay. */
    static int more(Scenario scenario, List<RunNote> nights) {
        Judged whole = Judged.of(scenario, nights);
        if (whole.held() != null) {
            return whole.whole() == Verdict.UNDECIDED
                    ? whole.held().nightsToTell(scenario.plan().hold(), MOST_SHARES) - nights.size()
                    : 0;
        }
        int most = 0;
        for (int i = 0; i < scenario.objectives().size(); i++) {
            Objective objective = scenario.objectives().get(i);
            List<Double> values = Judged.values(nights, i);
            Judgement judged = Objectives.judge(objective, values);
            if (judged.verdict() == Verdict.UNDECIDED && judged.value() != null && nights.size() > 1) {
                most = Math.max(most, Objectives.nightsToDecide(objective, values, MOST_NIGHTS) - nights.size());
            }
        }
        return most;
    }
}
