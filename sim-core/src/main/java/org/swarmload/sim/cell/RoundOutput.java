package org.swarmload.sim.cell;

/**
 * What a cell answers after a round. Owned by the receiver.
 *
 * @param demands one for each server
 * @param failures starts that failed behind the door
 * @param ended viewers whose sessions ended otherwise; empty when no service limits sessions
 * @param misses pieces that edges lack and another cell must fetch
 * @param fills pieces that this cell fetched for edges in the round, or failed to
 * @param present viewers starting, playing or stalled now
 * @param completed downloads of files that are complete
 * @param constrained some flow, connection or piece waits for what another cell or the next round may bring
 */
public record RoundOutput(
        Demand[] demands,
        Failures failures,
        int[] ended,
        RoundInput.CacheEvents misses,
        RoundInput.CacheEvents fills,
        long present,
        long completed,
        boolean constrained) {

    /**
     * @param wantedRate rate of the open flows if the pool had no end, bytes per microsecond
     * @param cappedRate rate of those open flows that run at their own cap
     * @param sharedFlows flows that get less than their cap
     * @param open connections
     * @param waiting connections waiting for one to close
     * @param opened connections asked for in the round
     */
    public record Demand(double wantedRate, double cappedRate, int sharedFlows, long open, long waiting, long opened) {
        public static final Demand NONE = new Demand(0, 0, 0, 0, 0, 0);
    }

    /** Before the first round: nobody is there and nothing was asked. */
    public static RoundOutput none(int servers) {
        Demand[] demands = new Demand[servers];
        java.util.Arrays.fill(demands, Demand.NONE);
        Failures nobody = new Failures(new int[0], new long[0], new byte[0]);
        return new RoundOutput(
                demands, nobody, new int[0], RoundInput.CacheEvents.NONE, RoundInput.CacheEvents.NONE, 0, 0, false);
    }

    /** Arrays of equal length: global viewer numbers, instants, {@link Cause} ordinals. */
    public record Failures(int[] viewer, long[] atMicros, byte[] cause) {}
}
