package org.swarmload.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.swarmload.plan.DeliveryPlan.Line;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.plan.DeliveryPlan.Point;
import org.swarmload.scenario.PlanDef;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyResult.Verdict;
import org.swarmload.yaml.ScenarioReader;

/** One delivery on its way to an order: on a small crowd, at full size, on new nights. */
final class Candidate {
    /** A crowd that is not at least this much larger than the small one is searched as it is. */
    private static final double WORTH_SHRINKING = 2;

    /** Prices of the search tell equals apart by less than a cent; readers need not see that. */
    private static final double CENTS = 100;

    /** Steps by which the small crowd's least of a ladder may be too high: its bias is as large. */
    private static final int NEAR_ENOUGH = 2;

    private final Space space;
    private final Scenario scenario;
    private final PlanDef def;
    private final boolean mathematics;
    private final double factor;
    private final Probes small;
    private final Probes full;
    private Known known;
    private Prices prices;
    private Order order;
    private boolean cheapest;
    private Outcome outcome;
    private Probes judgedOn;
    private List<RunNote> nights = List.of();

    Candidate(Scenario scenario, String delivery, boolean mathematics, Simulation simulation) {
        this.scenario = scenario;
        this.def = scenario.plan();
        this.mathematics = mathematics;
        this.space = new Space(scenario, delivery);
        this.factor = factor(scenario);
        this.full = new Probes(space, simulation, 1, 0);
        this.small = factor == 1 ? full : new Probes(space, simulation, factor, 0);
    }

    /** By which the crowd is divided for the search. */
    static double factor(Scenario scenario) {
        int screen = scenario.plan().screenViewers();
        double factor = screen == 0 ? 1 : (double) scenario.audience().viewers() / screen;
        return factor >= WORTH_SHRINKING && SmallCrowd.isPossible(scenario) ? factor : 1;
    }

    /** The search, on a small crowd where there is one. */
    void screen() {
        int replications = factor == 1 || !certain() ? def.nights(scenario) : 1;
        int mostOrders = Math.max(1, def.mostRuns() / replications);
        Order largest = space.largest();
        small.simulate(List.of(largest), 1);
        prices = new Prices(space, small.use(largest));
        SimulatedWorld world = new SimulatedWorld(space, small, prices, replications, mostOrders);
        known = new Known(world);
        Order found = search(new Search(world, known, space.sizes()));
        if (found == null && !certain()) {
            // The search ends nights of an order that too many have broken; how sure that is takes all of them.
            small.upTo(List.of(largest), replications);
            boolean open = world.judged(largest).whole() == Verdict.UNDECIDED;
            take(largest, small, open ? Outcome.UNDECIDED : Outcome.NONE);
        } else if (found != null) {
            take(found, small, Outcome.HOLDS);
        }
    }

    /** Where full size has the last word, the small crowd need not be exact. */
    private Order search(Search search) {
        int[] guesses = new int[space.largest().size()];
        Arrays.fill(guesses, -1);
        guesses = mathematics ? new Bracket(space).guesses() : guesses;
        if (factor > 1 && certain()) {
            return search.near(NEAR_ENOUGH, guesses);
        }
        Search.Found found = search.run(guesses);
        cheapest = found.proven() && factor == 1;
        return found.order();
    }

    /** The largest order did not hold. A small crowd is no proof: once more with all of them. */
    static void onceMore(Simulation simulation, List<Candidate> open) {
        List<Candidate> unseen = open.stream()
                .filter(one -> one.full.nights(one.space.largest()).isEmpty())
                .toList();
        if (!unseen.isEmpty()) {
            Probes.firstNights(
                    simulation,
                    unseen.stream().map(one -> one.full).toList(),
                    unseen.stream().map(one -> one.space.largest()).toList());
        }
        open.forEach(Candidate::giveUp);
    }

    /** Whether the small crowd found nothing that holds, and nothing else is known yet. */
    boolean isOpen() {
        return outcome == null;
    }

