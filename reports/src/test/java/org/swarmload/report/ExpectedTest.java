package org.swarmload.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.swarmload.export.Numbers;
import org.swarmload.export.SummaryJson;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.Expectation.Group;
import org.swarmload.scenario.Expectation.Limits;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective.Statistic;
import org.swarmload.scenario.SeriesWord;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.ExpectationOutcome;

class ExpectedTest {
    private static final Limits LIMITS = new Limits("1.5s within 2%", 1.47, 1.53);

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
        assertThat(plain.expected()).isEqualTo("1.5s within 2% in every run");
        assertThat(plain.got()).isEqualTo("1.51235 s");
        assertThat(plain.interval()).isEqualTo("1.50235 to 1.52235");
        assertThat(plain.verdict()).isEqualTo("✓ pass");
    }

    @Test
    void shouldSayWhomWhenAndBesideWhat() {
        Group who = new Group("dsl", null, "tv", 1e6, 2e6);

        assertThat(said(expectation(null, who, null, false), 1.0, null, false).what())
                .isEqualTo(
                        "hybrid: startup-time.max where access is dsl and device is tv and size is 1000000 B to 2000000 B");
        assertThat(said(expectation(SeriesWord.LEECHERS, Group.EVERYBODY, null, false), 7.0, null, false)
                        .what())
                .isEqualTo("hybrid: leechers at 600 s");
        Expected ratio = said(expectation(null, Group.EVERYBODY, "cdn", false), 2.0, null, true);
        assertThat(ratio.what()).isEqualTo("hybrid: startup-time.max, relative to cdn");
        assertThat(ratio.got()).isEqualTo("2");
        assertThat(ratio.interval()).isEqualTo("one run");
    }

    @Test
    void shouldAdmitThatNothingWasMeasured() {
        Expected nothing = said(expectation(null, Group.EVERYBODY, null, false), null, null, false);

        assertThat(nothing.got()).isEqualTo("nothing measured");
        assertThat(nothing.verdict()).isEqualTo("✗ short");
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
                .anySatisfy(table -> assertThat(table.caption()).isEqualTo("Expectations"));
        assertThat(SummaryJson.of(study, report))
                .contains("\"expectations\"", Numbers.plain(1.6125), "\"short\"", "a paper");
        assertThat(study.asExpected()).isFalse();
    }
}
