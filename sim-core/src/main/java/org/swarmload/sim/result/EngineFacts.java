package org.swarmload.sim.result;

import java.util.List;

/**
 * How a run was computed: what it did, what it needed, how long it took. Of these the digest covers what the model fixes
 * (cells, rounds, events) and nothing else; threads and wall time differ from run to run.
 *
 * @param viewers people who were simulated, whether or not they pressed play
 * @param picks decisions of clients which piece to ask for next; someone who is woken and finds nothing has decided too
 * @param peerTransfers pieces asked of a peer, also those that did not come to their end
 * @param serverTransfers the same of servers
 * @param piecesReceived pieces that reached a viewer whole, from whomever
 * @param blocksReceived the blocks of those pieces; a piece of a stream is one block
 * @param stateBytes memory of all cells and of the front door at the end of the run, when it is greatest
 * @param parts simple names of the classes whose objects the run consisted of, noted by the objects themselves
 */
public record EngineFacts(
        int cells,
        int viewers,
        int threadsUsed,
        long rounds,
        RoundLengths roundLengths,
        long events,
        long picks,
        long peerTransfers,
        long serverTransfers,
        long piecesReceived,
        long blocksReceived,
        long piecesPlayed,
        long stateBytes,
        WallTime wallTime,
        List<String> parts) {
    public EngineFacts {
        parts = List.copyOf(parts);
    }

    /**
     * Model time that rounds took.
     *
     * @param totalMicros of all rounds together
     */
    public record RoundLengths(long shortestMicros, long longestMicros, long totalMicros) {
        public static final RoundLengths NONE = new RoundLengths(Long.MAX_VALUE, 0, 0);

        /** With one more round. */
        public RoundLengths and(long micros) {
            return new RoundLengths(
                    Math.min(shortestMicros, micros), Math.max(longestMicros, micros), totalMicros + micros);
        }
    }

    /**
     * Time on the wall from the dealing of the viewers to the merged result.
     *
     * @param serialNanos part in which no cell was at work: front door, servers or conductor had the run for themselves
     */
    public record WallTime(long nanos, long serialNanos) {
        public static final WallTime NONE = new WallTime(0, 0);
    }
}
