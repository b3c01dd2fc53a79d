package org.swarmload.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "127, 1",
        "-128, 1",
        "128, 2",
        "-129, 2",
        "32767, 2",
        "32768, 4",
        "-32769, 4",
        "2147483647, 4",
        "2147483648, 8",
        "-2147483649, 8",
        "9223372036854775807, 8",
        "-9223372036854775808, 8"
    })
    void shouldTakeAsManyBytesAsTheGreatestNeeds(long value, int width) {
        Numbers numbers = new Numbers(5);
        numbers.set(1, -1);
        numbers.set(3, value);

        assertThat(numbers.toArray(5)).containsExactly(0, -1, 0, value, 0);
        assertThat(numbers.stateBytes()).isEqualTo(5L * width);
    }

    @Test
    void shouldTakeNothingWhileAllAreTheSame() {
        Numbers numbers = new Numbers(3);
        numbers.fill(1L << 40);
        numbers.set(2, 1L << 40);
        assertThat(numbers.stateBytes()).isZero();
        assertThat(numbers.get(0)).isEqualTo(1L << 40);

        numbers.set(1, 7);
        assertThat(numbers.toArray(3)).containsExactly(1L << 40, 7, 1L << 40);
    }

    /** Beside an array of longs, over all widths: what was there stays when all become wider. */
    @Test
    void shouldHoldWhatAnArrayHolds() {
        SplittableRandom random = new SplittableRandom(5);
        long[] reference = new long[100];
        Numbers numbers = new Numbers(50);
        numbers.grow(100);
        for (int step = 0; step < 10_000; step++) {
            int i = random.nextInt(100);
            long change = random.nextLong() >> Long.SIZE - 2 - step / 180;
            if (random.nextBoolean()) {
                reference[i] = change;
                numbers.set(i, change);
            } else {
                reference[i] += change;
                assertThat(numbers.add(i, change)).isEqualTo(reference[i]);
            }
        }
        assertThat(numbers.toArray(100)).isEqualTo(reference);
        numbers.fill(-1);
        assertThat(numbers.stateBytes()).isZero();
        assertThat(numbers.toArray(100)).containsOnly(-1L);
    }
}
