package org.swarmload.sim.picker;

import java.util.SplittableRandom;

/** A view made by hand, or at random: what a picker may know and the numbers it may draw. */
public final class HandMadeView implements PieceView {
    private static final int MOST_PIECES_OF_FILE = 1_000;

    private final long[] offered;
    private final int[] holders;
    private final int firstPiece;
    private final long[] microsToDeadline;
    private final long drawSeed;
    private final RarestOf rarest;
    private int front;
    private long draws;

    /**
     * A window.
     *
     * @param holders of each piece of the window
     */
    public HandMadeView(long offered, int[] holders, int firstPiece, long[] microsToDeadline, long drawSeed) {
        this(new long[] {offered}, holders, firstPiece, microsToDeadline, drawSeed);
    }

    private HandMadeView(long[] offered, int[] holders, int firstPiece, long[] microsToDeadline, long drawSeed) {
        this.offered = offered;
        this.holders = holders.clone();
        this.firstPiece = firstPiece;
        this.microsToDeadline = microsToDeadline.clone();
        this.drawSeed = drawSeed;
        rarest = new RarestOf(holders.length);
        rewind();
    }

    /** A window of few kinds of pieces or of many; each offered one has at least one holder. */
    public static HandMadeView random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] holders = holders(random, 1 + random.nextInt(64));
        long[] deadlines = new long[holders.length];
        long start = random.nextLong(20_000_000) - 10_000_000;
        for (int i = 0; i < deadlines.length; i++) {
            deadlines[i] = Math.max(0, start + i * 4_000_000L);
        }
        return new HandMadeView(offered(random, holders), holders, random.nextInt(900), deadlines, random.nextLong());
    }

    /** What one uploader offers of a file: up to 1,000 pieces, which nobody plays. */
    public static HandMadeView randomFile(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] holders = holders(random, 1 + random.nextInt(MOST_PIECES_OF_FILE));
        long[] deadlines = new long[holders.length];
        java.util.Arrays.fill(deadlines, NEVER_PLAYED);
        HandMadeView view = new HandMadeView(offered(random, holders), holders, 0, deadlines, random.nextLong());
        view.front = random.nextInt(view.first(0, view.pieces()) + 1);
        return view;
    }

    private static int[] holders(SplittableRandom random, int pieces) {
        int mostHolders = 1 + random.nextInt(random.nextBoolean() ? 3 : 60);
        int[] holders = new int[pieces];
        for (int i = 0; i < pieces; i++) {
            holders[i] = random.nextInt(mostHolders + 1);
        }
        return holders;
    }

    private static long[] offered(SplittableRandom random, int[] holders) {
        long[] offered = new long[(holders.length + Long.SIZE - 1) / Long.SIZE];
        int count = 0;
        for (int i = 0; i < holders.length; i++) {
            if (holders[i] > 0 && random.nextInt(3) > 0) {
                offered[i >> 6] |= 1L << i;
                count++;
            }
        }
        if (count == 0) {
            int only = random.nextInt(holders.length);
            holders[only] = 1;
            offered[only >> 6] = 1L << only;
        }
        return offered;
    }

    /** Lets the same numbers be drawn again. */
    public HandMadeView rewind() {
        draws = drawSeed;
        return this;
    }

    /** Whether an answer is the index of an offered piece. */
    public boolean offers(int index) {
        return index >= 0 && index < pieces() && (offered[index >> 6] >>> index & 1) != 0;
    }

    @Override
    public long offered(int word) {
        return word < offered.length ? offered[word] : 0;
    }

    @Override
    public int pieces() {
        return holders.length;
    }

    @Override
    public int firstPiece() {
        return firstPiece;
    }

    @Override
    public int holders(int index) {
        return holders[index];
    }

    @Override
    public int rarest(int from, int to) {
        return rarest.pick(this, from, to);
    }

    @Override
    public long microsToDeadline(int index) {
        return microsToDeadline[index];
    }

    @Override
    public int front() {
        return front;
    }

    @Override
    public long clientSeed() {
        return drawSeed;
    }

    /** SplitMix64, which allocates nothing. */
    @Override
    public int randomBelow(int bound) {
        draws += 0x9E3779B97F4A7C15L;
        long z = draws;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (int) ((z >>> 32) * bound >>> 32);
    }
}
