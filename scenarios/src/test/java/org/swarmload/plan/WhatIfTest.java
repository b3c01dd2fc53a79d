package org.swarmload.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.study.PairedRuns.Night;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyListener;
import org.swarmload.yaml.ScenarioReader;

class WhatIfTest {
    private static final String SMALL =
            Path.of("src", "test", "resources", "small-plan.yaml").toString();

    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    /** Keeps what was asked for. */
    private record Asked(Simulation real, List<Variant> variants) implements Simulation {
        @Override
        public List<RunNote> run(List<Night> nights) {
            nights.forEach(night -> variants.add(night.variant()));
            return real.run(nights);
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

    private static EngineSimulation simulation() {
        return new EngineSimulation(engine, 2, StudyListener.none(), what -> {});
    }

    private static Scenario small(String... sets) {
        return ScenarioReader.read(SMALL, List.of(), List.of(sets));
    }

    /** A small crowd is told of with the size of the whole one, of which its cost is. */
    @Test
    void shouldSayOfHowManyItTells() {
        List<WhatIf.Case> cases = new WhatIf(simulation(), "cdn", 2).tornado(small(), null);
        assertThat(cases.subList(0, 3).stream().map(WhatIf.Case::viewers)).containsExactly(200, 160, 240);
        assertThat(cases.subList(0, 3).stream().map(WhatIf.Case::everybody)).containsExactly(400, 320, 480);
    }

    /** A fifth more of a rate is five sixths of the time, and of nine in ten there is no fifth more. */
    @Test
    void shouldVaryByWhatItSays() {
        Asked asked = new Asked(simulation(), new ArrayList<>());
        List<WhatIf.Case> cases =
                new WhatIf(asked, "cdn", 1).tornado(small("deliveries.cdn.swarm={reachable: 90%}"), null);
        List<Double> means = new ArrayList<>();
        List<Double> reachable = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Scenario scenario = asked.variants().get(i).scenario();
            if (cases.get(i).what().equals("arrivals' peak")) {
                means.add(scenario.audience().arrivals().get(0).offsetSeconds().mean());
            } else if (cases.get(i).what().equals("reachability")) {
                reachable.add(scenario.delivery("cdn").swarm().reachable());
                changes.add(cases.get(i).change());
            }
        }
        assertThat(means).hasSize(2);
        assertThat(means.get(0)).isCloseTo(40 / 0.8, within(0.01));
        assertThat(means.get(1)).isCloseTo(40 / 1.2, within(0.01));
        assertThat(reachable).containsExactly(0.72, 1.0);
        assertThat(changes).containsExactly("a fifth less", "to 100 %");
    }
}
