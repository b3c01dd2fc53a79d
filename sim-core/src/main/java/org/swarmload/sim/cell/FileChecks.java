package org.swarmload.sim.cell;

import java.util.Arrays;
import org.swarmload.sim.swarm.Availability;
import org.swarmload.sim.swarm.Bitfields;
import org.swarmload.sim.swarm.Links;
import org.swarmload.sim.swarm.Roster;

/**
 * PARANOID mode for the swarm of a file: what is shown is held, and the counts of holders that are kept up to date by
 * every announcement equal a count from the beginning. Each round checks some members, all of them in turn.
 */
final class FileChecks {
    /** Bits looked at in one round, about. */
    private static final long BITS_A_ROUND = 20_000;

    private final Viewers viewers;
    private final Bitfields pieces;
    private final Roster roster;
    private final Links links;
    private final Availability availability;
    private final int[] counted;
    private int turn;

    FileChecks(Viewers viewers, Bitfields pieces, Roster roster, Links links, Availability availability) {
        this.viewers = viewers;
        this.pieces = pieces;
        this.roster = roster;
        this.links = links;
        this.availability = availability;
        counted = new int[pieces.pieces()];
    }

    /** What does not hold of the members whose turn it is, or null. */
    String some() {
        long bits = 0;
        for (int n = 0; n < viewers.members && bits < BITS_A_ROUND; n++) {
            turn = (turn + 1) % viewers.members;
            String broken = check(turn);
            if (broken != null) {
                return broken;
            }
            bits += (1L + links.degree(turn, viewers.title(turn))) * pieces.pieces();
        }
        return null;
    }

    private String check(int m) {
        int lacking = 0;
        for (int w = 0; w < pieces.words(); w++) {
            lacking += Long.bitCount(pieces.lacking(m, w));
            if ((pieces.lacking(m, w) & pieces.shown(m, w)) != 0) {
                return "member " + m + " shows only what it holds";
            }
        }
        if (lacking + pieces.heldPieces(m) != pieces.pieces()) {
            return "pieces of member " + m + " counted";
        }
        return roster.contains(m) ? recount(m) : null;
    }

    private String recount(int m) {
        Arrays.fill(counted, 0);
        int title = viewers.title(m);
        for (int i = links.degree(m, title) - 1; i >= 0; i--) {
            int other = links.get(m, title, i);
            for (int w = 0; w < pieces.words(); w++) {
                for (long word = pieces.shown(other, w); word != 0; word &= word - 1) {
                    counted[(w << 6) + Long.numberOfTrailingZeros(word)]++;
                }
            }
        }
        for (int piece = 0; piece < counted.length; piece++) {
            if (counted[piece] != availability.holders(m, title, piece)) {
                return "holders of piece " + piece + " that member " + m + " knows: " + counted[piece] + ", counted "
                        + availability.holders(m, title, piece);
            }
        }
        return null;
    }
}
