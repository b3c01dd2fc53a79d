package org.swarmload.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.plan.DeliveryPlan.Outcome;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.theory.KumarRoss;
import org.swarmload.sim.theory.MMcK;
import org.swarmload.study.StudyListener;
import org.swarmload.yaml.ScenarioReader;

/** Plans whose answer is known beforehand. */
class KnownPlansTest {
    private static final String DOOR = """
            schema: 1
            name: known
            content: {kind: file, size: 1B}
            audience:
              access: {line: {share: 100%, down: 1Gbps, up: 1Gbps, rtt: 0s}}
              arrivals: [ARRIVALS]
            deliveries:
              origin: {origin: {uplink: 100Tbps, keep-alive: 0s}}
            engine: {cells: 1, round: 10s}
            """;

    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    @TempDir
    private Path folder;

    private PlanResult plan(String text, boolean mathematics) {
        return new Planner(read(text), mathematics, new EngineSimulation(engine, 2, StudyListener.none(), what -> {}))
                .plan();
    }

    private Scenario read(String text) {
        try {
            Path file = folder.resolve("plan.yaml");
            Files.writeString(file, text);
            return ScenarioReader.read(file.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double ordered(PlanResult result) {
        return result.recommended().order().get(0).size();
    }

    /** Blocking of 20 erlangs on c places with five in line; what is wanted lies midway between 22 and 23 places. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldFindTheServersOfTheFormula(boolean mathematics) {
        double target = (MMcK.of(20, 22, 27).blocking() + MMcK.of(20, 23, 28).blocking()) / 2;
        String text =
                DOOR.replace("ARRIVALS", "{rate: 100/s, for: 1200s}") + String.format(Locale.ROOT, """
                        run: {warm-up: 200s, until: 1200s}
                        front-door:
                          - door: {servers: 30, service: {exponential: 200ms}, queue: 5}
                        objectives: ["front-door-blocked-share < %.4f%%"]
                        plan: {order: {front-door.door.servers: {from: 10, to: 40, step: 1}}, replications: 8}
                        """, 100 * target);
        PlanResult result = plan(text, mathematics);
        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(ordered(result)).isEqualTo(23);
        assertThat(result.runs()).isLessThan(mathematics ? 150 : 250);
    }

    /** T = N F / (u_s + sum of uplinks): 20 x 64 Mbit within 28.4 s need 45 Mbit/s, of which 10 are the peers'. */
    @Test
    void shouldFindTheSeedOfKumarAndRoss() {
        String text = """
                schema: 1
                name: known seed
                content: {kind: file, size: 64Mbit, piece: 256kbit}
                run: {until: all-done}
                audience:
                  arrivals: [{count: 20, at: 0s}]
                  access: {line: {share: 100%, down: 100Mbps, up: 500kbps, rtt: 0s}}
                deliveries:
                  p2p: {seeds: {uplink: 20Mbps}, swarm: {picker: rarest-first, neighbours: all}}
                objectives: [completion-time.max < 28.44s]
                plan: {order: {seeds.uplink: {from: 5Mbps, to: 100Mbps, step: 2%}}}
                """;
        double needed = 20 * 64e6 / 28.44 - 20 * 0.5e6;
        assertThat(KumarRoss.peerToPeer(64e6, needed, 20, 100e6, 0.5e6).seconds())
                .isCloseTo(28.44, org.assertj.core.data.Offset.offset(1e-6));
        PlanResult result = plan(text, true);
        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(ordered(result)).isBetween(needed * 0.9, needed * 1.1);
    }

    /**
     * 100 a second for three minutes are served within a minute of waiting by c with (100 - c) 180 s = 60 s c, 75 a second.
     * A formula for the steady state asks for more than 100.
     */
    @Test
    void shouldBeRightWhereTheSteadyStateIsWrong() {
        String text = DOOR.replace("ARRIVALS", "{rate: 100/s, for: 180s}") + """
                front-door:
                  - door: {capacity: 50/s}
                objectives: [front-door-wait.max < 60s]
                plan: {order: {front-door.door.capacity: {from: 30/s, to: 200/s, step: 1/s}}, replications: 5}
                """;
        PlanResult result = plan(text, true);
        assertThat(result.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(ordered(result)).isBetween(74.0, 78.0);
    }

    @Test
    void shouldSayThatNothingHoldsAndWhatIsToBlame() {
        String text = DOOR.replace("ARRIVALS", "{rate: 100/s, for: 180s}") + """
                front-door:
                  - door: {capacity: 50/s, queue: 0}
                objectives: [front-door-blocked-share < 1%]
                plan: {order: {front-door.door.capacity: {from: 10/s, to: 60/s, step: 5%}}}
                """;
        PlanResult result = plan(text, true);
        assertThat(result.outcome()).isEqualTo(Outcome.NONE);
        assertThat(result.recommended()).isNull();
        assertThat(result.deliveries().get(0).causes()).containsKey("door");
    }
}
