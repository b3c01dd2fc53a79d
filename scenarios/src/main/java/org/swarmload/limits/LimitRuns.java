package org.swarmload.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.swarmload.limits.AudiencePoint.Run;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.result.RunResult;
import org.swarmload.sim.watch.Watch;
import org.swarmload.study.PairedRuns;
import org.swarmload.study.PairedRuns.Night;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.StudyListener;

/** Simulates the audiences that a scan asks for, side by side, and keeps of each run what limits are read from. */
public final class LimitRuns implements LimitScan.Runs {
    private final LimitsDesign design;
    private final Function<List<Integer>, StudyListener> listener;
    private final PairedRuns<Spec, Run> runs;

    /**
     * @param threads with which the engine was started
     * @param listener asked for one when a batch of audiences begins
     */
    public LimitRuns(
            SimulationEngine engine,
            int threads,
            LimitsDesign design,
            Function<List<Integer>, StudyListener> listener) {
        this.design = design;
        this.listener = listener;
        runs = new PairedRuns<>(engine, threads, new Kept());
    }

    /** Remembers what was run. */
    private record Spec(ModelSpec spec) implements Watch {}

    private static final class Kept implements PairedRuns.Measure<Spec, Run> {
        @Override
        public Spec watch(Night night, ModelSpec spec) {
            return new Spec(spec);
        }

        @Override
        public Run of(Night night, RunResult run, Spec watch) {
            return Run.of(run, night.variant().scenario(), watch.spec().warmupMicros());
        }
    }

    @Override
    public List<AudiencePoint> of(List<Integer> audiences) {
        List<Variant> variants = new ArrayList<>();
        for (int audience : audiences) {
            Scenario scenario = design.at(audience);
            for (String delivery : design.deliveries()) {
                variants.add(new Variant(Integer.toString(audience), scenario, delivery));
            }
        }
        List<List<Run>> kept = runs.runEach(variants, design.replications(), listener.apply(audiences));
        List<AudiencePoint> points = new ArrayList<>();
        int deliveries = design.deliveries().size();
        for (int a = 0; a < audiences.size(); a++) {
            List<List<Run>> ofAudience = kept.subList(a * deliveries, (a + 1) * deliveries);
            if (ofAudience.stream().noneMatch(List::isEmpty)) {
                points.add(point(audiences.get(a), ofAudience));
            }
        }
        return points;
    }

    private AudiencePoint point(int audience, List<List<Run>> runsOfDeliveries) {
        List<AudiencePoint.Delivery> deliveries = new ArrayList<>();
        for (int d = 0; d < runsOfDeliveries.size(); d++) {
            deliveries.add(new AudiencePoint.Delivery(design.deliveries().get(d), runsOfDeliveries.get(d)));
        }
        return new AudiencePoint(audience, design.cellsAt(audience), deliveries);
    }

    /** Ends the scan soon; safe from any thread. */
    public void cancel() {
        runs.cancel();
    }
}
