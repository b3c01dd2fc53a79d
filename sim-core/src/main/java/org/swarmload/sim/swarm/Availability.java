package org.swarmload.sim.swarm;

/**
 * How many of the members that one is connected with show each piece: a count per member and piece, kept up to date by
 * every announcement; where everybody is connected, one count for all of a title, oneself included.
 */
public final class Availability {
    private final Bitfields pieces;
    private final Links links;
    private final int words;

    /** By member, or by title where everybody is connected. */
    private final PieceCounts counts;

    /** The same counts where members have lists of connections; null where everybody is connected. */
    private final CountLanes lanes;

    public Availability(Bitfields pieces, Links links, int members, int titles) {
        this.pieces = pieces;
        this.links = links;
        words = pieces.words();
        lanes = links.everybody() ? null : new CountLanes(members, words);
        counts = links.everybody() ? new CountSlices(titles, words, members) : lanes;
    }

    public int holders(int member, int title, int piece) {
        return counts.count(row(member, title), piece);
    }

    /**
     * Narrows a search down to those pieces that the fewest show.
     *
     * @param atLeastOne whether a piece that nobody shows counts as one that somebody does
     */
    public void keepRarest(int member, int title, boolean atLeastOne, RarestPieces search) {
        counts.keepRarest(row(member, title), atLeastOne, search);
    }

    private int row(int member, int title) {
        return links.everybody() ? title : member;
    }

    /** A member shows one more piece. */
    public void announced(int member, int title, int piece) {
        if (lanes != null) {
            lanes.raise(links, member, title, piece);
        } else if (links.registered(member)) {
            counts.add(title, piece >> 6, 1L << piece);
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
        counts.clear(member);
    }

    private void addAll(int row, int shower) {
        for (int w = 0; w < words; w++) {
            counts.add(row, w, pieces.shown(shower, w));
        }
    }

    private void removeAll(int row, int shower) {
        for (int w = 0; w < words; w++) {
            counts.remove(row, w, pieces.shown(shower, w));
        }
    }

    public long stateBytes() {
        return counts.stateBytes();
    }
}
