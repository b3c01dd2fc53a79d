package org.swarmload.sim.swarm;

import java.util.Arrays;

/**
 * How many of the members that one is connected with show each piece: a count per member and piece, kept up to date by
 * every announcement; where everybody is connected, one count for all of a title, oneself included.
 *
 * <p>Counts are bit-sliced: of the 64 pieces of a word, one long holds the lowest bits of their counts, the next long the
 * second bits, and so on. So a member's pieces are added 64 at a time, and the rarest of 64 pieces are found in a few steps.
 */
public final class Availability {
    private final Bitfields pieces;
    private final Links links;
    private final int words;

    /** Bits of a count. */
    private final int slices;

    /** By row (member, or title where everybody is connected), word and slice. */
    private final long[] slice;

    public Availability(Bitfields pieces, Links links, int members, int titles) {
        this.pieces = pieces;
        this.links = links;
        words = pieces.words();
        slices = slices(links.everybody() ? members : Links.MOST);
        int rows = links.everybody() ? titles : members;
        slice = new long[Math.multiplyExact(rows, Math.multiplyExact(words, slices))];
    }

    /** Bits that hold a count up to {@code most}. */
    static int slices(int most) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(most);
    }

    public int holders(int member, int title, int piece) {
        int at = at(row(member, title), piece >> 6);
        int count = 0;
        for (int s = 0; s < slices; s++) {
            count |= (int) (slice[at + s] >>> piece & 1) << s;
        }
        return count;
    }

    /**
     * Adds the rarest of some pieces of a word to a search.
     *
     * @param among at least one
     * @param atLeastOne whether a piece that nobody shows counts as one that somebody does
     */
    public void rarest(int member, int title, int word, long among, boolean atLeastOne, RarestPieces search) {
        int at = at(row(member, title), word);
        long best = among;
        int count = 0;
        for (int s = slices - 1; s >= 0; s--) {
            long fewer = best & ~slice[at + s];
            count |= fewer == 0 ? 1 << s : 0;
            best = fewer == 0 ? best : fewer;
        }
        if (count == 0 && atLeastOne) {
            long several = 0;
            for (int s = 1; s < slices; s++) {
                several |= slice[at + s];
            }
            best = among & ~several;
            count = 1;
        }
        search.found(word, best, count);
    }

    private int row(int member, int title) {
        return links.everybody() ? title : member;
    }

    private int at(int row, int word) {
        return (row * words + word) * slices;
    }

    /** A member shows one more piece. */
    public void announced(int member, int title, int piece) {
        long bit = 1L << piece;
        if (links.everybody()) {
            if (links.registered(member)) {
                add(at(title, piece >> 6), bit);
            }
            return;
        }
        for (int i = links.degree(member, title) - 1; i >= 0; i--) {
            add(at(links.get(member, title, i), piece >> 6), bit);
        }
    }

    /** A member is known from now on where everybody is connected: what it shows counts. */
    public void registered(int member, int title) {
        if (links.everybody()) {
            addAll(title, member);
        }
    }

    /** The last {@code added} connections of a member are new. */
    public void connected(int member, int title, int added) {
        int degree = links.degree(member, title);
        for (int i = degree - added; i < degree; i++) {
            int other = links.get(member, title, i);
            addAll(member, other);
            addAll(other, member);
        }
    }

    /** A member leaves: its pieces count no more. Call it before the connections go. */
    public void leaves(int member, int title) {
        if (links.everybody()) {
            if (links.registered(member)) {
                removeAll(title, member);
            }
            return;
        }
        for (int i = links.degree(member, title) - 1; i >= 0; i--) {
            removeAll(links.get(member, title, i), member);
        }
        Arrays.fill(slice, at(member, 0), at(member + 1, 0), 0);
    }

    private void addAll(int row, int shower) {
        for (int w = 0; w < words; w++) {
            add(at(row, w), pieces.shown(shower, w));
        }
    }

    private void removeAll(int row, int shower) {
        for (int w = 0; w < words; w++) {
            remove(at(row, w), pieces.shown(shower, w));
        }
    }

    /** One more for each of some pieces of a word: 64 adders with their carries. */
    private void add(int at, long some) {
        long carry = some;
        for (int s = at; carry != 0; s++) {
            long next = slice[s] & carry;
            slice[s] ^= carry;
            carry = next;
        }
    }

    private void remove(int at, long some) {
        long borrow = some;
        for (int s = at; borrow != 0; s++) {
            long next = ~slice[s] & borrow;
            slice[s] ^= borrow;
            borrow = next;
        }
    }

    public long stateBytes() {
        return 8L * slice.length;
    }
}
