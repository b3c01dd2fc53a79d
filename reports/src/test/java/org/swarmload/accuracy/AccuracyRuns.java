package org.swarmload.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.swarmload.compile.ScenarioCompiler;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.study.StudyListener;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyRunner;
import org.swarmload.yaml.ScenarioReader;

/**
 * Simulates regimes as the command run does: the same reader, compiler, study and engine. Each mode has the
 * replications 0 to n-1, so a pair has the same audience. Modes that come to the same cells and rounds are simulated
 * once; auto is often one of the others.
 */
final class AccuracyRuns {
    /** Is told each sample when it is there. */
    @FunctionalInterface
    interface Listener {
        void heard(Regime regime, Mode mode, Sample sample);
    }

    private final SimulationEngine engine;
    private final int threads;
    private final int replications;
    private final List<String> sets;
    private final Listener heard;

    /**
     * @param threads with which the engine was started
     * @param sets laid over every regime
     */
    AccuracyRuns(SimulationEngine engine, int threads, int replications, List<String> sets, Listener heard) {
        this.engine = engine;
        this.threads = threads;
        this.replications = replications;
        this.sets = List.copyOf(sets);
        this.heard = heard;
    }

    /** The regime's modes beside the exact one, in their order. */
    List<Comparison> compare(Regime regime) {
        Map<String, Sample> done = new TreeMap<>();
        Sample exact = sample(regime, Mode.EXACT, done);
        List<Comparison> comparisons = new ArrayList<>();
        for (Mode mode : regime.modes()) {
            comparisons.add(Comparison.of(regime.id(), mode, exact, sample(regime, mode, done)));
        }
        return comparisons;
    }

    private Sample sample(Regime regime, Mode mode, Map<String, Sample> done) {
        List<String> all = new ArrayList<>(sets);
        all.addAll(regime.sets(mode));
        Scenario scenario = ScenarioReader.read(regime.file().toString(), List.of(), all);
        // The control is cut as the exact mode is, and yet another evening.
        Sample sample = done.computeIfAbsent(
                mode.equals(Mode.CONTROL) ? mode.name() : cut(scenario), key -> simulated(scenario));
        heard.heard(regime, mode, sample);
        return sample;
    }

    /** How a scenario is cut, whatever words say so: with the same cells and rounds results are the same. */
    private static String cut(Scenario scenario) {
        String delivery = scenario.deliveries().keySet().iterator().next();
        ModelSpec spec = ScenarioCompiler.compile(scenario, delivery, 0);
        return String.format(
                Locale.ROOT, "%d cells, rounds %d", spec.cells(), spec.engine().roundMicros());
    }

    private Sample simulated(Scenario scenario) {
        StudyResult study =
                new StudyRunner(engine, threads).run(scenario, List.of(), replications, StudyListener.none());
        return Sample.of(study.deliveries().get(0).runs());
    }
}
