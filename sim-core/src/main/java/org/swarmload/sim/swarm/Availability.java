package org.swarmload.sim.swarm;

/**
 * How many of the members that one is connected with show each piece: a count per member and piece, kept up to date by
 * every announcement; where everybody is connected, one count for all of a title, oneself included.
 */
public final class Availability {
    private final Bitfields pieces;
    private final Links links;
    private final int stride;
    private final int[] ofTitle;
    private final byte[] ofMember;

    public Availability(Bitfields pieces, Links links, int members, int titles) {
        this.pieces = pieces;
        this.links = links;
        stride = pieces.pieces();
        ofTitle = new int[links.everybody() ? Math.multiplyExact(titles, stride) : 0];
        ofMember = new byte[links.everybody() ? 0 : Math.multiplyExact(members, stride)];
    }

    public int holders(int member, int title, int piece) {
        return links.everybody() ? ofTitle[title * stride + piece] : ofMember[member * stride + piece];
    }

    /** A member shows one more piece. */
    public void announced(int member, int title, int piece) {
        if (links.everybody()) {
            ofTitle[title * stride + piece] += links.registered(member) ? 1 : 0;
            return;
        }
        for (int i = links.degree(member, title) - 1; i >= 0; i--) {
            ofMember[links.get(member, title, i) * stride + piece]++;
        }
    }

    /** A member is known from now on where everybody is connected: what it shows counts. */
    public void registered(int member, int title) {
        if (links.everybody()) {
            countAll(member, title, 1);
        }
    }

    private void countAll(int member, int title, int by) {
        for (int w = 0; w < pieces.words(); w++) {
            for (long word = pieces.shown(member, w); word != 0; word &= word - 1) {
                ofTitle[title * stride + (w << 6) + Long.numberOfTrailingZeros(word)] += by;
            }
        }
    }

    /** The last {@code added} connections of a member are new. */
    public void connected(int member, int title, int added) {
        int degree = links.degree(member, title);
        for (int i = degree - added; i < degree; i++) {
            int other = links.get(member, title, i);
            change(member, other, 1);
            change(other, member, 1);
        }
    }

    /** A member leaves: its pieces count no more. Call it before the connections go. */
    public void leaves(int member, int title) {
        if (links.everybody()) {
            if (links.registered(member)) {
                countAll(member, title, -1);
            }
            return;
        }
        for (int i = links.degree(member, title) - 1; i >= 0; i--) {
            change(links.get(member, title, i), member, -1);
        }
        java.util.Arrays.fill(ofMember, member * stride, (member + 1) * stride, (byte) 0);
    }

    private void change(int member, int other, int by) {
        for (int w = 0; w < pieces.words(); w++) {
            for (long word = pieces.shown(other, w); word != 0; word &= word - 1) {
                ofMember[member * stride + (w << 6) + Long.numberOfTrailingZeros(word)] += (byte) by;
            }
        }
    }

    public long stateBytes() {
        return 4L * ofTitle.length + ofMember.length;
    }
}
