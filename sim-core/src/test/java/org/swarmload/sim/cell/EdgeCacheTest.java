package org.swarmload.sim.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.swarmload.sim.random.CellStream;

/** Which slot goes when the size is short: the least recently used, as a naive list and as Che say. */
class EdgeCacheTest {
    private static final long FOREVER = Long.MAX_VALUE;

    /** Every size in bytes that is not 1 is drawn; a naive list in the order of use must hold the same at each step. */
    @Test
    void shouldHoldWhatANaiveListHolds() {
        CellStream stream = new CellStream(5, 0, 0);
        EdgeCache cache = new EdgeCache(1_000);
        Map<Integer, Long> naive = new LinkedHashMap<>();
        for (int i = 0; i < 50_000; i++) {
            int slot = stream.nextInt(60) * stream.nextInt(3);
            assertThat(cache.fresh(slot, i)).as("step %d, slot %d", i, slot).isEqualTo(naive.containsKey(slot));
            Long size = naive.remove(slot);
            if (size != null && stream.nextInt(10) > 0) {
                naive.put(slot, size);
                cache.use(slot, i);
            } else {
                size = 1L + stream.nextInt(200);
                naive.put(slot, size);
                cache.keep(slot, size, FOREVER, i);
                while (naive.values().stream().mapToLong(s -> s).sum() > 1_000) {
                    int victim = naive.keySet().iterator().next();
                    naive.remove(victim);
                    assertThat(cache.evict()).as("victim at step %d", i).isEqualTo(victim);
                }
                assertThat(cache.evict()).isEqualTo(EdgeCache.NOTHING);
            }
        }
    }

    @Test
    void shouldForgetWhatIsDroppedAndWhatIsTooLarge() {
        EdgeCache cache = new EdgeCache(10);
        cache.keep(1, 4, 100, 0);
        cache.note(2, 50);
        assertThat(cache.fresh(1, 99)).isTrue();
        assertThat(cache.fresh(1, 100)).isFalse();
        assertThat(cache.fresh(2, 49)).isTrue();
        cache.drop(1);
        cache.drop(2);
        cache.drop(3);
        assertThat(cache.fresh(1, 0)).isFalse();
        assertThat(cache.freshUntil(2)).isNegative();
        assertThat(cache.fits(10)).isTrue();
        assertThat(cache.fits(11)).isFalse();
        cache.keep(4, 11, 100, 0);
        assertThat(cache.evict()).isEqualTo(4);
        assertThat(cache.evict()).isEqualTo(EdgeCache.NOTHING);
    }

    /** Independent requests of Zipf's popularity: an item is held if it was asked for within the characteristic time. */
    @ParameterizedTest
    @ValueSource(ints = {50, 200})
    void shouldHitAsOftenAsCheSays(int places) {
        int items = 1_000;
        double[] upTo = new double[items];
        double sum = 0;
        for (int i = 0; i < items; i++) {
            sum += 1 / StrictMath.pow(i + 1, 0.8);
            upTo[i] = sum;
        }
        EdgeCache cache = new EdgeCache(places);
        CellStream stream = new CellStream(9, 0, 0);
        int hits = 0;
        int requests = 200_000;
        for (int i = 0; i < requests; i++) {
            int found = java.util.Arrays.binarySearch(upTo, stream.nextDouble() * sum);
            int slot = found < 0 ? -1 - found : found;
            if (cache.fresh(slot, i)) {
                hits++;
                cache.use(slot, i);
            } else {
                cache.keep(slot, 1, FOREVER, i);
                cache.evict();
            }
        }

        double share = cheHitRatio(upTo, places);
        assertThat((double) hits / requests).isCloseTo(share, within(0.01));
    }

    /** Solves sum_i 1 - exp(-p_i T) = places for T by halving. */
    private static double cheHitRatio(double[] upTo, int places) {
        double low = 0;
        double high = 1e9;
        for (int k = 0; k < 200; k++) {
            double middle = (low + high) / 2;
            if (held(upTo, middle, false) < places) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return held(upTo, low, true);
    }

    private static double held(double[] upTo, double time, boolean byPopularity) {
        double all = upTo[upTo.length - 1];
        double held = 0;
        for (int i = 0; i < upTo.length; i++) {
            double p = (upTo[i] - (i == 0 ? 0 : upTo[i - 1])) / all;
            held += (byPopularity ? p : 1) * -StrictMath.expm1(-p * time);
        }
        return held;
    }
}