    private void giveUp() {
        Order largest = space.largest();
        SimulatedWorld world = new SimulatedWorld(space, full, prices, def.nights(scenario), Integer.MAX_VALUE);
        boolean holds = world.holds(List.of(largest)).get(0);
        Verdict verdict = world.judged(largest).whole();
        take(
                largest,
                full,
                holds
                        ? Outcome.HOLDS
                        : broken(largest) || verdict == Verdict.MISSED ? Outcome.NONE : Outcome.UNDECIDED);
    }

    /** Nights that ended early because of one that broke are no question of more nights. */
    private boolean broken(Order one) {
        return full.nights(one).size() < def.nights(scenario);
    }

    private boolean certain() {
        return scenario.nights().areCertain();
    }

    /** Nights enough to know a share would take hours at full size: where something is unknown the small crowd decides. */
    double certificateFactor() {
        return certain() ? 1 : factor;
    }

    /** From what held on the small crowd to what holds on all of it. */
    void settle() {
        if (factor == 1 || judgedOn == full || !certain()) {
            return;
        }
        FullSize settled = new FullSize(space, prices, full, def.replications(), def.mostRuns());
        Order found = settled.from(order);
        if (found == null) {
            take(space.largest(), full, Outcome.NONE);
        } else {
            boolean met =
                    Judged.ofService(space.scenario(found), full.nights(found)).whole() == Verdict.MET;
            take(found, full, met ? Outcome.HOLDS : Outcome.UNDECIDED);
        }
    }

    private void take(Order taken, Probes probes, Outcome what) {
        order = taken;
        judgedOn = probes;
        nights = probes.nights(taken);
        outcome = what;
        if (what == Outcome.HOLDS && Judged.of(space.scenario(taken), nights).whole() == Verdict.MISSED) {
            // Only what more capacity does not better is missed: offload, say, or the bill.
            outcome = Outcome.NONE;
        }
    }

    /** What it came to on new nights. */
    void certified(Order certified, List<RunNote> newNights) {
        order = certified;
        nights = newNights;
        judgedOn = certificateFactor() == factor ? small : full;
        Verdict verdict = Judged.of(space.scenario(certified), newNights).whole();
        outcome = verdict == Verdict.MET ? Outcome.HOLDS : verdict == Verdict.MISSED ? Outcome.NONE : Outcome.UNDECIDED;
    }

    String delivery() {
        return space.delivery();
    }

    Space space() {
        return space;
    }

    Prices prices() {
        return prices;
    }

    Order order() {
        return order;
    }

    Outcome outcome() {
        return outcome;
    }

    double factor() {
        return factor;
    }

    double cost() {
        return prices.of(order);
    }

    DeliveryPlan result() {
        double shrunk = judgedOn == full ? 1 : factor;
        Scenario ordered = space.scenario(order);
        Bills bills = new Bills(ordered, space.delivery(), nights, shrunk);
        return new DeliveryPlan(
                space.delivery(),
                outcome,
                viewers(judgedOn),
                lines(),
                bills.shown(),
                Judged.of(ordered, nights),
                Seen.of(ordered, nights, bills),
                cheapest,
                Blame.causes(nights),
                outcome == Outcome.NONE ? Bracket.against(ordered, space.delivery()) : List.of(),
                outcome == Outcome.UNDECIDED ? Certifier.more(ordered, nights) : 0,
                points(),
                known.contradictions().size());
    }

    private int viewers(Probes probes) {
        return probes == full ? scenario.audience().viewers() : def.screenViewers();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            var ladder = space.ladders().get(i);
            lines.add(new Line(
                    ladder.key(),
                    space.value(order, i).text(),
                    space.value(order, i).size(),
                    ScenarioReader.written(scenario, ladder.path(space.delivery())),
                    ladder.last().text()));
        }
        return lines;
    }

    private List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (Probes probes : factor == 1 ? List.of(full) : List.of(small, full)) {
            for (Order one : probes.simulated()) {
                Judged judged = Judged.of(space.scenario(one), probes.nights(one));
                List<String> values = new ArrayList<>();
                for (int i = 0; i < one.size(); i++) {
                    values.add(space.value(one, i).text());
                }
                points.add(new Point(
                        values,
                        viewers(probes),
                        Math.rint(prices.of(one) * CENTS) / CENTS,
                        judged.whole() == Verdict.MET,
                        judged.each().stream().map(each -> each.value()).toList()));
            }
        }
        return points;
    }
}
