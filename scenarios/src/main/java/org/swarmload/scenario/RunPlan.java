package org.swarmload.scenario;

/**
 * @param replications independent repetitions of every delivery
 * @param untilOffsetMicros end of the simulation, counted from the unlock; null ends it when the last viewer has had
 *     the time to watch everything, or by {@code doneShare}
 * @param doneShare ends when this share of the viewers has finished; 0 is never
 * @param warmupMicros time from the beginning of the model that metrics leave out
 * @param warmupShare the same as a share of the time to the end; one of the two is 0
 * @param listViewers whether results list every viewer
 */
public record RunPlan(
        int replications,
        Long untilOffsetMicros,
        double doneShare,
        long warmupMicros,
        double warmupShare,
        boolean listViewers) {
    /** The warm-up of a model that ends at that time. */
    public long warmupMicros(long endMicros) {
        return warmupShare > 0 ? Math.round(warmupShare * endMicros) : warmupMicros;
    }
}
