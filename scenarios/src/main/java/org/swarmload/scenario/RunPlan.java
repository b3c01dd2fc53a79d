package org.swarmload.scenario;

/**
 * @param replications independent repetitions of every delivery
 * @param untilOffsetMicros end of the simulation, counted from the unlock; null ends it when the last viewer has had
 *     the time to watch everything
 */
public record RunPlan(int replications, Long untilOffsetMicros) {}
