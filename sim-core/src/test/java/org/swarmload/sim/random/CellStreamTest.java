package org.swarmload.sim.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CellStreamTest {
    @Test
    void shouldRepeatForTheSameCellAndDifferForAnother() {
        CellStream one = new CellStream(11, 2, 0);
        CellStream same = new CellStream(11, 2, 0);
        CellStream other = new CellStream(11, 2, 1);
        int equalToOther = 0;
        for (int i = 0; i < 1000; i++) {
            long value = one.nextLong();
            assertThat(same.nextLong()).isEqualTo(value);
            equalToOther += other.nextLong() == value ? 1 : 0;
        }
        assertThat(equalToOther).isZero();
    }

    @Test
    void shouldBeTheNumbersOfTheCounterStream() {
        CellStream stream = new CellStream(11, 2, 3);
        for (int k = 0; k < 10; k++) {
            assertThat(stream.nextLong())
                    .isEqualTo(CounterRandom.bits(CounterRandom.key(11, 2), 3, Purpose.CELL_STREAM, k));
        }
    }

    @Test
    void shouldDrawEveryNumberBelowTheBoundEquallyOften() {
        CellStream stream = new CellStream(5, 0, 9);
        int[] seen = new int[7];
        for (int i = 0; i < 700_000; i++) {
            seen[stream.nextInt(7)]++;
        }
        for (int n : seen) {
            assertThat(n / 100_000.0).isCloseTo(1, within(0.013));
        }
    }

    @Test
    void shouldHaveMeanOfUniform() {
        CellStream stream = new CellStream(5, 0, 9);
        double sum = 0;
        for (int i = 0; i < 1_000_000; i++) {
            sum += stream.nextDouble();
        }
        assertThat(sum / 1_000_000).isCloseTo(0.5, within(0.0012));
    }
}
