package org.swarmload.sim.swarm;

/**
 * How many of the neighbours, at most 127, show each wanted piece: bit-sliced counters, 64 ripple-carry adders at once.
 */
public final class HolderCounts {
    private static final int SLICES = 7;
    private final long[] slice = new long[SLICES];

    /** Counts everybody whom a look may see. */
    public void count(Look look) {
        long s0 = 0;
        long s1 = 0;
        long s2 = 0;
        long s3 = 0;
        long s4 = 0;
        long s5 = 0;
        long s6 = 0;
        for (int i = look.all() - 1; i >= 0; i--) {
            long c0 = look.word(i);
            long c1 = s0 & c0;
            s0 ^= c0;
            long c2 = s1 & c1;
            s1 ^= c1;
            long c3 = s2 & c2;
            s2 ^= c2;
            long c4 = s3 & c3;
            s3 ^= c3;
            long c5 = s4 & c4;
            s4 ^= c4;
            s6 ^= s5 & c5;
            s5 ^= c5;
        }
        slice[0] = s0;
        slice[1] = s1;
        slice[2] = s2;
        slice[3] = s3;
        slice[4] = s4;
        slice[5] = s5;
        slice[6] = s6;
    }

    /** Holders of the piece at an index. */
    public int holders(int index) {
        int count = 0;
        for (int s = 0; s < SLICES; s++) {
            count |= (int) (slice[s] >>> index & 1) << s;
        }
        return count;
    }

    /** Those of some pieces that the fewest hold. */
    public long rarest(long among) {
        long best = among;
        for (int s = SLICES - 1; s >= 0; s--) {
            long fewer = best & ~slice[s];
            best = fewer != 0 ? fewer : best;
        }
        return best;
    }
}
