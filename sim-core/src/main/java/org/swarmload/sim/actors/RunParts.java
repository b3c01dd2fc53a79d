package org.swarmload.sim.actors;

import java.util.stream.LongStream;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.cell.CellPlan;
import org.swarmload.sim.cell.CellResult;
import org.swarmload.sim.kernel.RoundClock;
import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.server.ServerPool;

/**
 * What a conductor starts a run with.
 *
 * @param groups for each group of cells, the viewer numbers of its cells; null for cells of other groups
 * @param dispatcher of every part
 * @param stopwatch running since the beginning
 */
record RunParts(RoundClock clock, ServerPool[] pools, int[][][] groups, String dispatcher, Stopwatch stopwatch) {
    /** Groups per thread: enough for an even load, few enough for big batches. */
    private static final int GROUPS_PER_THREAD = 4;

    static RunParts of(CellPlan plan, int threads, String dispatcher) {
        Stopwatch stopwatch = new Stopwatch();
        int[][] viewersOfCell = deal(plan.audience(), plan.cells());
        double[] population = new double[viewersOfCell.length];
        for (int c = 0; c < population.length; c++) {
            population[c] = (double) viewersOfCell[c].length
                    / Math.max(1, plan.audience().viewers());
        }
        ServerPool[] pools = new ServerPool[plan.servers()];
        for (int s = 0; s < pools.length; s++) {
            pools[s] = new ServerPool(plan, s, population);
        }
        return new RunParts(clock(plan), pools, groups(viewersOfCell, threads), dispatcher, stopwatch);
    }

    private static int[][] deal(Audience audience, int cells) {
        int[] sizes = new int[cells];
        int viewers = audience.viewers();
        for (int v = 0; v < viewers; v++) {
            sizes[audience.cellOf(v, cells)]++;
        }
        int[][] dealt = new int[cells][];
        for (int c = 0; c < cells; c++) {
            dealt[c] = new int[sizes[c]];
            sizes[c] = 0;
        }
        for (int v = 0; v < viewers; v++) {
            int c = audience.cellOf(v, cells);
            dealt[c][sizes[c]++] = v;
        }
        return dealt;
    }

    private static int[][][] groups(int[][] viewersOfCell, int threads) {
        int groups = Math.min(viewersOfCell.length, threads * GROUPS_PER_THREAD);
        int[][][] split = new int[groups][viewersOfCell.length][];
        for (int c = 0; c < viewersOfCell.length; c++) {
            split[c % groups][c] = viewersOfCell[c];
        }
        return split;
    }

    private static RoundClock clock(CellPlan plan) {
        ModelSpec spec = plan.spec();
        LongStream.Builder boundaries = LongStream.builder();
        if (spec.warmupMicros() > 0) {
            boundaries.add(spec.warmupMicros());
        }
        boundaries.add(spec.audience().unlockMicros());
        for (FaultSpec fault : spec.faults()) {
            boundaries.add(fault.atMicros()).add(fault.endMicros());
        }
        for (int s = 0; s < plan.servers(); s++) {
            plan.server(s).background().steps().forEach(step -> boundaries.add(step.atMicros()));
        }
        return new RoundClock(
                spec.engine().roundMicros(),
                retryScaleMicros(spec.audience().retry()),
                CellResult.BIN_MICROS,
                spec.endMicros(),
                boundaries.build().toArray());
    }

    /**
     * The time that players take to come back, which rounds should be well below; 0 if they never do. Delays by a law
     * have no least one and do not come in waves; retries are exact whatever the rounds.
     */
    private static long retryScaleMicros(AudienceSpec.Retry retry) {
        return switch (retry.backoff()) {
            case NONE, LAW -> 0;
            case FIXED, EXPONENTIAL -> retry.firstMicros();
        };
    }
}
