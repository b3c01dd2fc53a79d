package org.swarmload.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.swarmload.chart.Chart;
import org.swarmload.report.Quantity;
import org.swarmload.report.Report;

/** Renders a {@link Report} as one HTML file: page one for the person who decides, then the evidence. */
public final class HtmlReport {
    /** Names shorter than this are kept on one line. */
    private static final int SHORT = 30;

    private static final int SHORT_WORD = 16;

    private final Report report;
    private final Function<Chart, String> svg;
    private final String advice;
    private final String footer;
    private final Html html = new Html();

    /** @param svg draws a chart as an {@code svg} element */
    public HtmlReport(Report report, Function<Chart, String> svg) {
        this(
                report,
                svg,
                "Recommendation",
                "Every figure on this page is in summary.json of the same folder. The scenario as it was run is in "
                        + "effective-scenario.yaml.");
    }

    /**
     * @param advice head of the box that holds the recommendation
     * @param footer where the figures of the page can be found
     */
    public HtmlReport(Report report, Function<Chart, String> svg, String advice, String footer) {
        this.report = report;
        this.svg = svg;
        this.advice = advice;
        this.footer = footer;
    }

    public String render() {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.element("title", report.title() + " - Swarmload report");
        html.raw("<style>\n").raw(style()).raw("</style>\n</head>\n<body>\n");
        pageOne();
        report.sections().forEach(this::section);
        html.element("footer", footer);
        return html.raw("</body>\n</html>\n").toString();
    }

    private void pageOne() {
        html.raw("<main class=\"page-one\">\n").element("h1", report.title());
        html.element("p class=\"sub\"", report.subtitle());
        if (report.partial()) {
            html.element(
                    "p class=\"partial\"",
                    "The run was interrupted: what follows rests on the simulations that were finished.");
        }
        html.element("p class=\"verdict\"", report.verdict().sentence());
        html.raw("<dl class=\"figures\">\n");
        report.figures().forEach(this::headline);
        html.raw("</dl>\n");
        if (report.order() != null) {
            table(report.order(), true);
        }
        if (report.lead() != null) {
            chart(report.lead());
        }
        html.raw("<div class=\"boxes\">\n");
        box(advice, sentences(report.recommendation()));
        box("What would change it", sentences(report.changes()));
        box("Assumptions", report.assumptions());
        html.raw("</div>\n</main>\n");
    }

    private static List<String> sentences(List<Report.Finding> findings) {
        return findings.stream().map(Report.Finding::sentence).toList();
    }

    private void headline(Report.Headline headline) {
        html.raw("<div>").element("dt", headline.label());
        html.element("dd class=\"big\"", headline.figure().text());
        html.element("dd class=\"note\"", headline.note());
        if (!headline.others().isEmpty()) {
            String others = String.join(
                    " · ", headline.others().stream().map(Quantity::text).toList());
            html.element("dd class=\"others\"", others);
        }
        html.raw("</div>\n");
    }

    private void box(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        html.raw("<div>").element("h3", title);
        list(lines);
        html.raw("</div>\n");
    }

    private void list(List<String> lines) {
        if (lines.size() == 1) {
            html.element("p", lines.get(0));
        } else if (!lines.isEmpty()) {
            html.raw("<ul>\n");
            lines.forEach(line -> html.element("li", line));
            html.raw("</ul>\n");
        }
    }

    private void section(Report.Section section) {
        html.raw("<section>\n").element("h2", section.title());
        list(sentences(section.findings()));
        section.charts().forEach(this::chart);
        for (Report.Table table : section.tables()) {
            if (table.open()) {
                table(table, true);
            } else {
                html.raw("<details>").element("summary", table.caption());
                table(table, false);
                html.raw("</details>\n");
            }
        }
        html.raw("</section>\n");
    }

    private void chart(Chart chart) {
        html.raw("<figure>\n").raw(svg.apply(chart)).raw("</figure>\n");
    }

    private void table(Report.Table table, boolean caption) {
        html.raw("<div class=\"scroll\"><table>\n");
        if (caption) {
            html.element("caption", table.caption());
        }
        html.raw("<thead><tr>");
        for (int column = 0; column < table.columns().size(); column++) {
            String head = table.columns().get(column).replace("- ", "");
            html.element(holdsWords(table, column) ? "th scope=\"col\" class=\"word\"" : "th scope=\"col\"", head);
        }
        html.raw("</tr></thead>\n<tbody>\n");
        table.rows().forEach(row -> row(table, row));
        html.raw("</tbody></table></div>\n");
    }

    private void row(Report.Table table, Report.Row row) {
        html.raw("<tr>")
                .element(
                        row.name().length() < SHORT ? "th scope=\"row\" class=\"short\"" : "th scope=\"row\"",
                        row.name());
        for (int i = 0; i < row.cells().size(); i++) {
            html.element(
                    !holdsWords(table, i + 1)
                            ? "td"
                            : holdsShortWords(table, i + 1) ? "td class=\"word short\"" : "td class=\"word\"",
                    row.cells().get(i).text());
        }
        html.raw("</tr>\n");
    }

    /** Columns of words stand at the left, columns of figures at the right. */
    private static boolean holdsWords(Report.Table table, int column) {
        return column == 0
                || table.rows().stream().map(row -> row.cells().get(column - 1)).allMatch(cell -> cell.figure() == null)
                        && table.rows().stream()
                                .anyMatch(row ->
                                        row.cells().get(column - 1).text().length() > 1);
    }

    /** Words that need no room of their own beside figures: names, verdicts. */
    private static boolean holdsShortWords(Report.Table table, int column) {
        return table.rows().stream()
                .allMatch(row -> row.cells().get(column - 1).text().length() < SHORT_WORD);
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: report.css is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
