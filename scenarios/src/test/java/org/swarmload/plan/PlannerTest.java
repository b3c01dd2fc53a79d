package org.swarmload.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.swarmload.cost.EventUse;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.study.NightsHeld;
import org.swarmload.study.PairedRuns.Night;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyListener;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.Verdict;
import org.swarmload.study.StudyRunner;
import org.swarmload.yaml.ScenarioReader;

/** Plans of a small night, with the engine. */
class PlannerTest {
    private static final String SMALL =
            Path.of("src", "test", "resources", "small-plan.yaml").toString();

    private static final List<String> UNKNOWN = List.of(
            "unknowns.audience.viewers={times: {triangular: [0.8, 1, 1.4]}}", "plan.nights=40", "plan.hold=90%");

    /** Ten nights, and no order that can take the many whom some of them bring. */
    private static final List<String> OPEN = List.of(
            "unknowns.audience.viewers={times: {triangular: [0.8, 1, 1.4]}}",
            "plan.nights=10",
            "plan.hold=95%",
            "plan.order={edges.east.capacity: {from: 300Mbps, to: 360Mbps, step: 30Mbps}}");

    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    private static Scenario small(List<String> sets) {
        return ScenarioReader.read(SMALL, List.of(), sets);
    }

    private static EngineSimulation simulation(int threads) {
        return new EngineSimulation(engine, threads, StudyListener.none(), what -> {});
    }

    private static PlanResult plan(List<String> sets) {
        return new Planner(small(sets), true, simulation(2)).plan();
    }

    /** Within 2 % of the best of all 216 orders, all simulated on the nights of the search. */
    @Test
    void shouldCostLittleMoreThanTheBestOfAllOrders() {
        Scenario scenario = small(List.of());
        Space space = new Space(scenario, "cdn");
        List<Order> all = new ArrayList<>();
        for (int i = 0; i < 216; i++) {
            all.add(Order.of(i / 36, i / 6 % 6, i % 6));
        }
        Probes probes = new Probes(space, simulation(2), 1, 0);
        probes.upTo(all, scenario.plan().replications());
        double best = Double.POSITIVE_INFINITY;
        int held = 0;
        for (Order order : all) {
            if (Judged.of(space.scenario(order), probes.nights(order)).whole() == Verdict.MET) {
                held++;
                best = Math.min(best, bill(space, order, probes.use(order)));
            }
        }
        assertThat(held).as("orders that hold").isBetween(10, 200);
        PlanResult result = plan(List.of());
        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(result.recommended().cost()).isLessThanOrEqualTo(best * 1.02);
        assertThat(result.recommended().looked().size()).isLessThan(60);
    }

    private static double bill(Space space, Order order, List<EventUse> events) {
        return space.invoice(order, events).total().doubleValue();
    }

    @Test
    void shouldNotDependOnThreadsOrOnWhereItLooksFirst() {
        Scenario scenario = small(List.of());
        PlanResult one = new Planner(scenario, true, simulation(1)).plan();
        PlanResult two = new Planner(scenario, false, simulation(2)).plan();
        assertThat(one.recommended().order()).isEqualTo(two.recommended().order());
        assertThat(one.digest()).isEqualTo(two.digest());
        assertThat(one.recommendedYaml()).isEqualTo(two.recommendedYaml());
    }

    /** The order holds wherever somebody runs it, and one step less of anything does not, or is no cheaper. */
    @Test
    void shouldHoldOnFreshSeedsWithoutAStepToSpare() {
        PlanResult result = plan(List.of());
        Path file = written(result.recommendedYaml());
        int undecided = 0;
        for (int seed = 100; seed < 110; seed++) {
            StudyResult night = new StudyRunner(engine, 2)
                    .run(
                            ScenarioReader.read(file.toString(), List.of(), List.of("seed=" + seed)),
                            List.of(),
                            result.scenario().plan().replications(),
                            StudyListener.none());
            for (StudyResult.ObjectiveVerdict verdict : night.verdicts()) {
                assertThat(verdict.verdict()).as(verdict.toString()).isNotEqualTo(Verdict.MISSED);
                undecided += verdict.verdict() == Verdict.UNDECIDED ? 1 : 0;
            }
        }
        assertThat(undecided).isLessThanOrEqualTo(2);
    }

