package org.swarmload.sim.result;

import java.util.List;

/**
 * The facts of one simulation. Equal specs give equal results; {@link #digest} says so in one number.
 *
 * @param digest over the keys of every executed event and over the results' bits, never over text
 * @param partial true when the run was cancelled before its end, or its watch had seen enough
 */
public record RunResult(
        String delivery,
        long seed,
        int replication,
        boolean partial,
        long digest,
        Outcomes outcomes,
        Distribution startupSeconds,
        Distribution stallSecondsPerViewer,
        Distribution frontDoorWaitSeconds,
        Distribution completionSeconds,
        Traffic traffic,
        TimeSeries series,
        List<LedgerLine> ledger,
        List<CauseLine> causes,
        List<LevelFact> levels,
        DoorCounts frontDoor,
        ViewerTable viewers,
        EngineFacts engine) {

    public RunResult {
        ledger = List.copyOf(ledger);
        causes = List.copyOf(causes);
        levels = List.copyOf(levels);
    }

    /**
     * How many there were at once, over the time from the end of the warm-up to the end of the run.
     *
     * @param name a metric word: retrying-viewers, leechers, ...
     */
    public record LevelFact(String name, double mean, double max) {}

    /**
     * Events at the front door from the end of the warm-up to the end of the run.
     *
     * @param seconds how long that was
     * @param attempts calls presented to services; = those taken + http503
     * @param passes presses that passed the whole door
     * @param firstCalls first calls of viewers who pressed play for the first time
     * @param firstRefused those of them that were answered 503
     */
    public record DoorCounts(
            double seconds, long attempts, long http503, long passes, long firstCalls, long firstRefused) {}

    /**
     * Counts over viewers, those who first pressed play in the warm-up left out. Every viewer who pressed play before the end is in exactly one of started, startFailures,
     * exitsBeforeStart, stillWaiting.
     *
     * @param viewers people who pressed play
     * @param attempts requests to front door services and connection requests to servers; = admitted + http503
     * @param stalledOver60s viewers whose stalls add up to more than 60 s
     * @param gaveUp viewers who started and left because of one long stall
     */
    public record Outcomes(
            long viewers,
            long started,
            long startFailures,
            long exitsBeforeStart,
            long stillWaiting,
            long attempts,
            long admitted,
            long http503,
            long rebufferingEvents,
            long stalledOver60s,
            long gaveUp,
            double playedSeconds,
            double stalledSeconds,
            double skippedSeconds) {

        /** Time played / time that should have been played: what was stalled or skipped is the rest; 1 if nobody played. */
        public double continuity() {
            double total = playedSeconds + stalledSeconds + skippedSeconds;
            return total == 0 ? 1 : playedSeconds / total;
        }

        /** stalled / (stalled + played), over all viewers; 0 when nobody played. */
        public double rebufferingRatio() {
            double total = playedSeconds + stalledSeconds;
            return total == 0 ? 0 : stalledSeconds / total;
        }
    }

    /**
     * Bytes of the whole run. The first four and {@code shieldBytes} are counted by senders, the others by receivers; sent
     * and received are kept by different code and are equal source by source. What origin, shield, edges, seeds and peers
     * sent is delivered + overhead + what filled shield and edges.
     *
     * @param overheadBytes aborted or duplicate bytes, at receivers
     * @param deliveredBytes useful bytes, at receivers
     * @param lentBytes what the uplinks that viewers lent could have carried while they were in the swarm
     * @param originFillBytes part of originBytes that filled the shield, or edges (no viewer received them)
     * @param shieldBytes sent by the shield, to edges alone
     * @param shieldFillBytes the same at the edges
     * @param cacheRequests requests that asked an edge's cache, since the end of the warm-up
     * @param cacheFills fetches that edges began for them; the requests that waited for one are no fetches
     */
    public record Traffic(
            long originBytes,
            long edgeBytes,
            long seedBytes,
            long peerBytes,
            long receivedFromOrigin,
            long receivedFromEdges,
            long receivedFromSeeds,
            long receivedFromPeers,
            long deliveredBytes,
            long overheadBytes,
            long usefulPeerBytes,
            long unplayedBytes,
            long originFillBytes,
            long lentBytes,
            long shieldBytes,
            long shieldFillBytes,
            long cacheRequests,
            long cacheFills) {

        /** Bytes that viewers sent / bytes that their uplinks could have carried; 0 without a swarm. */
        public double uplinkUse() {
            return lentBytes == 0 ? 0 : (double) peerBytes / lentBytes;
        }

        /** Useful peer bytes / delivered bytes; 0 when nothing was delivered. */
        public double offload() {
            return deliveredBytes == 0 ? 0 : (double) usefulPeerBytes / deliveredBytes;
        }
    }

    /** Bytes and requests that one payer's machines sent in one 5-minute bin. Payers: origin, edge:NAME, seeds, peers. */
    public record LedgerLine(long binStartMicros, String payer, long bytes, long requests) {}

    /** What kind of harm a cause line counts. */
    public enum Harm {
        START_FAILURE,
        EXIT_BEFORE_START,
        STALL_SECONDS
    }

    /** Harm charged to one cause: own-line, a service's name, edge, origin, seeds, peers or fault. Adds up exactly. */
    public record CauseLine(Harm harm, String cause, double value) {}
}
