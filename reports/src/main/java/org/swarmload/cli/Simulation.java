package org.swarmload.cli;

import java.util.List;
import java.util.function.Function;
import org.swarmload.limits.LimitRuns;
import org.swarmload.limits.LimitScan;
import org.swarmload.limits.LimitsDesign;
import org.swarmload.limits.LimitsResult;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.study.StudyListener;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyRunner;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.sweep.SweepPoint;
import org.swarmload.sweep.SweepResult;
import org.swarmload.sweep.SweepRunner;
import org.swarmload.sweep.TimeEstimate;

/** Starts the engine for one study, or for all of a sweep. The only class of this package that names it, so that no other command loads it. */
final class Simulation {
    private Simulation() {}

    static StudyResult run(
            Scenario scenario,
            List<String> deliveries,
            int threads,
            StudyListener listener,
            Interruption interruption) {
        try (SimulationEngine engine = SimulationEngine.start(threads)) {
            StudyRunner runner = new StudyRunner(engine, threads);
            interruption.onInterrupt(runner::cancel);
            return Version.stamp(runner.run(scenario, deliveries, scenario.run().replications(), listener));
        }
    }

    /**
     * Every point that the store has not got.
     *
     * @param listener hears how a point gets on; asked for one when the point begins
     */
    static SweepResult sweep(
            SweepDesign design,
            SweepRunner.Store store,
            int threads,
            Function<SweepPoint, StudyListener> listener,
            Interruption interruption) {
        try (SimulationEngine engine = SimulationEngine.start(threads)) {
            StudyRunner runner = new StudyRunner(engine, threads);
            interruption.onInterrupt(runner::cancel);
            SweepRunner.Study study = point -> runner.run(
                    point.scenario(),
                    design.deliveries(),
                    point.scenario().run().replications(),
                    listener.apply(point));
            return new SweepRunner(study, store).run(design);
        }
    }

    /**
     * Where things break.
     *
     * @param listener hears how some audiences get on; asked for one when they begin
     */
    static LimitsResult limits(
            LimitsDesign design,
            int threads,
            Function<List<Integer>, StudyListener> listener,
            Interruption interruption) {
        try (SimulationEngine engine = SimulationEngine.start(threads)) {
            LimitRuns runs = new LimitRuns(engine, threads, design, listener);
            interruption.onInterrupt(runs::cancel);
            return new LimitScan(design, runs).scan();
        }
    }

    /** How long the sweep will take, by simulating a little of it. */
    static TimeEstimate estimate(SweepDesign design, SweepDesign.Source source) {
        try (SimulationEngine engine = SimulationEngine.start(1)) {
            return TimeEstimate.measured(design, source, (scenario, delivery) -> {
                StudyResult once = new StudyRunner(engine, 1).run(scenario, List.of(delivery), 1, StudyListener.none());
                return once.engine().engineSeconds();
            });
        }
    }
}
