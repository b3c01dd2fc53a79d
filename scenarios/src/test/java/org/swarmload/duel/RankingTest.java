package org.swarmload.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.swarmload.duel.PairOutcome.Call;
import org.swarmload.study.StoppingRule;

class RankingTest {
    private static final StoppingRule FIVE = StoppingRule.fixed(5);

    private static Map<String, double[]> values(Object... namesAndValues) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], (double[]) namesAndValues[i + 1]);
        }
        return values;
    }

    private static double[] five(double... values) {
        return values;
    }

    @Test
    void shouldRankByWhoIsBetterForSure() {
        Ranking ranking = Ranking.of(
                DuelMetric.COMPLETION,
                values(
                        "slow", five(200, 210, 220, 230, 241),
                        "fast", five(100, 110, 120, 130, 140),
                        "alike", five(100.1, 110, 120.1, 130, 139.9)),
                FIVE);

        assertThat(ranking.places()).extracting(Ranking.Place::rank).containsExactly(1, 1, 3);
        assertThat(ranking.place("slow").rank()).isEqualTo(3);
        assertThat(ranking.pair("fast", "slow").call()).isEqualTo(Call.FIRST_BETTER);
        assertThat(ranking.pair("slow", "fast").call()).isEqualTo(Call.SECOND_BETTER);
        assertThat(ranking.pair("alike", "fast").call()).isEqualTo(Call.SAME);
        assertThat(ranking.decided()).isTrue();
        assertThat(ranking.allTie()).isFalse();
    }

    @Test
    void shouldTakeMoreForBetterWhereItIs() {
        Ranking ranking = Ranking.of(
                DuelMetric.OFFLOAD,
                values("little", five(0.5, 0.51, 0.5, 0.52, 0.5), "much", five(0.9, 0.91, 0.9, 0.92, 0.91)),
                FIVE);

        assertThat(ranking.places().get(0).picker()).isEqualTo("much");
        assertThat(ranking.pair("little", "much").call()).isEqualTo(Call.SECOND_BETTER);
    }

    @Test
    void shouldCallATieWhatChanceHides() {
        Ranking ranking = Ranking.of(
                DuelMetric.COMPLETION,
                values("one", five(100, 150, 90, 160, 120), "other", five(140, 100, 150, 110, 100)),
                FIVE);

        assertThat(ranking.pairs().get(0).call()).isEqualTo(Call.OPEN);
        assertThat(ranking.allTie()).isTrue();
        assertThat(ranking.decided()).isFalse();
    }

    @Test
    void shouldCallATieWhatIsSureButNobodysConcern() {
        // Always 0.5 more, of 100: within the margin of 1 %, and as sure as can be.
        Ranking ranking = Ranking.of(
                DuelMetric.COMPLETION,
                values("one", five(100, 110, 120, 130, 140), "other", five(100.5, 110.5, 120.5, 130.5, 140.5)),
                FIVE);

        assertThat(ranking.pairs().get(0).low()).isLessThan(0);
        assertThat(ranking.pairs().get(0).high()).isLessThan(0);
        assertThat(ranking.pairs().get(0).call()).isEqualTo(Call.SAME);
    }

    @Test
    void shouldWidenIntervalsForManyPairs() {
        double[] one = five(1, 2, 3, 4, 5);
        double[] other = five(2, 1, 4, 3, 7);
        double alone = Ranking.of(DuelMetric.COMPLETION, values("a", one, "b", other), FIVE)
                .pair("a", "b")
                .half();
        PairOutcome among = Ranking.of(DuelMetric.COMPLETION, values("a", one, "b", other, "c", one, "d", other), FIVE)
                .pair("a", "b");

        // Student's t with 4 degrees of freedom: 2.776 for 95 %, 4.851 for 1 - 0.05 / 6.
        assertThat(among.half95()).isCloseTo(alone, within(1e-9));
        assertThat(among.half() / alone).isCloseTo(4.851 / 2.776, within(0.001));
    }

    /** Seven pickers that are all the same, 1,000 studies that may stop at 5, 10 or 20: some seems better in 5 % at most, and chance. */
    @Test
    void shouldSeldomPreferOneOfEquals() {
        StoppingRule rule = StoppingRule.doubling(5, 20);
        Random random = new Random(17);
        int wrong = 0;
        int studies = 1_000;
        for (int study = 0; study < studies; study++) {
            double[][] all = new double[7][20];
            for (int replication = 0; replication < 20; replication++) {
                double crowd = random.nextGaussian() * 30;
                for (double[] picker : all) {
                    picker[replication] = 100 + crowd + random.nextGaussian() * 10;
                }
            }
            boolean prefers = false;
            for (int look : rule.looks()) {
                Map<String, double[]> values = new LinkedHashMap<>();
                for (int p = 0; p < all.length; p++) {
                    values.put("p" + p, Arrays.copyOf(all[p], look));
                }
                prefers |= !Ranking.of(DuelMetric.COMPLETION, values, rule).allTie();
            }
            wrong += prefers ? 1 : 0;
        }
        // 50 expected at most, and two standard deviations.
        assertThat(wrong).isLessThanOrEqualTo(64);
    }
}
