package org.swarmload.sim.swarm;

import java.util.Locale;

/**
 * What it takes to know which pieces the members of a file's swarm hold, have asked for and show ({@link Bitfields}), and
 * how many neighbours show each ({@link Availability}), before any of it is there. Viewers, connections and transfers
 * are not in it, nor whether the machine has so much.
 *
 * @param members people, and machines of the operator's seeds
 * @param pieces of the file
 * @param neighbours connections that a member asks for; more than {@link Links#MOST} means everybody
 */
public record PieceMemory(long members, int pieces, int neighbours) {
    /** Longer arrays a Java virtual machine may not give. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private static final double GB = 1e9;

    public long bytes() {
        return members * Long.BYTES * words() * (3 + countWords());
    }

    /** Whether the longest array is one that there can be. */
    public boolean fits() {
        return members * words() * Math.max(1, countWords()) <= LONGEST_ARRAY;
    }

    /** What is wrong when it does not fit. */
    public String problem() {
        return String.format(
                Locale.ROOT,
                "%,d members and %,d pieces are too many together: to know who holds what takes %.1f GB, more than this"
                        + " version can keep.",
                members,
                pieces,
                bytes() / GB);
    }

    /** What to do then. */
    public String hint() {
        return String.format(Locale.ROOT, "Write larger pieces, so that there are %,d at most", mostPieces())
                + (counted() ? ", fewer viewers, or neighbours: all." : ", or fewer viewers.");
    }

    /** Where members have lists each has a count for every piece; where everybody knows everybody a title has. */
    private boolean counted() {
        return neighbours <= Links.MOST;
    }

    /** Words of counts for each word of pieces. */
    private int countWords() {
        return counted() ? CountLanes.LONGS : 0;
    }

    private long words() {
        return (pieces + Long.SIZE - 1L) / Long.SIZE;
    }

    private int mostPieces() {
        long most = LONGEST_ARRAY / members / Math.max(1, countWords()) * Long.SIZE;
        return (int) Math.min(pieces, most);
    }
}
