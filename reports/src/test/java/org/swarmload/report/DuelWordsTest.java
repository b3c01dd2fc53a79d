package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.swarmload.duel.DuelMetric;
import org.swarmload.duel.Ranking;
import org.swarmload.study.StoppingRule;

/** Sentences come from intervals: the same values with more noise get another sentence. */
class DuelWordsTest {
    private static Ranking ranking(DuelMetric metric, double[] first, double[] second) {
        Map<String, double[]> values = new LinkedHashMap<>();
        values.put("first", first);
        values.put("second", second);
        return Ranking.of(metric, values, StoppingRule.fixed(first.length));
    }

    private static List<String> said(Ranking ranking) {
        return DuelWords.of(ranking).stream().map(Report.Finding::sentence).toList();
    }

    @Test
    void shouldNameTheLeaderAndTheInterval() {
        // Differences 9, 10, 11: mean 10, and 4.303 / sqrt(3) = 2.48 to either side.
        assertThat(said(ranking(DuelMetric.COMPLETION, new double[] {109, 120, 131}, new double[] {100, 110, 120})))
                .containsExactly(
                        "Mean completion time: second leads with 110 s.",
                        "first is worse than second by 10 s (7.52 s to 12.5 s).");
    }

    @Test
    void shouldSayTieWhereTheIntervalHoldsZero() {
        // The same mean difference of 10, which chance hides.
        assertThat(said(ranking(DuelMetric.COMPLETION, new double[] {90, 120, 150}, new double[] {100, 110, 120})))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Mean completion time: tie: 3 replications do not tell the pickers apart;");
    }

    @Test
    void shouldSayTieWithinTheMargin() {
        assertThat(said(ranking(
                        DuelMetric.COMPLETION, new double[] {100.5, 110.5, 120.5}, new double[] {100, 110, 120})))
                .containsExactly(
                        "Mean completion time: tie: no two pickers differ by more than 0.50 s (first and second),"
                                + " which is within the margin of 1.10 s.");
    }

    @Test
    void shouldSayDifferencesOfSharesInPoints() {
        assertThat(said(ranking(DuelMetric.OFFLOAD, new double[] {0.5, 0.5, 0.5}, new double[] {0.625, 0.625, 0.625}))
                        .get(1))
                .isEqualTo("first is worse than second by 12.5 points (12.5 points to 12.5 points).");
    }

    @Test
    void shouldRecommendWhoLeadsInBoth() {
        Ranking time = ranking(DuelMetric.COMPLETION, new double[] {9, 10, 11}, new double[] {109, 110, 111.5});
        Ranking bytes = ranking(DuelMetric.SERVER_BYTES, new double[] {9, 10, 11}, new double[] {9, 10, 11});
        Ranking dear = ranking(DuelMetric.SERVER_BYTES, new double[] {109, 110, 111.5}, new double[] {9, 10, 11});

        assertThat(DuelWords.recommendation(time, bytes).sentence()).startsWith("Ship first: ");
        assertThat(DuelWords.recommendation(time, dear).sentence())
                .startsWith("Ship first, which no picker beats by the mean completion time. Its price is")
                .contains("first is worse than second by 100 B");
        assertThat(DuelWords.recommendation(bytes, bytes).sentence()).startsWith("Whichever");
    }
}
