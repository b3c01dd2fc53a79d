package org.swarmload.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DigestTest {
    /** The value itself is part of every stored result: it may never change. */
    @Test
    void shouldStayAsItIs() {
        long digest = Digest.EMPTY;
        for (long value = 0; value < 10; value++) {
            digest = Digest.mix(digest, value);
        }
        assertThat(Digest.mix(digest, Math.PI)).isEqualTo(504378230566936339L);
    }

    @Test
    void shouldDependOnTheOrder() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            long a = random.nextLong();
            long b = random.nextLong();
            assertThat(fold(a, b)).isNotEqualTo(fold(b, a));
        }
    }

    @Test
    void shouldTellHowOftenNothingHappened() {
        Set<Long> seen = new HashSet<>();
        long digest = Digest.EMPTY;
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(digest)).as("digest of %d zeros", i).isTrue();
            digest = Digest.mix(digest, 0L);
        }
    }

    @Test
    void shouldSeeEveryBitOfEveryValue() {
        long[] values = new SplittableRandom(2).longs(20).toArray();
        long digest = fold(values);
        for (int i = 0; i < values.length; i++) {
            for (int bit = 0; bit < 64; bit++) {
                values[i] ^= 1L << bit;
                assertThat(fold(values)).as("bit %d of value %d", bit, i).isNotEqualTo(digest);
                values[i] ^= 1L << bit;
            }
        }
    }

    /** Times and keys of events have at most 48 bits that matter: one wrong bit must not pass for another. */
    @Test
    void shouldTellWhichBitOfAnEventIsWrong() {
        long[] values = new SplittableRandom(2).longs(20).toArray();
        Set<Long> seen = new HashSet<>(Set.of(fold(values)));
        for (int i = 0; i < values.length; i++) {
            for (int bit = 0; bit < 48; bit++) {
                values[i] ^= 1L << bit;
                assertThat(seen.add(fold(values)))
                        .as("bit %d of value %d", bit, i)
                        .isTrue();
                values[i] ^= 1L << bit;
            }
        }
    }

    @Test
    void shouldTakeTheBitsOfADouble() {
        assertThat(Digest.mix(7, 0.1)).isEqualTo(Digest.mix(7, Double.doubleToRawLongBits(0.1)));
        assertThat(Digest.mix(7, 0.0)).isNotEqualTo(Digest.mix(7, -0.0));
        assertThat(Digest.mix(7, 0.1 + 0.2)).isNotEqualTo(Digest.mix(7, 0.3));
        assertThat(Digest.mix(7, 1.0)).isNotEqualTo(Digest.mix(7, 1L));
    }

    private static long fold(long... values) {
        long digest = Digest.EMPTY;
        for (long value : values) {
            digest = Digest.mix(digest, value);
        }
        return digest;
    }
}
