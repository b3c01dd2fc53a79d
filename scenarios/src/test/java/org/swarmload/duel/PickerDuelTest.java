package org.swarmload.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.duel.PairOutcome.Call;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.StoppingRule;
import org.swarmload.study.StudyListener;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyRunner;
import org.swarmload.yaml.ScenarioReader;

/** Whole comparisons of small crowds, with the engine. */
class PickerDuelTest {
    @AutoClose
    private static final SimulationEngine engine = SimulationEngine.start(2);

    private static List<Variant> variants(String scenario, List<String> sets, String... pickers) {
        List<Variant> variants = new ArrayList<>();
        for (String picker : pickers) {
            List<String> all = new ArrayList<>(sets);
            all.add("deliveries.p2p.swarm.picker='" + picker + "'");
            all.add("run.list-viewers=true");
            variants.add(new Variant(picker, ScenarioReader.read(scenario, List.of(), all), "p2p"));
        }
        return variants;
    }

    private static DuelResult duel(List<Variant> variants, StoppingRule rule, int threads) {
        return new PickerDuel(engine, threads, variants, rule)
                .run(StudyListener.none(), (replications, rankings, next) -> {});
    }

    /** Where the seed has room for everybody's line, pieces come at the line's pace in whatever order. */
    @Test
    void shouldSayTieWhereTheSeedAloneSuffices() {
        DuelResult result = duel(
                variants("picker-tie", List.of(), "rarest-first", "random", "sequential", "bt:rarest-first"),
                StoppingRule.fixed(5),
                2);

        Ranking completion = result.by(DuelMetric.COMPLETION).orElseThrow();
        assertThat(completion.allTie()).isTrue();
        assertThat(completion.pairs()).extracting(PairOutcome::call).containsOnly(Call.SAME);
        // And it is not blind: order is what the pickers differ in, everywhere.
        assertThat(result.by(DuelMetric.IN_ORDER)
                        .orElseThrow()
                        .pair("sequential", "random")
                        .call())
                .isEqualTo(Call.FIRST_BETTER);
    }

    @Test
    void shouldFindTheOrderOfTheLiteratureWhereTheSeedIsScarce() {
        DuelResult result = duel(
                variants(
                        "picker-shootout-file",
                        List.of("audience.viewers=100", "content.size=25600kB"),
                        "sequential",
                        "rarest-first"),
                StoppingRule.fixed(5),
                2);

        assertThat(result.by(DuelMetric.COMPLETION)
                        .orElseThrow()
                        .pair("rarest-first", "sequential")
                        .call())
                .isEqualTo(Call.FIRST_BETTER);
        assertThat(result.by(DuelMetric.IN_ORDER)
                        .orElseThrow()
                        .pair("sequential", "rarest-first")
                        .call())
                .isEqualTo(Call.FIRST_BETTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picker-shootout", "picker-shootout-file"})
    void shouldGiveTheRunsThatTheCommandRunGives(String name) {
        List<String> sets = List.of("audience.viewers=30", "run.replications=2");
        List<Variant> variants = variants(name, sets, "random", "bt:rarest-first");
        DuelResult one = duel(variants, StoppingRule.fixed(2), 1);
        DuelResult two = duel(variants, StoppingRule.fixed(2), 2);

        assertThat(two.digest()).isEqualTo(one.digest());
        assertThat(two.rankings()).isEqualTo(one.rankings());
        Scenario plain = ScenarioReader.read(
                name, List.of(), List.of("audience.viewers=30", "deliveries.p2p.swarm.picker='bt:rarest-first'"));
        StudyResult study = new StudyRunner(engine, 2).run(plain, List.of("p2p"), 2, StudyListener.none());
        assertThat(one.of("bt:rarest-first"))
                .extracting(DuelRun::digest)
                .containsExactly(
                        study.deliveries().get(0).runs().get(0).digest(),
                        study.deliveries().get(0).runs().get(1).digest());
    }

    @Test
    void shouldGoOnUntilAllIsDecidedAndNoFurther() {
        List<String> sets = List.of(
                "audience.viewers=20",
                "content.size=2560kB",
                "deliveries.p2p.seeds.uplink=10Gbps",
                "deliveries.p2p.swarm.seed-uploads=1000");
        List<Variant> twins = variants("picker-shootout-file", sets, "rarest-first", "window");
        List<Integer> looks = new ArrayList<>();
        StoppingRule rule = new StoppingRule(List.of(2, 3, 4));
        DuelResult result = new PickerDuel(engine, 2, twins, rule)
                .run(StudyListener.none(), (replications, rankings, next) -> looks.add(replications));

        assertThat(result.replications()).isIn(rule.looks());
        assertThat(result.decided() || result.replications() == rule.cap()).isTrue();
        assertThat(looks).hasSize(rule.looks().indexOf(result.replications()));
        assertThat(result.partial()).isFalse();
    }

    @Test
    void shouldHaveNothingWhenItWasCancelledBeforeItBegan() {
        PickerDuel duel = new PickerDuel(
                engine,
                2,
                variants("picker-shootout-file", List.of("audience.viewers=20"), "random", "window"),
                StoppingRule.fixed(3));
        duel.cancel();

        assertThat(duel.run(StudyListener.none(), (replications, rankings, next) -> {}))
                .isNull();
    }
}
