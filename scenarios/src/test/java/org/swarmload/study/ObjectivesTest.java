package org.swarmload.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Objective.Comparison;
import org.swarmload.scenario.Objective.Statistic;
import org.swarmload.sim.result.RunResult;
import org.swarmload.study.StudyResult.ObjectiveVerdict;
import org.swarmload.study.StudyResult.Verdict;

class ObjectivesTest {
    private static final Objective START =
            new Objective("startup-time.p95 < 4s", MetricWord.STARTUP_TIME, Statistic.P95, Comparison.BELOW, 4);

    @Test
    void shouldCompareTheValueOfOneReplication() {
        assertThat(judge(START, Runs.run("cdn", 0, 10, 3.9)).verdict()).isEqualTo(Verdict.MET);
        assertThat(judge(START, Runs.run("cdn", 0, 10, 4)).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(judge(START, Runs.run("cdn", 0, 10, 3.9)).value()).isEqualTo(3.9);
    }

    @Test
    void shouldBeUndecidedWhenTheIntervalStraddlesTheLimit() {
        assertThat(judge(START, Runs.run("cdn", 0, 10, 3.5), Runs.run("cdn", 1, 10, 4.2))
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void shouldDecideWhenTheWholeIntervalIsOnOneSide() {
        assertThat(judge(START, Runs.run("cdn", 0, 10, 2.01), Runs.run("cdn", 1, 10, 2.02))
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(judge(START, Runs.run("cdn", 0, 10, 6.01), Runs.run("cdn", 1, 10, 6.02))
                        .verdict())
                .isEqualTo(Verdict.MISSED);
    }

    @Test
    void shouldBeUndecidedWhenNobodyStarted() {
        ObjectiveVerdict verdict = judge(START, Runs.run("cdn", 0, 1_000, 0));

        assertThat(verdict.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict.value()).isNull();
    }

    @Test
    void shouldKnowEveryComparison() {
        assertThat(Comparison.BELOW.holds(4, 4)).isFalse();
        assertThat(Comparison.AT_MOST.holds(4, 4)).isTrue();
        assertThat(Comparison.ABOVE.holds(4, 4)).isFalse();
        assertThat(Comparison.AT_LEAST.holds(4, 4)).isTrue();
    }

    private static ObjectiveVerdict judge(Objective objective, RunResult... runs) {
        return Objectives.judge(
                objective,
                "cdn",
                Stream.of(runs).map(run -> Metrics.of(run, Pricing.NONE)).toList(),
                true);
    }
}
