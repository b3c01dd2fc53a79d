package org.swarmload.sim.picker;

import java.util.SplittableRandom;

/** A view made by hand, or at random: what a picker may know and the numbers it may draw. */
public final class HandMadeView implements PieceView {
    private final long offered;
    private final int[] holders;
    private final int firstPiece;
    private final long[] microsToDeadline;
    private final long drawSeed;
    private SplittableRandom draws;

    /** @param holders of each piece of the window */
    public HandMadeView(long offered, int[] holders, int firstPiece, long[] microsToDeadline, long drawSeed) {
        this.offered = offered;
        this.holders = holders.clone();
        this.firstPiece = firstPiece;
        this.microsToDeadline = microsToDeadline.clone();
        this.drawSeed = drawSeed;
        rewind();
    }

    /** A view of few kinds of pieces or of many; each offered one has at least one holder. */
    public static HandMadeView random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int window = 1 + random.nextInt(64);
        int mostHolders = 1 + random.nextInt(random.nextBoolean() ? 3 : 60);
        int[] holders = new int[window];
        long[] deadlines = new long[window];
        long start = random.nextLong(20_000_000) - 10_000_000;
        long offered = 0;
        for (int i = 0; i < window; i++) {
            holders[i] = random.nextInt(mostHolders + 1);
            deadlines[i] = Math.max(0, start + i * 4_000_000L);
            offered |= holders[i] > 0 && random.nextInt(3) > 0 ? 1L << i : 0;
        }
        if (offered == 0) {
            int only = random.nextInt(window);
            holders[only] = 1;
            offered = 1L << only;
        }
        return new HandMadeView(offered, holders, random.nextInt(900), deadlines, random.nextLong());
    }

    /** Lets the same numbers be drawn again. */
    public HandMadeView rewind() {
        draws = new SplittableRandom(drawSeed);
        return this;
    }

    @Override
    public long offered(int word) {
        return word == 0 ? offered : 0;
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
        long rarest = rarestOf(offered & PieceView.range(0, from, to));
        return rarest == 0 ? PiecePicker.NONE : PieceView.nth(rarest, randomBelow(Long.bitCount(rarest)));
    }

    /** Those of {@code among} with the fewest holders. */
    public long rarestOf(long among) {
        int fewest = Integer.MAX_VALUE;
        long rarest = 0;
        for (int i = 0; i < holders.length; i++) {
            if ((among >>> i & 1) != 0) {
                rarest = holders[i] < fewest ? 0 : rarest;
                fewest = Math.min(fewest, holders[i]);
                rarest |= holders[i] == fewest ? 1L << i : 0;
            }
        }
        return rarest;
    }

    @Override
    public long microsToDeadline(int index) {
        return microsToDeadline[index];
    }

    @Override
    public int randomBelow(int bound) {
        return draws.nextInt(bound);
    }
}
