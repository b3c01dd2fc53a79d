package org.swarmload.sim.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Method: statistics over 2^20 draws along each of the five arguments, against limits that a good generator passes with
 * probability above 0.9999. The draws are fixed, so these tests never flicker.
 */
class CounterRandomTest {
    private static final int DRAWS = 1 << 20;
    private static final String[] AXES = {"seed", "replication", "entity", "k"};

    @Test
    void shouldHaveMeanAndVarianceOfUniformAlongEveryArgument() {
        for (String axis : AXES) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < DRAWS; i++) {
                double u = CounterRandom.toUnit(along(axis, i));
                sum += u;
                squares += (u - 0.5) * (u - 0.5);
            }
            assertThat(sum / DRAWS).as(axis).isCloseTo(0.5, within(0.0012));
            assertThat(squares / DRAWS).as(axis).isCloseTo(1.0 / 12, within(0.0004));
        }
    }

    @Test
    void shouldFillBinsEvenlyInHighAndLowBits() {
        for (String axis : AXES) {
            assertThat(chiSquare(axis, 56)).as(axis + ", high byte").isBetween(160.0, 355.0);
            assertThat(chiSquare(axis, 0)).as(axis + ", low byte").isBetween(160.0, 355.0);
        }
    }

    /** 255 degrees of freedom: mean 255, standard deviation 22.6. */
    private static double chiSquare(String axis, int shift) {
        int[] bins = new int[256];
        for (int i = 0; i < DRAWS; i++) {
            bins[(int) (along(axis, i) >>> shift) & 255]++;
        }
        double expected = DRAWS / 256.0;
        return Arrays.stream(bins)
                .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                .sum();
    }

    @Test
    void shouldSetEveryBitHalfOfTheTime() {
        for (String axis : AXES) {
            int[] set = new int[64];
            for (int i = 0; i < DRAWS; i++) {
                long bits = along(axis, i);
                for (int b = 0; b < 64; b++) {
                    set[b] += (int) (bits >>> b) & 1;
                }
            }
            for (int b = 0; b < 64; b++) {
                assertThat(set[b] / (double) DRAWS).as(axis + ", bit " + b).isCloseTo(0.5, within(0.0025));
            }
        }
    }

    @Test
    void shouldNotCorrelateNeighbours() {
        for (String axis : AXES) {
            double sum = 0;
            for (int i = 0; i < DRAWS; i++) {
                double here = CounterRandom.toUnit(along(axis, i)) - 0.5;
                sum += here * (CounterRandom.toUnit(along(axis, i + 1)) - 0.5);
            }
            assertThat(12 * sum / DRAWS).as(axis).isCloseTo(0, within(0.004));
        }
    }

    @Test
    void shouldNotCorrelatePurposes() {
        Purpose[] purposes = Purpose.values();
        for (int p = 1; p < purposes.length; p++) {
            double sum = 0;
            for (int v = 0; v < DRAWS / 8; v++) {
                double one = CounterRandom.uniform(CounterRandom.key(7, 0), v, purposes[p - 1], 0) - 0.5;
                sum += one * (CounterRandom.uniform(CounterRandom.key(7, 0), v, purposes[p], 0) - 0.5);
            }
            assertThat(12 * sum / (DRAWS / 8)).as(purposes[p].name()).isCloseTo(0, within(0.012));
        }
    }

    @Test
    void shouldFlipHalfOfTheBitsWhenOneBitOfAnArgumentFlips() {
        for (String axis : AXES) {
            long flipped = 0;
            for (int i = 0; i < 4096; i++) {
                for (int b = 0; b < 31; b++) {
                    flipped += Long.bitCount(along(axis, i) ^ along(axis, i ^ (1 << b)));
                }
            }
            assertThat(flipped / (4096.0 * 31)).as(axis).isCloseTo(32, within(0.06));
        }
    }

    @Test
    void shouldNeverRepeatAlongOneArgument() {
        for (String axis : AXES) {
            long distinct = IntStream.range(0, DRAWS)
                    .mapToLong(i -> along(axis, i))
                    .distinct()
                    .count();
            assertThat(distinct).as(axis).isEqualTo(DRAWS);
        }
    }

    @Test
    void shouldStayInsideTheOpenInterval() {
        assertThat(CounterRandom.toUnit(0)).isGreaterThan(0);
        assertThat(CounterRandom.toUnit(-1L)).isLessThan(1);
        assertThat(CounterRandom.toInt(-1L, 10)).isEqualTo(9);
        assertThat(CounterRandom.toInt(0, 10)).isEqualTo(0);
        assertThat(CounterRandom.toInt(-1L, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE - 1);
    }

    /**
     * Computed by another program, in Python. Every stored result depends on these: if this test fails, old results can
     * no longer be verified.
     */
    @Test
    void shouldNeverChange() {
        assertThat(CounterRandom.bits(CounterRandom.key(0, 0), 0, Purpose.ARRIVAL_COMPONENT, 0))
                .isEqualTo(0xA004AABC50711FF0L);
        assertThat(CounterRandom.bits(CounterRandom.key(1, 0), 0, Purpose.DOWN, 0))
                .isEqualTo(0x580682CFEDDB1D56L);
        assertThat(CounterRandom.bits(CounterRandom.key(20260101, 3), 999_999, Purpose.RETRY_JITTER, 7))
                .isEqualTo(0x7F562902FD7A387BL);
        assertThat(CounterRandom.bits(CounterRandom.key(-1, 1), -1, Purpose.SERVICE_TIME, 1L << 40))
                .isEqualTo(0xE5529600DB52E973L);
        assertThat(CounterRandom.uniform(CounterRandom.key(42, 0), 17, Purpose.STAY, 0))
                .isEqualTo(0.22652138522174303);
    }

    @Test
    void shouldKeepTheCodesOfPurposes() {
        int[] codes = Arrays.stream(Purpose.values()).mapToInt(Purpose::code).toArray();
        assertThat(codes).doesNotHaveDuplicates().doesNotContain(17);
        assertThat(Arrays.copyOf(codes, 16))
                .isEqualTo(IntStream.rangeClosed(1, 16).toArray());
        assertThat(Purpose.SERVER_LATENCY.code()).isEqualTo(33);
        assertThat(Purpose.FAULT_VICTIM.code()).isEqualTo(34);
        assertThat(Purpose.STARTUP_PATIENCE.code()).isEqualTo(9);
        assertThat(Purpose.CELL_STREAM.code()).isEqualTo(18);
        assertThat(Purpose.NOTICE.code()).isEqualTo(19);
        assertThat(Purpose.ARRIVAL_NUMBER.code()).isEqualTo(30);
        assertThat(Purpose.RETRY_GIVE_UP.code()).isEqualTo(31);
        assertThat(Purpose.INITIAL_PIECE.code()).isEqualTo(32);
    }

    private static long along(String axis, int i) {
        return switch (axis) {
            case "seed" -> CounterRandom.bits(CounterRandom.key(i, 0), 5, Purpose.DOWN, 0);
            case "replication" -> CounterRandom.bits(CounterRandom.key(7, i), 5, Purpose.DOWN, 0);
            case "entity" -> CounterRandom.bits(CounterRandom.key(7, 0), i, Purpose.DOWN, 0);
            case "k" -> CounterRandom.bits(CounterRandom.key(7, 0), 5, Purpose.DOWN, i);
            default -> throw new IllegalArgumentException(axis);
        };
    }
}
