package org.swarmload.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairSetTest {
    @Test
    void shouldHoldWhatAHashSetHolds() {
        Random random = new Random(7);
        PairSet pairs = new PairSet();
        Set<Long> expected = new HashSet<>();
        for (int step = 0; step < 100_000; step++) {
            int first = random.nextInt(60);
            int second = random.nextInt(60);
            long key = (long) first << 32 | second;
            if (random.nextInt(5) < 3) {
                assertThat(pairs.add(first, second)).isEqualTo(expected.add(key));
            } else {
                pairs.remove(first, second);
                expected.remove(key);
            }
            assertThat(pairs.size()).isEqualTo(expected.size());
            int other = random.nextInt(60);
            assertThat(pairs.contains(first, other)).isEqualTo(expected.contains((long) first << 32 | other));
        }
    }

    @Test
    void shouldTellTheOrderOfAPair() {
        PairSet pairs = new PairSet();
        pairs.add(1, 2);
        assertThat(pairs.contains(2, 1)).isFalse();
        assertThat(pairs.contains(1, 2)).isTrue();
    }
}
