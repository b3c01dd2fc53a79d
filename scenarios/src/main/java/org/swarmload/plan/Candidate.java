package org.swarmload.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.swarmload.plan.DeliveryPlan.Certificate;
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
    private SimulatedWorld world;
    private Prices prices;
    private Order order;
    private boolean cheapest;
    private Outcome outcome;
    private Probes judgedOn;
    private List<RunNote> nights = List.of();
    private boolean found;
    private boolean settled;
    private Certificate certificate;

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

    /** Whether everybody has the last word: nights enough to know a share of them would take hours at full size. */
    private boolean isSettledByAll() {
        return factor > 1 && certain();
    }

    /** First of all the largest orders, of everybody and at once: what they cannot hold is not searched. */
    static void largestOrders(Simulation simulation, List<Candidate> candidates) {
        List<Candidate> asked =
                candidates.stream().filter(Candidate::isSettledByAll).toList();
        if (!asked.isEmpty()) {
            Probes.firstNights(
                    simulation,
                    asked.stream().map(one -> one.full).toList(),
                    asked.stream().map(one -> one.space.largest()).toList());
        }
        for (Candidate one : asked) {
            one.prices = new Prices(one.space, one.full.use(one.space.largest()));
            SimulatedWorld firstNight = new SimulatedWorld(one.space, one.full, one.prices, 1, Integer.MAX_VALUE);
            if (!firstNight.holds(List.of(one.space.largest())).get(0)) {
                one.judge(one.space.largest());
            }
        }
    }

    /** The search, on a small crowd where there is one. */
    void screen() {
        if (isSettledByAll()) {
            guess();
            return;
        }
        int replications = def.nights(scenario);
        int mostOrders = Math.max(1, def.mostRuns() / replications);
        Order largest = space.largest();
        small.simulate(List.of(largest), 1);
        prices = new Prices(space, small.use(largest));
        world = new SimulatedWorld(space, small, prices, replications, mostOrders);
        known = new Known(world);
        Search.Found found = new Search(world, known, space.sizes()).run(guesses());
        cheapest = found.proven() && factor == 1;
        judge(found.order() == null ? largest : found.order());
    }

    private int[] guesses() {
        int[] silent = new int[space.largest().size()];
        Arrays.fill(silent, -1);
        return mathematics ? new Bracket(space).guesses() : silent;
    }

    /** Where everybody has the last word the small crowd need not be exact, and one night of it is enough. */
    private void guess() {
        Order largest = space.largest();
        small.simulate(List.of(largest), 1);
        small.calibrate(largest, full.nights(largest).get(0));
        world = new SimulatedWorld(space, small, prices, 1, def.mostRuns());
        known = new Known(world);
        order = known.ask(largest)
                ? new Narrowing(world, known, largest, largest, Collections.max(largest.steps()) + 1, NEAR_ENOUGH).run()
                : largest;
        judgedOn = small;
        nights = small.nights(order);
        found = true;
        outcome = Outcome.HOLDS;
    }

    /** What becomes of a delivery with this order, on all the nights that its size has. */
    private void judge(Order judged) {
        int replications = def.nights(scenario);
        Probes probes = isSettledByAll() ? full : small;
        world = new SimulatedWorld(space, probes, prices, replications, def.mostRuns());
        boolean holds = world.holds(List.of(judged)).get(0);
        if (!holds && !certain()) {
            // The nights of an order end when too many have broken it; how sure that is takes all of them.
            probes.upTo(List.of(judged), replications);
        }
        // Nights that ended early because of one that broke are no question of more nights.
        boolean open = world.judged(judged).whole() == Verdict.UNDECIDED
                && probes.nights(judged).size() == replications;
        take(judged, probes, holds ? Outcome.HOLDS : open ? Outcome.UNDECIDED : Outcome.NONE);
    }

    private boolean certain() {
        return scenario.nights().areCertain();
    }

    /** Nights enough to know a share would take hours at full size: where something is unknown the small crowd decides. */
    double certificateFactor() {
        return certain() ? 1 : factor;
    }

    /** What all the viewers measured of an order on the first night; null where a small crowd or nobody else decides. */
    RunNote everybodysFirstNight(Order one) {
        if (!isSettledByAll()) {
            return null;
        }
        full.upTo(List.of(one), 1);
        return full.nights(one).get(0);
    }

    /** From what held on the small crowd to what holds on all of it. */
    void settle() {
        if (isSettledByAll() && !settled) {
            settled = true;
            FullSize everybody = new FullSize(space, prices, full, def.replications(), def.mostRuns());
            known = everybody.known();
            judge(everybody.from(order));
        }
    }

    private void take(Order taken, Probes probes, Outcome what) {
        // What is shown was simulated to its end.
        probes.upTo(List.of(taken), probes.nights(taken).size());
        order = taken;
        judgedOn = probes;
        nights = probes.nights(taken);
        outcome = what;
        found = what == Outcome.HOLDS;
        if (what == Outcome.HOLDS && Judged.of(space.scenario(taken), nights).whole() == Verdict.MISSED) {
            // Only what more capacity does not better is missed: offload, say, or the bill.
            outcome = Outcome.NONE;
        }
    }

    /** What it came to on new nights. One that fails there says nothing of larger ones, unless it spends too much. */
    void certified(Certifier.Certified certified) {
        order = certified.order();
        nights = certified.nights();
        certificate = certified.certificate();
        judgedOn = certificateFactor() == factor ? small : full;
        boolean served = Judged.ofService(space.scenario(order), nights).whole() == Verdict.MET;
        outcome = switch (certificate.judged().whole()) {
            case MET -> Outcome.HOLDS;
            case MISSED -> served || order.equals(space.largest()) ? Outcome.NONE : Outcome.UNDECIDED;
            case UNDECIDED -> Outcome.UNDECIDED;
        };
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

    /** In which the order holds. */
    SimulatedWorld world() {
        return world;
    }

    Order order() {
        return order;
    }

    /** Its latest. */
    List<RunNote> nights() {
        return nights;
    }

    Outcome outcome() {
        return outcome;
    }

    double factor() {
        return factor;
    }

    /** What is known to cost less than another; without a price it is not known of anything. */
    boolean isCheaperThan(Candidate other) {
        return isPriced() && (!other.isPriced() || cost() < other.cost());
    }

    private double cost() {
        return prices.of(order);
    }

    private boolean isPriced() {
        return !bills().shown().lines().isEmpty();
    }

    private Bills bills() {
        return new Bills(space.scenario(order), space.delivery(), nights);
    }

    DeliveryPlan result() {
        Scenario ordered = space.scenario(order);
        Bills bills = bills();
        Judged judged = Judged.of(ordered, nights);
        boolean open = outcome == Outcome.UNDECIDED && judged.whole() == Verdict.UNDECIDED;
        return new DeliveryPlan(
                space.delivery(),
                outcome,
                viewers(judgedOn),
                found,
                lines(),
                bills.shown(),
                bills.unpriced(),
                judged,
                certificate,
                Seen.of(ordered, nights, bills),
                cheapest,
                Blame.causes(nights),
                outcome == Outcome.NONE ? Bracket.against(ordered, space.delivery()) : List.of(),
                open ? Certifier.more(ordered, nights) : 0,
                points(),
                known == null ? 0 : known.contradictions().size());
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
                boolean whole = probes.nights(one).stream().allMatch(RunNote::whole);
                List<String> values = new ArrayList<>();
                for (int i = 0; i < one.size(); i++) {
                    values.add(space.value(one, i).text());
                }
                points.add(new Point(
                        values,
                        viewers(probes),
                        Math.rint(prices.of(one) * CENTS) / CENTS,
                        judged.whole() == Verdict.MET,
                        whole,
                        judged.each().stream().map(each -> each.value()).toList()));
            }
        }
        return points;
    }
}
