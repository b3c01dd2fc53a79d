package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.export.Numbers;
import org.swarmload.export.SummaryJson;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.Expectation.Group;
import org.swarmload.scenario.Expectation.Limits;
import org.swarmload.scenario.Expectation.Notation;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective.Statistic;
import org.swarmload.scenario.SeriesWord;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.ExpectationOutcome;

class ExpectedTest {
    private static final Limits LIMITS = new Limits("1.5s within 2%", 1.47, 1.53, new Notation("s", 1, 2));

    private static Expectation expectation(SeriesWord series, Group who, String relativeTo, boolean every) {
        return new Expectation(
                series == null ? "startup-time.max" : series.word(),
                series == null ? MetricWord.STARTUP_TIME : null,
                series,
                Statistic.MAX,
                null,
                series == null ? 0 : 600_000_000L,
                who,
                null,
                relativeTo,
                LIMITS,
                every,
                "a paper");
    }

    private static Expected said(Expectation expectation, Double got, Double ci95, boolean pass) {
        return new Expected(new ExpectationOutcome(expectation, "hybrid", got, ci95, pass));
    }

    @Test
    void shouldSayWhatWasMeasured() {
        Expected plain = said(expectation(null, Group.EVERYBODY, null, true), 1.51234567, 0.01, true);

        assertThat(plain.what()).isEqualTo("hybrid: startup-time.max");
        assertThat(plain.expected()).isEqualTo("1.5s within 2% (1.47s to 1.53s) in every run");
        assertThat(plain.got()).isEqualTo("1.51235s");
        assertThat(plain.runs()).isEqualTo("95 % interval 1.50235s to 1.52235s");
        assertThat(plain.verdict()).isEqualTo("✓ pass");
    }

    @Test
    void shouldSayWhomWhenAndBesideWhat() {
        Group who = new Group("dsl", null, "tv", 1e6, 2e6);

        assertThat(said(expectation(null, who, null, false), 1.0, null, false).what())
                .isEqualTo("hybrid: startup-time.max where access is dsl and device is tv and size is 1MB to 2MB");
        assertThat(said(expectation(SeriesWord.LEECHERS, Group.EVERYBODY, null, false), 7.0, null, false)
                        .what())
                .isEqualTo("hybrid: leechers at 10min");
        Expected ratio = said(expectation(null, Group.EVERYBODY, "cdn", false), 2.0, null, true);
        assertThat(ratio.what()).isEqualTo("hybrid: startup-time.max, relative to cdn");
        assertThat(ratio.runs()).isEqualTo("one run");
    }

    @Test
    void shouldAdmitThatNothingWasMeasured() {
        Expected nothing = said(expectation(null, Group.EVERYBODY, null, false), null, null, false);
        Expected late = new Expected(new ExpectationOutcome(
                expectation(SeriesWord.LEECHERS, Group.EVERYBODY, null, false),
                "hybrid",
                null,
                null,
                false,
                List.of(),
                "the run was over"));

        assertThat(late.got()).isEqualTo("nothing measured: the run was over");
        assertThat(nothing.got()).isEqualTo("nothing measured");
        assertThat(nothing.verdict()).isEqualTo("✗ short");
    }

    @Test
    void shouldWriteAsTheExpectationIsWritten() {
        assertThat(written("97.6% within 1%", new Notation("%", 0.01, 3), 0.96624, 0.98576, 0.974309))
                .isEqualTo("97.6% within 1% (96.624% to 98.576%), got 97.4309%");
        assertThat(written("at most 10min", new Notation("min", 60, 2), Double.NEGATIVE_INFINITY, 600, 90.8409))
                .isEqualTo("at most 10min, got 1.51402min");
        assertThat(written("540.586510s exactly", new Notation("s", 1, 9), 540.585969, 540.587051, 540.58651))
                .isEqualTo("540.586510s exactly, got 540.58651s");
        assertThat(written("100GB exactly", new Notation("GB", 1e9, 3), 99_999_900_000.0, 100_000_100_000.0, 1e11))
                .isEqualTo("100GB exactly, got 100GB");
    }

    @Test
    void shouldShowTheDigitThatTellsShortFromRight() {
        assertThat(written("100s exactly", new Notation("s", 1, 3), 99.9999, 100.0001, 100.0002))
                .isEqualTo("100s exactly, got 100.0002s");
    }

    private static String written(String text, Notation notation, double least, double most, double got) {
        Expectation expectation = new Expectation(
                "any",
                MetricWord.STARTUP_TIME,
                null,
                Statistic.MEAN,
                null,
                0,
                Group.EVERYBODY,
                null,
                null,
                new Limits(text, least, most, notation),
                false,
                "");
        Expected said = said(expectation, got, null, true);
        return said.expected() + ", got " + said.got();
    }

    @Test
    void shouldShowTheRunsThatDecide() {
        List<Double> values = List.of(1.5, 1.48, 1.52);
        Expectation each = expectation(null, Group.EVERYBODY, null, true);
        Expectation mean = expectation(null, Group.EVERYBODY, null, false);

        assertThat(new Expected(new ExpectationOutcome(each, "hybrid", 1.5, 0.05, true, values, "")).runs())
                .isEqualTo("3 runs, least 1.48s, greatest 1.52s");
        assertThat(new Expected(new ExpectationOutcome(mean, "hybrid", 1.5, 0.05, true, values, "")).runs())
                .isEqualTo("3 runs, 95 % interval 1.45s to 1.55s");
    }

    @Test
    void shouldKnowThatNoTimeIsNegative() {
        assertThat(said(expectation(null, Group.EVERYBODY, null, false), 1.5, 4.0, true)
                        .runs())
                .isEqualTo("95 % interval 0s to 5.5s");
        assertThat(Interval.of(0.9, 0.2, true)).isEqualTo(new Interval(0.7, 1));
    }

    @Test
    void shouldStandInReportAndSummary() {
        StudyResult sample = SampleStudy.study();
        Expectation expected = expectation(null, Group.EVERYBODY, null, false);
        StudyResult study = new StudyResult(
                sample.scenario(),
                "",
                2,
                sample.deliveries(),
                List.of(),
                List.of(new ExpectationOutcome(expected, "hybrid", 1.6125, 0.01, false)),
                1,
                false,
                sample.engine());
        Report report = new ReportBuilder(study).build();

        assertThat(report.sections().stream().flatMap(section -> section.tables().stream()))
                .anySatisfy(table -> assertThat(table.caption()).startsWith("Expectations: the mean"));
        assertThat(SummaryJson.of(study, report))
                .contains("\"expectations\"", Numbers.plain(1.6125), "\"short\"", "a paper");
        assertThat(study.asExpected()).isFalse();
    }
}
