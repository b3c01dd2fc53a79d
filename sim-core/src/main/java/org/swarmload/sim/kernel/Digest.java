package org.swarmload.sim.kernel;

/** A 64-bit running digest over values in order. Not cryptographic: it finds accidents, not attackers. */
public final class Digest {
    /** The digest of nothing. */
    public static final long EMPTY = 0x9E3779B97F4A7C15L;

    private Digest() {}

    /** Folds one value in; order matters. */
    public static long mix(long digest, long value) {
        long x = (digest ^ value) * 0xBF58476D1CE4E5B9L;
        return (x ^ x >>> 32) + 0x94D049BB133111EBL;
    }

    /** Folds the bits of a double in. */
    public static long mix(long digest, double value) {
        return mix(digest, Double.doubleToLongBits(value));
    }
}
