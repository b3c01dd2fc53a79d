package org.swarmload.limits;

import java.util.List;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.result.RunResult;

/**
 * What is kept of all runs of one audience.
 *
 * @param viewers as {@code audience.viewers} says
 * @param cells that the audience was cut into, as {@code engine.cells} says; 0 if the scenario was left to decide
 * @param deliveries in the order of the design
 */
public record AudiencePoint(int viewers, int cells, List<Delivery> deliveries) {
    public AudiencePoint {
        deliveries = List.copyOf(deliveries);
    }

    /** @param runs one for each replication */
    public record Delivery(String name, List<Run> runs) {
        public Delivery {
            runs = List.copyOf(runs);
        }

        /** The harm, as a mean over runs. */
        public Blame blame() {
            return Blame.mean(runs.stream().map(Run::blame).toList());
        }
    }

    /** One replication. */
    public record Run(long digest, List<Fullness> resources, List<Promise> promises, Blame blame) {
        public Run {
            resources = List.copyOf(resources);
            promises = List.copyOf(promises);
        }

        static Run of(RunResult run, Scenario scenario, long warmupMicros) {
            return new Run(
                    run.digest(),
                    Fullness.of(run, warmupMicros),
                    Promise.of(run, scenario, warmupMicros),
                    Blame.of(run));
        }
    }

    /** The delivery of that name. */
    public Delivery delivery(String name) {
        return deliveries.stream()
                .filter(delivery -> delivery.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No delivery '" + name + "' was run."));
    }
}
