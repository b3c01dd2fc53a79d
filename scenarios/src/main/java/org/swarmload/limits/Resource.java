package org.swarmload.limits;

import java.util.Optional;

/**
 * Something that a delivery has so much of and no more.
 *
 * @param name of a service, or of a server pool as its payer is called: origin, shield, edge:NAME, seeds, peers
 */
public record Resource(Kind kind, String name) {
    private static final String USE = "use:";
    private static final String REFUSED = "refused:";

    /** What is used up. */
    public enum Kind {
        /** The servers of a service of the front door. */
        DOOR("door"),
        /** The places that a service of the front door gives to sessions. */
        PLACES("places"),
        /** What a server pool can send. */
        LINK("link"),
        /** Connections to a server pool, or the rate that sessions reserve there. */
        ROOM("room"),
        /** What the viewers who are present lend of their uplinks. */
        UPLINKS("uplinks");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As in the columns of the time series. */
        public String word() {
            return word;
        }
    }

    /** "link:edge:east", as in the columns of the time series. */
    public String id() {
        return kind.word + ":" + name;
    }

    String useColumn() {
        return USE + id();
    }

    String refusedColumn() {
        return REFUSED + id();
    }

    /** The resource of which a column of the time series says how much was used. */
    static Optional<Resource> ofColumn(String column) {
        for (Kind kind : Kind.values()) {
            String prefix = USE + kind.word + ":";
            if (column.startsWith(prefix)) {
                return Optional.of(new Resource(kind, column.substring(prefix.length())));
            }
        }
        return Optional.empty();
    }
}
