package org.swarmload.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.swarmload.chart.ChartRenderer;
import org.swarmload.report.Report;
import org.swarmload.report.ReportBuilder;
import org.swarmload.report.SampleStudy;

class HtmlReportTest {
    private final Report report = new ReportBuilder(SampleStudy.study()).build();
    private final String page = new HtmlReport(report, new ChartRenderer()::svg).render();

    @Test
    void shouldEscapeWhatTheUserWrote() {
        assertThat(page).contains("Sample &lt;night&gt; &amp; friends").doesNotContain("<night>");
    }

    @Test
    void shouldNeedNothingBesideItself() {
        String withoutNamespaces = page.replaceAll("xmlns(:\\w+)?=\"[^\"]*\"", "");
        assertThat(withoutNamespaces)
                .doesNotContain("http://", "https://", "<script", "<link", "<img", "@import")
                .doesNotContain("url(/", "url('");
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000_000);
    }

    @Test
    void shouldNotUseAnIdTwice() {
        List<String> ids = new ArrayList<>();
        Matcher matcher = Pattern.compile(" id=\"([^\"]+)\"").matcher(page);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    @Test
    void shouldDescribeEveryChart() {
        assertThat(page.split("role=\"img\"", -1)).hasSize(report.charts().size() + 1);
        assertThat(page).contains("<title>Sample &lt;night&gt; &amp; friends - Swarmload report</title>");
    }

    @Test
    void shouldSayEverythingOnPageOneBeforeTheEvidence() {
        String pageOne = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        assertThat(pageOne)
                .contains(Html.escape(report.verdict().sentence()), "Recommendation", "Assumptions")
                .contains("What would change it");
        report.figures()
                .forEach(figure ->
                        assertThat(pageOne).contains(Html.escape(figure.figure().text())));
    }

    @Test
    void shouldSayThatARunWasInterrupted() {
        Report partial = new Report(
                "t", "s", true, report.verdict(), List.of(), null, List.of(), List.of(), List.of(), List.of());
        assertThat(new HtmlReport(partial, chart -> "").render()).contains("The run was interrupted");
    }
}
