package org.swarmload.check;

import java.util.List;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.actors.SimulationEngine;
import org.swarmload.study.StudyListener;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyRunner;

/** What a case may use: a seed and, for the few that simulate, the engine, which is started when it is first needed. */
public final class Lab implements AutoCloseable {
    private static final int THREADS = 2;

    private final long seed;
    private SimulationEngine engine;

    public Lab(long seed) {
        this.seed = seed;
    }

    long seed() {
        return seed;
    }

    /** Simulates as the command run does: these deliveries, or all when none is named. */
    StudyResult simulate(Scenario scenario, String... deliveries) {
        if (engine == null) {
            engine = SimulationEngine.start(THREADS);
        }
        return new StudyRunner(engine, THREADS)
                .run(scenario, List.of(deliveries), scenario.run().replications(), StudyListener.none());
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
