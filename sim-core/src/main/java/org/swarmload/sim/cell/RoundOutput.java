package org.swarmload.sim.cell;

/**
 * What a cell answers after a round. Owned by the receiver.
 *
 * @param demands one for each server
 * @param failures starts that failed behind the door
 * @param ended viewers whose sessions ended otherwise; empty when no service limits sessions
 * @param toHomes what the homes of cached pieces must hear of this cell's round
 * @param fills what this cell, as a home, did with cached pieces in the round
 * @param present viewers starting, playing or stalled now; of a file those who download and those who have everything
 *     and will leave by themselves, not those who stay for ever
 * @param completed downloads of files that are complete
 * @param constrained somebody in a line waits for the next round, or this cell's caches fetch what others have
 */
public record RoundOutput(
        Demand[] demands,
        Failures failures,
        int[] ended,
        RoundInput.CacheEvents toHomes,
        RoundInput.CacheEvents fills,
        long present,
        long completed,
        boolean constrained) {

    /**
     * @param wantedRate rate of the open flows if the pool had no end, bytes per microsecond
     * @param cappedRate rate of those open flows that run at their own cap
     * @param sharedFlows flows that get less than their cap
     * @param flows all open flows
     * @param taken room that is taken: open connections, or bits per second reserved
     * @param waiting requests waiting for room
     * @param waitingRoom room that they wait for
     * @param asked requests for room in the round
     */
    public record Demand(
            double wantedRate,
            double cappedRate,
            int sharedFlows,
            int flows,
            long taken,
            long waiting,
            long waitingRoom,
            long asked) {
        public static final Demand NONE = new Demand(0, 0, 0, 0, 0, 0, 0, 0);
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
