package org.swarmload.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContrastTest {
    private static Side side(long seed, double... values) {
        SortedMap<Integer, Map<String, Double>> figures = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            figures.put(i, Map.of("offload", values[i]));
        }
        return new Side("out/a:cdn", "cdn", seed, figures);
    }

    private static Contrast.Line line(Side first, Side second) {
        return Contrast.of(first, second).lines().get(0);
    }

    @Test
    void shouldPairReplicationsOfOneSeed() {
        Contrast contrast = Contrast.of(side(7, 10, 20, 30), side(7, 11, 21, 32));
        assertThat(contrast.paired()).isTrue();
        Contrast.Line line = contrast.lines().get(0);
        // Differences -1, -1, -2: mean -4/3, standard error 1/3, t(2) = 4.302653.
        assertThat(line.difference()).isCloseTo(-4.0 / 3, within(1e-12));
        assertThat(line.half()).isCloseTo(4.302653 / 3, within(1e-5));
        assertThat(line.word()).isEqualTo(Contrast.Word.TIE);
        assertThat(line(side(7, 10, 20, 30), side(7, 11, 21, 31.01)).word()).isEqualTo(Contrast.Word.LESS);
        assertThat(line(side(7, 11, 21, 31.01), side(7, 10, 20, 30)).word()).isEqualTo(Contrast.Word.MORE);
    }

    @Test
    void shouldCompareSeedsByWelch() {
        Contrast contrast = Contrast.of(side(7, 1, 2, 3), side(8, 2, 4, 6, 8));
        assertThat(contrast.paired()).isFalse();
        Contrast.Line line = contrast.lines().get(0);
        // Squared errors 1/3 and 5/3, so 2 together; degrees 4 / (1/18 + 25/27) = 4.0755; t = 2.7551.
        assertThat(line.difference()).isEqualTo(-3);
        assertThat(line.half()).isCloseTo(2.7551 * Math.sqrt(2), within(2e-3));
        assertThat(line.word()).isEqualTo(Contrast.Word.TIE);
    }

    @Test
    void shouldPairOnlyWhatBothHave() {
        Contrast.Line line = line(side(7, 1, 2, 3, 100), side(7, 1, 2, 3));
        assertThat(line.replications()).isEqualTo(3);
        assertThat(line.word()).isEqualTo(Contrast.Word.SAME);
        assertThat(line.first()).isEqualTo(2);
    }

    @Test
    void shouldGiveNoVerdictOnOneReplication() {
        Contrast.Line line = line(side(7, 1), side(7, 2));
        assertThat(line.half()).isNull();
        assertThat(line.word()).isEqualTo(Contrast.Word.UNKNOWN);
        assertThat(line(side(7, 1), side(8, 2, 4)).second()).isEqualTo(3);
    }

    @Test
    void shouldLeaveOutWhatOneSideLacks() {
        Side other = new Side("b", "b", 7, new TreeMap<>(Map.of(0, Map.of("cost", 1.0))));
        assertThat(Contrast.of(side(7, 1, 2), other).lines()).isEmpty();
    }
}
