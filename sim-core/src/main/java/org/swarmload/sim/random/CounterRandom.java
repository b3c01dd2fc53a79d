package org.swarmload.sim.random;

/**
 * Counter-based random numbers: 64 bits as a pure function of (seed, replication, entity, purpose, k). Nobody's draws
 * depend on who drew before, so the audience is the same in every delivery, cell count and round.
 *
 * <p>Construction: the five words are absorbed one after the other, {@code h = mix(h + odd * word)}, each with an odd
 * constant of its own. One such step is SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): a Weyl sequence with an odd
 * increment through the finaliser "variant 13" of David Stafford (2011). So the draws of one (viewer, purpose) for
 * k = 0, 1, 2 … are a SplitMix64 stream that starts at a hashed state. Each step is a bijection of the word absorbed:
 * two draws that differ in one word only are never equal.
 */
public final class CounterRandom {
    /** 2^64 divided by the golden ratio, the increment of SplitMix64; the others are the constants of xxHash64. */
    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    private static final long REPLICATION_STEP = 0xC2B2AE3D27D4EB4FL;
    private static final long ENTITY_STEP = 0x9E3779B185EBCA87L;
    private static final long PURPOSE_STEP = 0x27D4EB2F165667C5L;
    private static final long COUNTER_STEP = SEED_STEP;

    private static final double ULP_OF_DRAW = 0x1.0p-52;

    private CounterRandom() {}

    /** The part of a draw that is common to one simulation; compute it once and pass it to the keyed functions. */
    public static long key(long seed, int replication) {
        return mix(mix(seed + SEED_STEP) + REPLICATION_STEP * (replication + 1L));
    }

    /** 64 random bits of the simulation with this {@link #key}. */
    public static long bits(long key, long entity, Purpose purpose, long k) {
        return draw(stream(key, entity, purpose), k);
    }

    /** A double in the open interval (0, 1), of the simulation with this {@link #key}. */
    public static double uniform(long key, long entity, Purpose purpose, long k) {
        return toUnit(bits(key, entity, purpose, k));
    }

    /** The start of the SplitMix64 stream of one entity and purpose. */
    static long stream(long key, long entity, Purpose purpose) {
        return mix(mix(key + ENTITY_STEP * (entity + 1)) + PURPOSE_STEP * purpose.code());
    }

    /** The k-th number of a stream. */
    static long draw(long stream, long k) {
        return mix(stream + COUNTER_STEP * (k + 1));
    }

    /** The upper 52 bits and a half, so that neither 0 nor 1 comes out and every quantile function is finite. */
    static double toUnit(long bits) {
        return ((bits >>> 12) + 0.5) * ULP_OF_DRAW;
    }

    /** A number in [0, bound) from 64 random bits; the bias is below bound / 2^32. */
    public static int toInt(long bits, int bound) {
        return (int) (((bits >>> 32) * bound) >>> 32);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
