package org.swarmload.sim.swarm;

import java.util.Arrays;

/**
 * Counts up to {@value #MOST}, one for each piece of each row, made for being raised one at a time: an announcement reaches
 * dozens of rows, and costs each of them one addition to one long, without a branch. (In bit slices, as {@link CountSlices}
 * has them, it is two longs or more, and for the carry a branch that a processor guesses wrong one time in four.)
 *
 * <p>A count is a byte, its highest bit always 0, so that 8 are added to or compared with a number at once. The 64 counts of
 * a word are 8 longs: piece i of the word is byte i / 8 of long i % 8. So shifting a word by j leaves the bits of long j at the
 * lowest places of its bytes, and 8 comparisons come back as the bits of a word by shifts alone.
 */
final class CountLanes implements PieceCounts {
    /** Longs that hold the counts of a word's pieces. */
    static final int LONGS = 8;

    /** The greatest count. */
    static final int MOST = 127;

    /** So many pieces of a word are looked at one by one sooner than all 64 at once. */
    private static final int FEW = 12;

    /** A one in each byte. */
    private static final long ONES = 0x0101_0101_0101_0101L;

    /** The bit of each byte that no count has. */
    private static final long SPARE = ONES << 7;

    private final int words;
    private final long[] lanes;

    CountLanes(int rows, int words) {
        this.words = words;
        lanes = new long[Math.multiplyExact(rows, Math.multiplyExact(words, LONGS))];
    }

    private int at(int row, int word) {
        return (row * words + word) * LONGS;
    }

    /** Bits 3 to 5 of a piece's number are its byte, and eight times that is how far it is shifted. */
    private static int shift(int piece) {
        return piece & 0x38;
    }

    @Override
    public int count(int row, int piece) {
        return countAt(at(row, piece >> 6), piece);
    }

    private int countAt(int at, int piece) {
        return (int) (lanes[at + piece % LONGS] >>> shift(piece)) & MOST;
    }

    /** One more of a piece for each member that one is connected with. */
    void raise(Links links, int member, int title, int piece) {
        int stride = words * LONGS;
        int within = (piece >> 6) * LONGS + piece % LONGS;
        long one = 1L << shift(piece);
        int degree = links.degree(member, title);
        for (int i = 0; i < degree; i++) {
            lanes[links.get(member, title, i) * stride + within] += one;
        }
    }

    @Override
    public void add(int row, int word, long some) {
        int at = at(row, word);
        for (int j = 0; j < LONGS; j++) {
            lanes[at + j] += some >>> j & ONES;
        }
    }

    @Override
    public void remove(int row, int word, long some) {
        int at = at(row, word);
        for (int j = 0; j < LONGS; j++) {
            lanes[at + j] -= some >>> j & ONES;
        }
    }

    @Override
    public void clear(int row) {
        Arrays.fill(lanes, at(row, 0), at(row + 1, 0), 0);
    }

    @Override
    public void keepRarest(int row, boolean atLeastOne, RarestPieces search) {
        int least = atLeastOne ? 1 : 0;
        for (int i = 0; i < search.words(); i++) {
            int at = at(row, search.word(i));
            long among = search.left(i);
            if (Long.bitCount(among) <= FEW) {
                findOneByOne(at, least, search, i);
            } else {
                int fewest = Math.max(least, fewest(at, among));
                search.found(i, among & ~atLeast(at, fewest + 1), fewest);
            }
        }
        search.keepFewest();
    }

    private void findOneByOne(int at, int least, RarestPieces search, int i) {
        int fewest = MOST;
        long rarest = 0;
        for (long rest = search.left(i); rest != 0; rest &= rest - 1) {
            int piece = Long.numberOfTrailingZeros(rest);
            int count = Math.max(least, countAt(at, piece));
            long bit = rest & -rest;
            rarest = count < fewest ? bit : count == fewest ? rarest | bit : rarest;
            fewest = Math.min(fewest, count);
        }
        search.found(i, rarest, fewest);
    }

    /** Pieces of a word whose count is no less than a number: where adding what that lacks of 128 sets the spare bit. */
    private long atLeast(int at, int number) {
        long lacking = (MOST + 1 - number) * ONES;
        long pieces = 0;
        for (int j = 0; j < LONGS; j++) {
            pieces |= (lanes[at + j] + lacking >>> 7 & ONES) << j;
        }
        return pieces;
    }

    /** The least count among some pieces of a word. */
    private int fewest(int at, long among) {
        long least = MOST * ONES;
        for (int j = 0; j < LONGS; j++) {
            long others = ~among >>> j & ONES;
            least = lesser(least, lanes[at + j] | others * MOST);
        }
        least = lesser(least, least >>> 32);
        least = lesser(least, least >>> 16);
        least = lesser(least, least >>> 8);
        return (int) least & MOST;
    }

    /** The lesser one of each two bytes. */
    private static long lesser(long a, long b) {
        long aIsNotLess = (a | SPARE) - b & SPARE;
        long ofB = aIsNotLess - (aIsNotLess >>> 7);
        return a ^ (a ^ b) & ofB;
    }

    @Override
    public long stateBytes() {
        return (long) Long.BYTES * lanes.length;
    }
}
