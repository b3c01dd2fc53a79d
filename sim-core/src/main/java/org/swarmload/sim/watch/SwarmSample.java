package org.swarmload.sim.watch;

/**
 * What the viewers of one cell hold at one instant; the operator's machines are not counted. Of a stream a viewer holds
 * what its cache keeps, and its progress is counted from the beginning of the title. Titles are counted together, piece
 * number by piece number.
 *
 * @param present viewers who are here
 * @param unfinished those of them who lack a piece
 * @param heldPieces what the unfinished have received
 * @param inOrderPieces the part of it before the first piece that its viewer lacks
 * @param holders for each piece, viewers who are here and have it
 * @param lentBytes what the uplinks that viewers lend could have carried since the beginning of the run
 */
public record SwarmSample(
        long atMicros,
        int present,
        int unfinished,
        long heldPieces,
        long inOrderPieces,
        int[] holders,
        long lentBytes) {}
