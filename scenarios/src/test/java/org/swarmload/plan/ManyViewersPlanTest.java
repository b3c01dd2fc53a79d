package org.swarmload.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.swarmload.cost.EventUse;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.scenario.DeliveryDef.EdgeDef;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.result.RunResult.CauseLine;
import org.swarmload.sim.result.RunResult.Harm;
import org.swarmload.study.PairedRuns.Night;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyListener;
import org.swarmload.study.StudyResult.Verdict;
import org.swarmload.yaml.ScenarioReader;

/** Plans of a crowd that is too large for an exact search, with nights that a formula makes up. */
class ManyViewersPlanTest {
    private static final int ALL = 400;

    private static final String NIGHT = """
            schema: 1
            name: many
            content: {kind: vod, unlocks: "21:00", length: 2min, segment: 4s, renditions: {sd: 2Mbps}}
            audience:
              viewers: 400
              arrivals: [{share: 100%, exponential: 40s}]
              regions: {east: {share: 60%}, west: {share: 40%}}
              access: {line: {share: 100%, down: 30Mbps, up: 5Mbps, rtt: 20ms}}
            deliveries:
              cdn:
                origin: {uplink: 2Gbps}
                edges:
                  east: {serves: east, capacity: 600Mbps}
                  west: {serves: west, capacity: 400Mbps}
            objectives: [startup-time.p95 < 12s]
            costs:
              origin: {tariff: {title: Free, source: made up, as-of: 2026, tiers: [{price: 0}]}}
              edges: {tariff: {title: Ready, source: made up, as-of: 2026, capacity: {price: 10, per: 100Mbps}}}
            plan:
              screen: 100
              replications: NIGHTS
              order:
                edges.east.capacity: {from: 100Mbps, to: 2Gbps, step: 5%}
                edges.west.capacity: {from: 100Mbps, to: 2Gbps, step: 5%}
            """;

    @TempDir
    private Path folder;

