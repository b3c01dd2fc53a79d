package org.swarmload.scenario;

/**
 * @param replications independent repetitions of every delivery
 * @param untilOffsetMicros end of the simulation, counted from the unlock; null ends it when the last viewer has had
 *     the time to watch everything
 * @param listViewers whether results list every viewer
 */
public record RunPlan(int replications, Long untilOffsetMicros, boolean listViewers) {
    public RunPlan(int replications, Long untilOffsetMicros) {
        this(replications, untilOffsetMicros, false);
    }
}
