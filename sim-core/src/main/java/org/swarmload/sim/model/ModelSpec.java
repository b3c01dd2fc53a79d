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
 * @param warmupMicros facts of the time before, and of viewers who pressed play before, are left out of metrics; bytes
 *     and ledgers are whole
 * @param doneShare the simulation ends when this share of the viewers has finished its download; 0 is never
 * @param keepViewers whether the result lists every viewer, which takes memory
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
        long endMicros,
        long warmupMicros,
        double doneShare,
        boolean keepViewers) {

    public ModelSpec {
        frontDoor = List.copyOf(frontDoor);
        faults = List.copyOf(faults);
    }

    /** Number of cells: the swarm of a file is one, whatever its size. */
    public int cells() {
        boolean cutsSwarms = delivery.swarm() != null && content.titles().count() == 1;
        return isFileSwarm() ? 1 : engine.cellsFor(audience.viewers(), cutsSwarms);
    }

    /** Whether people download a file from each other. */
    public boolean isFileSwarm() {
        return content.isFile() && delivery.swarm() != null;
    }
}