    @Test
    void shouldOrderMoreWhenTheAudienceIsUnknownAndHoldOnAsManyNightsAsItSays() {
        PlanResult certain = plan(List.of());
        PlanResult unknown = plan(UNKNOWN);
        assertThat(unknown.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(unknown.recommended().cost())
                .isGreaterThan(certain.recommended().cost());
        NightsHeld said = unknown.recommended().certificate().judged().held();
        assertThat(said.share()).isGreaterThanOrEqualTo(0.9);

        Scenario ordered =
                ScenarioReader.read(written(unknown.recommendedYaml()).toString());
        Variant variant = new Variant("fresh", ordered, "cdn");
        List<RunNote> fresh = simulation(2).run(Night.of(List.of(variant), 50_000, 50_200));
        long held = fresh.stream()
                .filter(night ->
                        night.promised().get(0) < 12 && night.promised().get(1) < 0.03)
                .count();
        assertThat(NightsHeld.of(200, (int) held).high()).isGreaterThanOrEqualTo(said.low());
        assertThat(NightsHeld.of(200, (int) held).low()).isLessThanOrEqualTo(said.high());
        assertThat((double) held / 200).isBetween(said.low(), said.high());
    }

    /** What a night costs is what a study of the recommended scenario says of it: with its people, at its prices. */
    @Test
    void shouldBillEachNightAtItsOwnPrices() {
        PlanResult result = plan(
                List.of(
                        "costs.edges.tariff={title: Bytes, source: made up, as-of: 2026, unit: GB, tiers: [{price: 4}]}",
                        "plan.order={edges.east.capacity: {from: 300Mbps, to: 500Mbps, step: 100Mbps}}",
                        "plan.nights=11",
                        "unknowns={audience.viewers: {times: {uniform: [0.8, 1.1]}}, costs.edges.tariff.tiers.0.price: {uniform: [2, 6]}}"));
        DeliveryPlan plan = result.recommended();
        Scenario ordered = ScenarioReader.read(written(result.recommendedYaml()).toString());
        Variant again = new Variant("again", ordered, "cdn");
        List<RunNote> nights = simulation(2).run(Night.of(List.of(again), 10_000, 10_000 + plan.nights()));
        List<Double> costs =
                nights.stream().map(night -> night.figures().get("cost")).toList();
        assertThat(plan.seen().bills()).isEqualTo(costs);
        assertThat(costs)
                .doesNotHaveDuplicates()
                .contains(plan.invoice().total().doubleValue());
        assertThat(plan.cost())
                .isEqualTo(costs.stream().mapToDouble(cost -> cost).average().orElseThrow())
                .isBetween(
                        plan.seen().spreadOfBills().p10(),
                        plan.seen().spreadOfBills().p90());
        assertThat(plan.paid().values().stream().mapToDouble(paid -> paid).sum())
                .isCloseTo(plan.cost(), within(0.005));
        assertThat(plan.seen().held()).isEqualTo(plan.judged().held().held());
        assertThat(plan.seen().figures().get("viewers"))
                .isEqualTo(nights.stream()
                        .mapToDouble(night -> night.figures().get("viewers"))
                        .average()
                        .orElseThrow());
    }

    /** What nobody knows the price of costs something all the same: it is taken where nothing else holds. */
    @Test
    void shouldNotTakeAnUnknownPriceForNone() {
        List<String> sets = new ArrayList<>(List.of(
                "deliveries.direct={origin: {uplink: 2Gbps}}",
                "decide=cdn",
                "plan.deliveries=[cdn, direct]",
                "costs.edges=!remove",
                "plan.replications=4",
                "plan.order={front-door.login.capacity: {from: 8/s, to: 10/s, step: 1/s}}"));
        PlanResult priced = plan(sets);
        DeliveryPlan cdn = priced.deliveries().get(0);
        assertThat(cdn.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(cdn.isBilled()).isFalse();
        assertThat(cdn.unpriced()).containsExactly("edges");
        assertThat(priced.recommended().delivery()).isEqualTo("direct");
        assertThat(priced.recommended().cost()).isPositive();
        assertThat(priced.recommended().unpriced()).isEmpty();

        sets.add("deliveries.direct.origin.uplink=100Mbps");
        assertThat(plan(sets).recommended().delivery()).isEqualTo("cdn");
        sets.set(sets.size() - 1, "costs=!remove");
        assertThat(plan(sets).recommended().delivery()).as("the first of two").isEqualTo("cdn");
    }

    private static final List<String> TWO = List.of(
            "deliveries.other={like: cdn}",
            "decide=cdn",
            "plan.deliveries=[cdn, other]",
            "plan.replications=4",
            "plan.order={edges.east.capacity: {from: 300Mbps, to: 500Mbps, step: 100Mbps}}");

    /** A simulation that breaks every promise of some deliveries on nights that the search does not see. */
    private record Unlucky(Simulation real, List<String> deliveries) implements Simulation {
        @Override
        public List<RunNote> run(List<Night> nights) {
            List<RunNote> notes = new ArrayList<>(real.run(nights));
            for (int i = 0; i < notes.size(); i++) {
                boolean isNew = nights.get(i).replication() >= 10_000;
                if (isNew && deliveries.contains(nights.get(i).variant().delivery())) {
                    notes.set(i, notes.get(i).promising(List.of(100.0, 0.5)));
                }
            }
            return notes;
        }

        @Override
        public int atOnce() {
            return real.atOnce();
        }

        @Override
        public void announce(String what) {
            real.announce(what);
        }
    }

    @Test
    void shouldTakeTheNextDeliveryWhenTheFirstFailsOnNewNights() {
        PlanResult next = new Planner(small(TWO), true, new Unlucky(simulation(2), List.of("cdn"))).plan();
        assertThat(next.deliveries().get(0).outcome()).isEqualTo(Outcome.NONE);
        assertThat(next.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(next.recommended().delivery()).isEqualTo("other");
        assertThat(next.recommended().certificate().judged().whole()).isEqualTo(Verdict.MET);
        assertThat(next.recommendedYaml()).contains("other").doesNotContain("cdn");

        PlanResult none = new Planner(small(TWO), true, new Unlucky(simulation(2), List.of("cdn", "other"))).plan();
        assertThat(none.outcome()).isEqualTo(Outcome.NONE);
        assertThat(none.recommended()).isNull();
        assertThat(none.recommendedYaml()).isNull();
        assertThat(none.deliveries()).allMatch(plan -> plan.found() && plan.certificate() != null);
    }

    /** What it costs to keep the service is found, also where nobody wants to pay it. */
    @Test
    void shouldFindWhatKeepsTheServiceForTooMuchMoney() {
        List<String> sets = new ArrayList<>(TWO);
        sets.set(2, "plan.deliveries=[cdn]");
        sets.add("objectives=[startup-time.p95 < 12s, rebuffering-ratio < 3%, cost < 10]");
        PlanResult dear = plan(sets);
        DeliveryPlan cdn = dear.deliveries().get(0);
        assertThat(dear.outcome()).isEqualTo(Outcome.NONE);
        assertThat(cdn.found()).isTrue();
        assertThat(cdn.order().get(0).text())
                .isEqualTo("400Mbps")
                .isNotEqualTo(cdn.order().get(0).most());
    }

    /** That a small order fails on new nights does not say that a large one would. */
    @Test
    void shouldNotSayThatNothingHoldsWhereLargerOrdersWereNotTried() {
        Scenario scenario = small(TWO);
        Candidate candidate = new Candidate(scenario, "cdn", true, simulation(2));
        candidate.screen();
        List<RunNote> broken = candidate.nights().stream()
                .map(night -> night.promising(List.of(100.0, 0.5)))
                .toList();
        Judged judged = Judged.of(scenario, broken);
        for (Order order :
                List.of(candidate.space().smallest(), candidate.space().largest())) {
            candidate.certified(
                    new Certifier.Certified(order, new DeliveryPlan.Certificate(judged, broken.size(), 2, 0), broken));
            assertThat(candidate.outcome())
                    .isEqualTo(order.equals(candidate.space().largest()) ? Outcome.NONE : Outcome.UNDECIDED);
            assertThat(candidate.result().more()).isZero();
        }
    }

    /** Less and more of what is unknown is less and more of what the night drew, also where nothing that is written counts. */
    @Test
    void shouldVaryWhatIsUnknown() {
        Scenario scenario = small(List.of("unknowns={content.renditions.sd: {uniform: [1.8Mbps, 2.4Mbps]}}"));
        List<WhatIf.Case> tornado = new WhatIf(simulation(2), "cdn", 1).tornado(scenario, null);
        WhatIf.Case base = tornado.get(0);
        RunNote night = simulation(2)
                .run(Night.of(List.of(new Variant("night", scenario, "cdn")), 0, 1))
                .get(0);
        assertThat(base.note().digest()).as("the night itself").isEqualTo(night.digest());
        List<WhatIf.Case> rates =
                tornado.stream().filter(one -> one.what().equals("bit rates")).toList();
        assertThat(rates).hasSize(2);
        double edges = base.note().figures().get("edge-bytes");
        assertThat(rates.get(0).note().figures().get("edge-bytes")).isCloseTo(0.8 * edges, withinPercentage(1));
        assertThat(rates.get(1).note().figures().get("edge-bytes")).isCloseTo(1.2 * edges, withinPercentage(1));
    }

    /** Ten nights are too few to tell; with as many more as it says the interval lies below what is wanted. */
    @Test
    void shouldSayHowManyNightsWouldSettleIt() {
        PlanResult open = plan(OPEN);
        assertThat(open.outcome()).isEqualTo(Outcome.UNDECIDED);
        DeliveryPlan largest = open.deliveries().get(0);
        NightsHeld held = largest.judged().held();
        assertThat(held.nights()).isEqualTo(10);
        assertThat(largest.more()).isPositive();
        int all = held.nights() + largest.more();
        NightsHeld then = NightsHeld.of(all, (int) Math.round(held.share() * all));
        assertThat(then.high()).isLessThan(open.scenario().plan().hold());
    }

    private static Path written(String yaml) {
        try {
            Path file = java.nio.file.Files.createTempFile("recommended", ".yaml");
            file.toFile().deleteOnExit();
            return java.nio.file.Files.writeString(file, yaml);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