    private Scenario scenario(int nights, String... sets) {
        try {
            Path file = folder.resolve("many.yaml");
            Files.writeString(file, NIGHT.replace("NIGHTS", Integer.toString(nights)));
            return ScenarioReader.read(file.toString(), List.of(), List.of(sets));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Waits that grow as edges get narrower for each viewer.
     *
     * @param luck seconds that a night is worse than another
     * @param smallBias seconds that few viewers wait longer
     */
    private record Formula(IntToDoubleFunction luck, double smallBias) implements Simulation {
        double seconds(Scenario scenario, int night) {
            int viewers = scenario.audience().viewers();
            double wait = 2 + luck.applyAsDouble(night) + (viewers < ALL / 2 ? smallBias : 0);
            for (EdgeDef edge : scenario.delivery("cdn").edges()) {
                wait += 4e6 * viewers / edge.server().uplinkBps();
            }
            return wait;
        }

        @Override
        public List<RunNote> run(List<Night> nights) {
            return nights.stream()
                    .map(night -> note(night.variant().scenario(), night.replication()))
                    .toList();
        }

        @Override
        public int atOnce() {
            return 2;
        }

        private RunNote note(Scenario scenario, int night) {
            return new RunNote(
                    night,
                    true,
                    night,
                    Map.of(),
                    List.of(seconds(scenario, night)),
                    new EventUse(List.of(), 0, 0),
                    List.of(new CauseLine(Harm.EXIT_BEFORE_START, "edge", 1)),
                    Map.of("link:edge:east", 1.0));
        }

        @Override
        public void announce(String what) {}
    }

    private static PlanResult plan(Scenario scenario, Formula formula) {
        return new Planner(scenario, true, formula).plan();
    }

    /** Met on the nights of the search, and no single step less is. */
    private static void assertMinimal(PlanResult result, Formula formula) {
        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        Space space = new Space(result.scenario(), "cdn");
        Order order = recommended(result, space);
        assertThat(verdict(space, order, formula)).isEqualTo(Verdict.MET);
        for (int i = 0; i < 2; i++) {
            assertThat(order.step(i)).isPositive();
            assertThat(verdict(space, order.with(i, order.step(i) - 1), formula))
                    .isNotEqualTo(Verdict.MET);
        }
    }

    private static Order recommended(PlanResult result, Space space) {
        List<Integer> steps = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            double size = result.recommended().order().get(i).size();
            steps.add(space.ladders().get(i).values().stream()
                    .map(value -> value.size())
                    .toList()
                    .indexOf(size));
        }
        return new Order(steps);
    }

    private static Verdict verdict(Space space, Order order, Formula formula) {
        Scenario scenario = space.scenario(order);
        List<RunNote> nights = new ArrayList<>();
        for (int night = 0; night < scenario.plan().replications(); night++) {
            nights.add(formula.note(scenario, night));
        }
        return Judged.of(scenario, nights).whole();
    }

    private static double wobble(int night) {
        return 0.1 * Math.sin(night);
    }

    @Test
    void shouldEndWhereNoSingleStepLessHoldsWithFewRunsOfEverybody() {
        Formula formula = new Formula(ManyViewersPlanTest::wobble, 0);
        PlanResult result = plan(scenario(3), formula);
        assertMinimal(result, formula);
        assertThat(result.recommended().looked().stream()
                        .filter(point -> point.viewers() == ALL)
                        .count())
                .isLessThan(15);
    }

    @Test
    void shouldGoDownWhereOnlyTheSmallCrowdCannotKeepThePromise() {
        Formula formula = new Formula(ManyViewersPlanTest::wobble, 11);
        Scenario scenario = scenario(3);
        Space space = new Space(scenario, "cdn");
        Scenario largest = space.scenario(space.largest());
        assertThat(formula.seconds(SmallCrowd.of(largest, 4), 0)).isGreaterThan(12);
        assertMinimal(plan(scenario, formula), formula);
    }

    @Test
    void shouldNotLeaveAnOrderAsideForOneBrokenNightOfMany() {
        Formula formula = new Formula(night -> night == 0 ? 8.7 : wobble(night), 0);
        Scenario scenario = scenario(10);
        Space space = new Space(scenario, "cdn");
        assertThat(formula.seconds(space.scenario(space.largest()), 0)).isGreaterThan(12);
        PlanResult result = plan(scenario, formula);
        assertMinimal(result, formula);
    }

    @Test
    void shouldTakeMoreWhereNewNightsAreWorse() {
        Formula formula = new Formula(night -> night >= 10_000 ? 0.5 : wobble(night), 0);
        PlanResult result = plan(scenario(3), formula);
        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(result.recommended().certificate().tries()).isPositive();
        assertThat(result.recommended().judged().each().get(0).value()).isBetween(11.0, 12.0);
    }

    /** Where something is unknown a small crowd decides: what it pays and moves is held to what everybody may. */
    @ParameterizedTest
    @CsvSource({"40, NONE", "400, HOLDS"})
    void shouldHoldTheWholeBillToWhatIsPromisedOfIt(int most, Outcome outcome) {
        Scenario scenario = scenario(
                3,
                "unknowns={audience.viewers: {times: {uniform: [0.8, 1.2]}}}",
                "objectives=[startup-time.p95 < 12s, cost < " + most + ", edge-bytes < 1TB]",
                "plan={screen: 100, nights: 10, hold: 80%, order: {edges.east.capacity: {from: 600Mbps, to: 900Mbps, step: 100Mbps}}}");
        try (SimulationEngine engine = SimulationEngine.start(2)) {
            PlanResult result = new Planner(
                            scenario, true, new EngineSimulation(engine, 2, StudyListener.none(), what -> {}))
                    .plan();
            DeliveryPlan plan = result.deliveries().get(0);
            assertThat(plan.viewers()).isEqualTo(ALL / 4);
            assertThat(plan.seen().leastBill()).isGreaterThanOrEqualTo(100);
            assertThat(plan.judged().each().get(1).value())
                    .isCloseTo(plan.seen().meanBill(), within(1e-9));
            assertThat(plan.judged().each().get(2).value())
                    .isCloseTo(4 * plan.seen().figures().get("edge-bytes"), withinPercentage(1e-6));
            assertThat(plan.outcome()).isEqualTo(outcome);
            assertThat(result.tornado())
                    .allSatisfy(one -> assertThat(one.note().promised().get(1)).isEqualTo(one.cost()));
        }
    }

    @Test
    void shouldSayWhatEverybodyWouldMeetUnderOtherCircumstances() {
        Formula formula = new Formula(ManyViewersPlanTest::wobble, 5);
        PlanResult result = plan(scenario(3), formula);
        Space space = new Space(result.scenario(), "cdn");
        Scenario ordered = space.scenario(recommended(result, space));
        WhatIf.Case asOrdered = result.tornado().get(0);
        assertThat(asOrdered.viewers()).isEqualTo(ALL / 4);
        assertThat(asOrdered.note().promised().get(0)).isCloseTo(formula.seconds(ordered, 0), within(1e-9));
        WhatIf.Case more = result.tornado().stream()
                .filter(one -> one.what().equals("viewers") && one.direction() > 0)
                .findFirst()
                .orElseThrow();
        double waitOfAFifthMore = 1.2 * (formula.seconds(ordered, 0) - 2 - wobble(0)) + 2 + wobble(0);
        assertThat(more.note().promised().get(0)).isCloseTo(waitOfAFifthMore, within(1e-6));
    }
}
