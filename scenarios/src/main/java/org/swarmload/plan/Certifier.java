package org.swarmload.plan;

import java.util.Comparator;
import java.util.List;
import org.swarmload.plan.PlanResult.Certificate;
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
     * The order, or a larger one if it fails: first one step more of a single quantity, of those that the harm is charged
     * to, then of everything. What fails after some tries is returned as it is. Each try has nights of its own: whoever
     * tries again on the same ones waits for luck. Twice as many nights are simulated where the first leave it open.
     */
    Certified of(Order found) {
        List<Order> tried = List.of(found);
        Order order = found;
        for (int tries = 0; ; tries++) {
            Probes probes = new Probes(space, simulation, factor, FIRST_NIGHT + tries * 2 * replications);
            Order held = cheapestThatHolds(tried, probes);
            boolean last = tries == MOST_TRIES - 1 || order.equals(space.largest());
            if (held != null || last) {
                return certified(held == null ? order : held, probes, tries);
            }
            List<Order> single = tries == 0 ? new Blame(space).oneStepMore(order, probes.nights(order)) : List.of();
            order = space.moved(order, 1);
            tried = single.isEmpty() ? List.of(order) : single;
        }
    }

    private Certified certified(Order order, Probes probes, int tries) {
        probes.upTo(List.of(order), replications);
        List<RunNote> nights = probes.nights(order);
        Scenario scenario = space.scenario(order);
        Judged judged = Judged.of(scenario, nights);
        return new Certified(order, new Certificate(judged, nights.size(), tries, more(scenario, nights)), nights);
    }

    private Order cheapestThatHolds(List<Order> tried, Probes probes) {
        probes.upTo(tried, replications);
        List<Order> open = tried.stream()
                .filter(order -> verdict(order, probes) == Verdict.UNDECIDED)
                .toList();
        probes.upTo(open, 2 * replications);
        return tried.stream()
                .filter(order -> verdict(order, probes) == Verdict.MET)
                .min(Comparator.comparingDouble(prices::of))
                .orElse(null);
    }

    private Verdict verdict(Order order, Probes probes) {
        return Judged.of(space.scenario(order), probes.nights(order)).whole();
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
