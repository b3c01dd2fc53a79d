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

    /** Bits that hold a count up to {@code most}, two at least. */
    static int slices(int most) {
        return Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(most));
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
     * Narrows a search down to those pieces that the fewest show: from the highest bit of the counts to the lowest, those
     * that have a 0 there, if there are any.
     *
     * @param atLeastOne whether a piece that nobody shows counts as one that somebody does
     */
    public void keepRarest(int member, int title, boolean atLeastOne, RarestPieces search) {
        int from = at(row(member, title), 0);
        boolean few = true;
        // No count is above the number of connections in a list; where everybody is connected some know more than know
        // them.
        int used = links.everybody() ? slices : slices(links.degree(member, title));
        for (int s = used - 1; s > 0; s--) {
            few &= search.keepUnset(slice, from + s, slices);
        }
        if (!few || !atLeastOne) {
            search.keepUnset(slice, from, slices);
        }
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
        int stride = words * slices;
        int word = (piece >> 6) * slices;
        for (int i = links.degree(member, title) - 1; i >= 0; i--) {
            add(links.get(member, title, i) * stride + word, bit);
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

    /**
     * One more for each of some pieces of a word: 64 adders with their carries. Three of four single additions end within
     * the first two bits, so these are done without asking.
     */
    private void add(int at, long some) {
        long first = slice[at];
        long second = slice[at + 1];
        long carry = first & some;
        slice[at] = first ^ some;
        slice[at + 1] = second ^ carry;
        carry &= second;
        for (int s = at + 2; carry != 0; s++) {
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
