package org.swarmload.sim.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.swarmload.sim.theory.Refusal.refused;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesAndCachesTest {
    @Test
    void shouldGiveTheRecursionsOfForty() {
        ChunkPolicies rarest = ChunkPolicies.rarestFirst(1_000, 40);
        ChunkPolicies greedy = ChunkPolicies.greedy(1_000, 40);
        ChunkPolicies mixed = ChunkPolicies.mixed(1_000, 40, 10);

        assertThat(rarest.continuity()).isCloseTo(.96664, within(5e-6));
        assertThat(greedy.continuity()).isCloseTo(.85838, within(5e-6));
        assertThat(mixed.continuity()).isCloseTo(.99913, within(5e-6));
        assertThat(rarest.startupSlots()).isCloseTo(27.43, within(0.005));
        assertThat(greedy.startupSlots()).isCloseTo(3.48, within(0.005));
        assertThat(mixed.startupSlots()).isCloseTo(16.42, within(0.005));
        assertThat(rarest.filled().get(9)).isCloseTo(.331, within(0.0005));
        assertThat(rarest.filled().get(19)).isCloseTo(.9005, within(0.00005));
    }

    @Test
    void shouldGiveTheRecursionsOfTwenty() {
        assertThat(ChunkPolicies.rarestFirst(1_000, 20).continuity()).isCloseTo(.9005, within(0.00005));
        assertThat(ChunkPolicies.greedy(1_000, 20).continuity()).isCloseTo(.6441, within(0.00005));
        assertThat(ChunkPolicies.mixed(1_000, 20, 10).continuity()).isCloseTo(.9441, within(0.00005));
    }

    @Test
    void shouldSatisfyTheEquationOfGreedy() {
        ChunkPolicies greedy = ChunkPolicies.greedy(500, 30);

        for (int i = 0; i < 29; i++) {
            double p = greedy.filled().get(i);
            double next = greedy.filled().get(i + 1);
            double expected = p + p * (1 - p) * (1 - 1.0 / 500 - greedy.continuity() + next);
            assertThat(next).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void shouldFillEveryCellOnceWithTheLongestRarest() {
        assertThat(ChunkPolicies.mixed(1_000, 40, 40)).isEqualTo(ChunkPolicies.rarestFirst(1_000, 40));
        assertThat(ChunkPolicies.mixed(1_000, 40, 1)).isEqualTo(ChunkPolicies.greedy(1_000, 40));
        assertThat(ChunkPolicies.mixed(7, 9, 4).filled()).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource({"250, .9960, 0.00005", "450, 8.8235, 0.00005", "490, 44.545, 0.0005", "499, 249.5, 0.05"})
    void shouldGiveThePrefixOfRandomOrder(int held, double prefix, double accuracy) {
        assertThat(InOrderPrefix.mean(held, 500)).isCloseTo(prefix, within(accuracy));
    }

    @Test
    void shouldGiveTheChanceOfTheFirstPieces() {
        assertThat(InOrderPrefix.firstPresent(450, 500, 10)).isCloseTo(.34516, within(5e-6));
        assertThat(InOrderPrefix.firstPresent(490, 500, 10)).isCloseTo(.81555, within(5e-6));
        assertThat(InOrderPrefix.firstPresent(5, 500, 0)).isOne();
        assertThat(InOrderPrefix.firstPresent(5, 500, 6)).isZero();
        assertThat(InOrderPrefix.mean(500, 500)).isEqualTo(500);
        assertThat(InOrderPrefix.mean(0, 500)).isZero();
    }

    /** The mean is the sum over j of the chance that the first j are there. */
    @ParameterizedTest
    @CsvSource({"3, 7", "250, 500", "499, 500", "12, 12"})
    void shouldAddUpToTheMeanPrefix(int held, int pieces) {
        double sum = 0;
        for (int j = 1; j <= pieces; j++) {
            sum += InOrderPrefix.firstPresent(held, pieces, j);
        }

        assertThat(sum).isCloseTo(InOrderPrefix.mean(held, pieces), withinPercentage(1e-9));
    }

    @Test
    void shouldDoubleAWholeFile() {
        assertThat(ServiceCapacity.makespanSeconds(1_023, 1, 60e6, 1e6)).isEqualTo(600);
        assertThat(ServiceCapacity.meanFinishSeconds(1_023, 60e6, 1e6)).isCloseTo(540.59, within(0.005));
        assertThat(ServiceCapacity.meanFinishSeconds(1_023, 60e6, 1e6)).isCloseTo(9_217.0 / 1_023 * 60, within(1e-9));
        assertThat(ServiceCapacity.copies(1_023, 0)).isOne();
        assertThat(ServiceCapacity.copies(1_023, 7)).isEqualTo(128);
        assertThat(ServiceCapacity.copies(1_023, 10)).isEqualTo(1_024);
        assertThat(ServiceCapacity.copies(1_000, 10)).isEqualTo(1_001);
        assertThat(ServiceCapacity.copies(1_000, 99)).isEqualTo(1_001);
        assertThat(ServiceCapacity.makespanSeconds(1, 1, 1, 1)).isEqualTo(1);
        // of 4 peers 1 ends at 1, 2 at 2 and 1 at 3
        assertThat(ServiceCapacity.meanFinishSeconds(4, 1, 1)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"255, 16, 1.4375", "1000, 100, 1.09", "1000, 800, 1.01125"})
    void shouldBoundTheMakespan(int peers, int pieces, double times) {
        assertThat(ServiceCapacity.makespanSeconds(peers, pieces, 7, 7)).isCloseTo(times, within(1e-12));
    }

    @Test
    void shouldGiveTheMissesOfATimeToLive() {
        assertThat(CacheFormulas.ttlMissRatio(50, 6)).isCloseTo(.003322, within(5e-7));
        assertThat(CacheFormulas.ttlMissRatio(.1, 10)).isCloseTo(.5, within(1e-15));
        assertThat(CacheFormulas.collapsedMissRatio(2, 10, .5)).isCloseTo(.045455, within(5e-7));
        assertThat(CacheFormulas.ttlMissRatio(0, 10)).isOne();
    }

    /** Equal objects: each is there with probability C/n. */
    @Test
    void shouldHitEqualObjectsEquallyOften() {
        double[] rates = new double[1_000];
        Arrays.fill(rates, 0.02);

        assertThat(CacheFormulas.lruHitRatio(rates, 250)).isCloseTo(0.25, within(1e-11));
        assertThat(CacheFormulas.lruSeconds(rates, 250)).isCloseTo(-StrictMath.log(0.75) / 0.02, within(1e-9));
    }

    @Test
    void shouldFillTheCacheWithAnyPopularity() {
        double[] zipf = new double[10_000];
        for (int i = 0; i < zipf.length; i++) {
            zipf[i] = 1 / StrictMath.pow(i + 1, 1.5);
        }
        for (double cache : new double[] {0.5, 1, 100, 9_999}) {
            double[] hits = CacheFormulas.lruHitRatios(zipf, cache);

            assertThat(Arrays.stream(hits).sum()).isCloseTo(cache, withinPercentage(1e-8));
            assertThat(hits[0]).isGreaterThanOrEqualTo(hits[9_999]);
        }
        assertThat(CacheFormulas.lruHitRatio(zipf, 100)).isGreaterThan(0.8).isLessThan(1);
    }

    /** Two objects and room for one: LRU holds the last one asked for, with probability p; Che is an approximation. */
    @Test
    void shouldBeNearTheExactLru() {
        double exact = 0.7 * 0.7 + 0.3 * 0.3;

        assertThat(CacheFormulas.lruHitRatio(new double[] {0.7, 0.3}, 1)).isCloseTo(exact, within(0.03));
    }

    @Test
    void shouldHoldAllThatIsAskedFor() {
        double[] rates = {1, 0, 2};

        assertThat(CacheFormulas.lruSeconds(rates, 2)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(CacheFormulas.lruHitRatios(rates, 2)).containsExactly(1, 0, 1);
        assertThat(CacheFormulas.lruHitRatio(rates, 5)).isOne();
    }

    @Test
    void shouldNotBillADay() {
        double[] month = new double[8_640];
        Arrays.fill(month, 100e6);
        Arrays.fill(month, 3_000, 3_288, 10e9);

        assertThat(Percentile95.dropped(8_640)).isEqualTo(432);
        assertThat(Percentile95.bps(month)).isEqualTo(100e6);
    }

    @Test
    void shouldBillTheNextAfterTheDropped() {
        double[] month = new double[8_640];
        for (int i = 0; i < month.length; i++) {
            month[i] = (i * 7_919L) % 8_640;
        }
        double first = month[1];

        assertThat(Percentile95.bps(month)).isEqualTo(8_639 - 432);
        assertThat(month[1]).isEqualTo(first);
        Arrays.fill(month, 0, 432, 1e9);
        assertThat(Percentile95.bps(month)).isLessThan(8_640);
        Arrays.fill(month, 0, 433, 1e9);
        assertThat(Percentile95.bps(month)).isEqualTo(1e9);
        assertThat(Percentile95.bps(new double[] {3})).isEqualTo(3);
        assertThat(Percentile95.dropped(19)).isZero();
    }

    @Test
    void shouldRefuseBadArguments() {
        refused(() -> ChunkPolicies.rarestFirst(1, 2), "number of peers");
        refused(() -> ChunkPolicies.greedy(2, 1), "number of cells");
        refused(() -> ChunkPolicies.mixed(2, 2, 0), "rarest first");
        refused(() -> ChunkPolicies.mixed(2, 2, 3), "Of 2 cells not 3");
        refused(() -> InOrderPrefix.mean(-1, 1), "held");
        refused(() -> InOrderPrefix.mean(2, 1), "Nobody can hold 2 of 1");
        refused(() -> InOrderPrefix.mean(0, 0), "number of pieces");
        refused(() -> InOrderPrefix.firstPresent(1, 1, -1), "first pieces");
        refused(() -> InOrderPrefix.firstPresent(1, 1, 2), "no first 2");
        refused(() -> ServiceCapacity.makespanSeconds(0, 1, 1, 1), "peers");
        refused(() -> ServiceCapacity.makespanSeconds(1, 0, 1, 1), "pieces");
        refused(() -> ServiceCapacity.makespanSeconds(1, 1, 0, 1), "file");
        refused(() -> ServiceCapacity.meanFinishSeconds(1, 1, 0), "uplink");
        refused(() -> ServiceCapacity.copies(1, -1), "rounds");
        refused(() -> CacheFormulas.ttlMissRatio(-1, 1), "request rate");
        refused(() -> CacheFormulas.ttlMissRatio(1, -1), "time to live");
        refused(() -> CacheFormulas.collapsedMissRatio(1, 1, -1), "fetch");
        refused(() -> CacheFormulas.lruSeconds(new double[] {1}, 0), "cache");
        refused(() -> CacheFormulas.lruSeconds(new double[] {-1}, 1), "request rate");
        refused(() -> CacheFormulas.lruSeconds(new double[] {0}, 1), "at least one object");
        refused(() -> Percentile95.bps(new double[0]), "at least one sample");
        refused(() -> Percentile95.bps(new double[] {-1}), "sample");
        refused(() -> Percentile95.dropped(-1), "samples");
    }
}
