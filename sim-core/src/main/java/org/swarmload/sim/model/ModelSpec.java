package org.swarmload.sim.model;

import java.util.List;

/**
 * One simulation: one delivery, one replication. Two specs that are equal give results that are equal bit for bit.
 *
 * @param deliveryName label of the delivery in results; draws do not depend on it
 * @param seed the study's seed
 * @param replication number of the replication, from 0
 * @param frontDoor services that every start passes in this order; empty means an open door
 * @param endMicros model time at which the simulation ends at the latest
 */
public record ModelSpec(
        String deliveryName,
        long seed,
        int replication,
        ContentSpec content,
        AudienceSpec audience,
        List<ServiceSpec> frontDoor,
        DeliverySpec delivery,
        PlayerSpec player,
        List<FaultSpec> faults,
        EngineSpec engine,
        long endMicros) {

    public ModelSpec {
        frontDoor = List.copyOf(frontDoor);
        faults = List.copyOf(faults);
    }
}
