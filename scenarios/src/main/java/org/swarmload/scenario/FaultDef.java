package org.swarmload.scenario;

import org.swarmload.sim.model.FaultSpec.Target;

/**
 * Something breaks for a while.
 *
 * @param offsetMicros when, counted from the unlock
 * @param name of the edge or service; empty for the other targets
 * @param part share of the target's machines that breaks; 1 is all of it
 */
public record FaultDef(long offsetMicros, long forMicros, Target target, String name, double part) {
    /** Whether the delivery has what this fault breaks. */
    public boolean hits(DeliveryDef delivery) {
        return switch (target) {
            case CENTRAL, SERVICE -> true;
            case ORIGIN -> delivery.origin() != null;
            case SHIELD -> delivery.shield() != null;
            case SEEDS -> delivery.seeds() != null;
            case TRACKER -> delivery.hasSwarm();
            case EDGE ->
                delivery.edges().stream().anyMatch(edge -> edge.server().name().equals(name));
        };
    }
}
