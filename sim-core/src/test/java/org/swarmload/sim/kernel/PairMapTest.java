package org.swarmload.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairMapTest {
    @Test
    void shouldKeepNumbersAsAHashMapDoes() {
        SplittableRandom random = new SplittableRandom(7);
        PairMap map = new PairMap();
        Map<List<Integer>, Long> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            int first = random.nextInt(40);
            int second = random.nextInt(40);
            if (random.nextInt(6) == 0) {
                map.remove(first, second);
                expected.remove(List.of(first, second));
            } else if (random.nextInt(4) == 0) {
                map.removeBoth(first, second);
                expected.remove(List.of(first, second));
                expected.remove(List.of(second, first));
            } else {
                long value = random.nextLong(1L << 50);
                boolean added = expected.put(List.of(first, second), value) == null;
                assertThat(map.put(first, second, value)).isEqualTo(added);
            }
            assertThat(map.size()).isEqualTo(expected.size());
        }
        for (int first = 0; first < 40; first++) {
            for (int second = 0; second < 40; second++) {
                assertThat(map.get(first, second))
                        .isEqualTo(expected.getOrDefault(List.of(first, second), PairMap.ABSENT));
            }
        }
    }

    @Test
    void shouldRefuseWhatMeansAbsent() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PairMap().put(1, 2, PairMap.ABSENT));
    }
}
