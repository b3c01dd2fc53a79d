package org.swarmload.duel;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.PairedRuns;
import org.swarmload.study.PairedRuns.Night;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.StoppingRule;
import org.swarmload.study.StudyListener;

/**
 * Simulates the same crowd under each picker until the rule stops. Scenario, seed and replication are the same; the only
 * thing that differs is the picker, which is part of the scenario of its variant.
 */
public final class PickerDuel {
    /** Hears what a look found, before the next one is simulated. */
    @FunctionalInterface
    public interface LookListener {
        /** @param next replications at the next look */
        void looked(int replications, List<Ranking> rankings, int next);
    }

    private final List<Variant> variants;
    private final StoppingRule rule;
    private final PairedRuns<SwarmHistory, DuelRun> runs;

    /** @param variants at least two, named by their pickers, each with viewers listed: fairness needs their classes */
    public PickerDuel(SimulationEngine engine, int threads, List<Variant> variants, StoppingRule rule) {
        this.variants = List.copyOf(variants);
        this.rule = rule;
        runs = new PairedRuns<>(engine, threads, new KeepWhatIsCompared());
    }

    /** Null when it was cancelled before two replications were finished: there is no interval then. */
    public DuelResult run(StudyListener progress, LookListener looks) {
        List<String> pickers = variants.stream().map(Variant::name).toList();
        List<List<DuelRun>> done = new ArrayList<>();
        for (int look : rule.looks()) {
            if (!done.isEmpty()) {
                List<Ranking> rankings = DuelResult.rankings(pickers, rule, done);
                if (rankings.stream().allMatch(Ranking::decided)) {
                    break;
                }
                looks.looked(done.size(), rankings, look);
            }
            done.addAll(runs.run(variants, done.size(), look, progress));
            if (done.size() < look) {
                break;
            }
        }
        Variant first = variants.get(0);
        boolean partial = !rule.looks().contains(done.size());
        return done.size() < 2 ? null : DuelResult.of(first.scenario(), first.delivery(), pickers, rule, done, partial);
    }

    /** Ends it soon; safe from any thread. */
    public void cancel() {
        runs.cancel();
    }

    private static final class KeepWhatIsCompared implements PairedRuns.Measure<SwarmHistory, DuelRun> {
        @Override
        public SwarmHistory watch(Night night, ModelSpec spec) {
            return new SwarmHistory(spec.content().pieces());
        }

        @Override
        public DuelRun of(Night night, RunResult run, SwarmHistory history) {
            Scenario scenario = night.variant().scenario();
            boolean file = scenario.content().title().isFile();
            boolean live = scenario.content().title().isLive();
            return DuelRun.of(night.variant().name(), file, live, run, history);
        }
    }
}
