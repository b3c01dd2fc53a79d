package org.swarmload.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.swarmload.sim.random.CellStream;

class IntMapTest {
    @Test
    void shouldHoldWhatAnOrdinaryMapHolds() {
        IntMap map = new IntMap();
        Map<Integer, Integer> ordinary = new TreeMap<>();
        CellStream stream = new CellStream(3, 0, 0);
        for (int i = 0; i < 200_000; i++) {
            int key = stream.nextInt(i < 100_000 ? 1_000 : 40) * (i % 3 == 0 ? 1 << 20 : 1);
            if (stream.nextInt(5) < 2) {
                map.remove(key);
                ordinary.remove(key);
            } else {
                map.put(key, i);
                ordinary.put(key, i);
            }
            int asked = stream.nextInt(1_000);
            assertThat(map.get(asked)).isEqualTo(ordinary.getOrDefault(asked, IntMap.ABSENT));
        }
        assertThat(map.size()).isEqualTo(ordinary.size());
        ordinary.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
    }
}
