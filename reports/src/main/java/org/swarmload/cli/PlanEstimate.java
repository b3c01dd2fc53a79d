package org.swarmload.cli;

import java.util.List;
import org.swarmload.scenario.Scenario;

/** What a plan will do, and about how long that takes. */
final class PlanEstimate {
    private final Scenario scenario;
    private final int threads;

    PlanEstimate(Scenario scenario, int threads) {
        this.scenario = scenario;
        this.threads = threads;
    }

    List<String> lines() {
        return List.of("scenario      " + scenario.name(), "threads " + threads);
    }
}
