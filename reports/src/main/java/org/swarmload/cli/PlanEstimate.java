package org.swarmload.cli;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.plan.EngineSimulation;
import org.swarmload.plan.PlanForecast;
import org.swarmload.report.Unit;
import org.swarmload.scenario.PlanDef;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.study.PairedRuns.Night;
import org.swarmload.study.PairedRuns.Variant;
import org.swarmload.study.RunNote;
import org.swarmload.study.StudyListener;

/** What a plan will search, and about how long that takes: measured with a few simulations. */
final class PlanEstimate {
    private final Scenario scenario;
    private final int threads;

    PlanEstimate(Scenario scenario, int threads) {
        this.scenario = scenario;
        this.threads = threads;
    }

    List<String> lines() {
        PlanDef plan = scenario.plan();
        List<String> lines = new ArrayList<>();
        lines.add("scenario      " + scenario.name());
        lines.add("viewers       " + Unit.COUNT.say(scenario.audience().viewers()));
        lines.add("deliveries    " + String.join(", ", plan.deliveries()));
        for (PlanDef.Ladder ladder : plan.order()) {
            lines.add("order         " + ladder.key() + " from "
                    + ladder.values().get(0).text() + " to " + ladder.last().text() + ", "
                    + Unit.COUNT.say(ladder.values().size(), "value"));
        }
        if (!scenario.nights().areCertain()) {
            lines.addAll(RunCommand.unknowns(scenario));
            lines.add("nights        " + Unit.COUNT.say(plan.nights()) + " for each order; it has to hold on "
                    + Unit.SHARE.say(plan.hold()) + " of them");
        }
        PlanForecast forecast = measured();
        forecast.deliveries().forEach(part -> lines.add("simulations   " + said(part)));
        lines.add("time          about " + RoughTime.say(forecast.seconds()) + " with "
                + Unit.COUNT.say(threads, "thread") + ", if the search meets no surprise");
        return lines;
    }

    private static String said(PlanForecast.Part part) {
        String full = part.fullRuns() == 0 ? "" : ", " + Unit.COUNT.say(part.fullRuns()) + " of everybody";
        return part.delivery() + ": " + Unit.COUNT.say(part.smallRuns()) + " with "
                + Unit.COUNT.say(part.viewers(), "viewer") + " at " + Unit.SECONDS.say(part.secondsEach()) + " each"
                + full + (part.largestHolds() ? "" : "; the largest order does not hold");
    }

    private PlanForecast measured() {
        try (SimulationEngine engine = SimulationEngine.start(1)) {
            EngineSimulation one = new EngineSimulation(engine, 1, StudyListener.none(), what -> {});
            return PlanForecast.of(scenario, threads, (night, delivery) -> {
                long start = System.nanoTime();
                RunNote note = one.run(List.of(new Night(new Variant("pilot", night, delivery), 0, true)))
                        .get(0);
                return new PlanForecast.Pilot.Timed(note, (System.nanoTime() - start) / 1e9);
            });
        }
    }
}
