package org.swarmload.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.swarmload.cost.Invoice;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.result.RunResult.LedgerLine;
import org.swarmload.study.PairedRuns.Night;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyListener;
import org.swarmload.yaml.ScenarioException;
import org.swarmload.yaml.ScenarioReader;

/** Edges that others use too: what is ordered has room for both, and the bill is about what comes on top. */
class OtherTrafficPlanTest {
    private static final String SMALL = "src/test/resources/small-plan.yaml";
    /** 70 % of the edge as it is written. */
    private static final List<String> BUSY = List.of(
            "deliveries.cdn.edges.east.capacity=400Mbps", "deliveries.cdn.edges.east.background={flat: 280Mbps}");

    /** Of 30 days of 5-minute samples. */
    private static final int NOT_BILLED = 432;

    private static final long BIN_MICROS = 300_000_000L;

    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    private static PlanResult plan(List<String> sets, String... more) {
        Scenario scenario = ScenarioReader.read(
                SMALL, List.of(), Stream.concat(sets.stream(), Stream.of(more)).toList());
        PlanResult result = new Planner(scenario, true, simulation()).plan();
        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        return result;
    }

    private static EngineSimulation simulation() {
        return new EngineSimulation(engine, 2, StudyListener.none(), what -> {});
    }

    private static double eastBps(PlanResult result) {
        return result.recommended().order().get(0).size();
    }

    /** The same capacity is left for viewers, so the same nights hold. */
    @Test
    void shouldOrderWhatOthersTakeOnTop() {
        double alone = eastBps(plan(List.of(), from(300)));
        assertThat(alone).isBetween(310e6, 400e6);
        assertThat(eastBps(plan(BUSY, from(300)))).isEqualTo(alone + 280e6);
    }

    @Test
    void shouldRefuseAnOfferThatOthersTakeWhole() {
        List<String> sets = Stream.concat(BUSY.stream(), Stream.of(from(250))).toList();
        assertThatThrownBy(() -> ScenarioReader.read(SMALL, List.of(), sets))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("plan.order.edges.east.capacity.from")
                .hasMessageContaining("Other traffic of cdn takes 0.28Gbps and more: nothing is left of 0.25Gbps.");
    }

    private static String from(int mbps) {
        return "plan.order={edges.east.capacity: {from: " + mbps + "Mbps, to: 900Mbps, step: 10Mbps}}";
    }

    /** 38 hours of a few viewers at a time: the highest 36 are not billed, the next sample is. */
    @Test
    void shouldMoveThePercentileByWhatComesOnTop() {
        PlanResult result = plan(
                BUSY,
                "audience.viewers=!remove",
                "audience.arrivals=[{rate: 0.016/s, for: 38h}]",
                "plan.replications=2",
                "plan.order={edges.east.capacity: {from: 290Mbps, to: 350Mbps, step: 20Mbps}}",
                "costs.edges.tariff={title: By rate, source: made up, as-of: 2026, percentile-95: {per-mbps: 1}}");
        Space space = new Space(result.scenario(), "cdn");
        Variant ordered = new Variant(
                "ordered",
                space.scenario(Order.of(result.recommended().order().get(0).size() == 290e6 ? 0 : 1)),
                "cdn");
        int again = 10_000 + result.recommended().nights();
        List<RunNote> nights = simulation().run(Night.of(List.of(ordered), 10_000, again));
        Invoice.Line edges = result.recommended().invoice().lines().stream()
                .filter(line -> line.payer().equals("edges"))
                .findFirst()
                .orElseThrow();
        assertThat(edges.without()).isEqualByComparingTo("280");
        assertThat(edges.quantity().doubleValue()).isPositive();
        assertThat(edges.quantity().doubleValue()).isCloseTo(billed(nights), within(1e-6));
    }

    /** Mbit/s of the highest 5-minute sample of all edges that is billed, of the nights' mean. */
    private static double billed(List<RunNote> nights) {
        double[] samples = new double[NOT_BILLED + 48];
        for (RunNote night : nights) {
            for (LedgerLine line : night.use().ledger()) {
                if (line.payer().startsWith("edge:")) {
                    samples[(int) (line.binStartMicros() / BIN_MICROS)] += line.bytes() * 8 / 300e6 / nights.size();
                }
            }
        }
        double[] ascending = samples.clone();
        Arrays.sort(ascending);
        return ascending[samples.length - 1 - NOT_BILLED];
    }
}
