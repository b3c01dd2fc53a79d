package org.swarmload.sim.swarm;

import java.util.Arrays;

/**
 * Which pieces of a file each member of a cell holds, misses and shows; a bit each, struct of arrays. A piece is missing
 * that is neither held nor asked for: kept, since it is asked far more often than it changes. What is shown is always
 * held. Members of different titles have the same piece numbers and never meet.
 */
public final class Bitfields implements PieceStore {
    private final int pieces;
    private final int words;
    private final long[] held;
    private final long[] missing;
    private final long[] shown;
    private final int[] heldPieces;
    private final boolean[] showing;

    public Bitfields(int members, int pieces) {
        this.pieces = pieces;
        words = (pieces + Long.SIZE - 1) / Long.SIZE;
        held = new long[Math.multiplyExact(members, words)];
        missing = new long[held.length];
        shown = new long[held.length];
        for (int at = 0; at < missing.length; at++) {
            missing[at] = all(at % words);
        }
        heldPieces = new int[members];
        showing = new boolean[members];
    }

    public int pieces() {
        return pieces;
    }

    /** Words that hold one member's bits; bit i of word w is piece 64 w + i. */
    public int words() {
        return words;
    }

    /** Forgets everything of a member. */
    public void clear(int member) {
        int from = member * words;
        Arrays.fill(held, from, from + words, 0);
        for (int w = 0; w < words; w++) {
            missing[from + w] = all(w);
        }
        Arrays.fill(shown, from, from + words, 0);
        heldPieces[member] = 0;
        showing[member] = false;
    }

    @Override
    public void ask(int member, int piece, boolean ofServer) {
        missing[member * words + (piece >> 6)] &= ~(1L << piece);
    }

    @Override
    public void unask(int member, int piece) {
        int at = member * words + (piece >> 6);
        missing[at] |= 1L << piece & ~held[at];
    }

    @Override
    public void complete(int member, int piece, int rendition) {
        hold(member, piece);
    }

    /** Lets a member have a piece; nobody sees it yet. */
    public void hold(int member, int piece) {
        int at = member * words + (piece >> 6);
        long bit = 1L << piece;
        if ((held[at] & bit) == 0) {
            held[at] |= bit;
            missing[at] &= ~bit;
            heldPieces[member]++;
        }
    }

    @Override
    public boolean holds(int member, int piece, int rendition) {
        return holds(member, piece);
    }

    public boolean holds(int member, int piece) {
        return (held[member * words + (piece >> 6)] >>> piece & 1) != 0;
    }

    public int heldPieces(int member) {
        return heldPieces[member];
    }

    public boolean complete(int member) {
        return heldPieces[member] == pieces;
    }

    /** Makes a held piece visible. */
    public void show(int member, int piece) {
        shown[member * words + (piece >> 6)] |= 1L << piece;
        showing[member] = true;
    }

    /** Whether a member shows any piece; it may hold some and show none yet. */
    public boolean showsAnything(int member) {
        return showing[member];
    }

    @Override
    public boolean shows(int member, int piece, int rendition) {
        return (shown[member * words + (piece >> 6)] >>> piece & 1) != 0;
    }

    public long shown(int member, int word) {
        return shown[member * words + word];
    }

    /** Pieces of a word that a member neither holds nor has asked for. */
    public long missing(int member, int word) {
        return missing[member * words + word];
    }

    /** Pieces of a word that a member does not hold, in flight or not. */
    public long lacking(int member, int word) {
        return ~held[member * words + word] & all(word);
    }

    private long all(int word) {
        int beyond = (word + 1) * Long.SIZE - pieces;
        return beyond <= 0 ? -1L : -1L >>> beyond;
    }

    /** Whether one member shows something that another misses. */
    public boolean interests(int uploader, int downloader) {
        int up = uploader * words;
        int down = downloader * words;
        for (int w = 0; w < words; w++) {
            if ((shown[up + w] & missing[down + w]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether one member shows something that another does not hold, in flight or not. */
    public boolean wouldHelp(int uploader, int downloader) {
        for (int w = 0; w < words; w++) {
            if ((lacking(downloader, w) & shown(uploader, w)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a member has nothing left to ask for. */
    public boolean nothingMissing(int member) {
        for (int w = 0; w < words; w++) {
            if (missing(member, w) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void countInto(int member, int[] holders) {
        for (int w = 0; w < words; w++) {
            for (long word = held[member * words + w]; word != 0; word &= word - 1) {
                holders[(w << 6) + Long.numberOfTrailingZeros(word)]++;
            }
        }
    }

    @Override
    public int received(int member) {
        return heldPieces[member];
    }

    @Override
    public int inOrder(int member) {
        for (int w = 0; w < words; w++) {
            long word = lacking(member, w);
            if (word != 0) {
                return (w << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        return pieces;
    }

    @Override
    public long stateBytes() {
        return 8L * 3 * held.length + (4L + 1) * heldPieces.length;
    }
}
