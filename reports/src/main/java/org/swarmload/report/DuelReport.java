package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.chart.BoxChart;
import org.swarmload.chart.Chart;
import org.swarmload.duel.DuelMetric;
import org.swarmload.duel.DuelResult;
import org.swarmload.duel.Ranking;
import org.swarmload.report.Report.Finding;
import org.swarmload.report.Report.Headline;
import org.swarmload.report.Report.Section;

/** The page of a comparison of pickers. */
public final class DuelReport {
    private final DuelResult result;
    private final DuelCharts charts;

    public DuelReport(DuelResult result) {
        this.result = result;
        charts = new DuelCharts(result);
    }

    public Report build() {
        return new Report(
                "Pickers compared: " + result.scenario().name(),
                subtitle(),
                result.partial(),
                DuelWords.verdict(result),
                headlines(),
                lead(),
                recommendation(),
                assumptions(),
                changes(),
                sections());
    }

    private String subtitle() {
        return result.pickers().size() + " pickers on the same "
                + Unit.COUNT.say(result.scenario().audience().viewers(), "viewer") + ", delivery " + result.delivery()
                + ", " + Unit.COUNT.say(result.replications(), "replication") + " of each, seed "
                + result.scenario().seed() + ", digest " + ReportBuilder.digest(result.digest());
    }

    private List<Headline> headlines() {
        List<DuelMetric> wanted = result.file()
                ? List.of(DuelMetric.COMPLETION, DuelMetric.SERVER_BYTES, DuelMetric.IN_ORDER)
                : List.of(DuelMetric.REBUFFERING, DuelMetric.SERVER_BYTES, DuelMetric.STARTUP);
        return wanted.stream()
                .flatMap(metric -> result.by(metric).stream())
                .map(this::headline)
                .toList();
    }

    private Headline headline(Ranking ranking) {
        List<Quantity> others = new ArrayList<>();
        for (Ranking.Place place : ranking.places().subList(1, ranking.places().size())) {
            Quantity value = DuelWords.quantity(ranking.metric(), place.mean());
            others.add(new Quantity(value.word(), value.value(), place.picker() + " " + value.text()));
        }
        Ranking.Place first = ranking.places().get(0);
        return new Headline(
                ranking.metric().meaning(),
                DuelWords.quantity(ranking.metric(), first.mean()),
                ranking.allTie() ? "a tie of all; shown is " + first.picker() : first.picker(),
                others);
    }

    private Chart lead() {
        return charts.boxes(result.rankings().stream()
                .filter(ranking -> !ranking.allTie()
                        && DuelWords.mainMetrics(result.file()).contains(ranking.metric()))
                .findFirst()
                .orElse(result.rankings().get(0)));
    }

    private List<Finding> recommendation() {
        List<Ranking> main = DuelWords.mainMetrics(result.file()).stream()
                .flatMap(metric -> result.by(metric).stream())
                .toList();
        return main.size() < 2 ? List.of() : List.of(DuelWords.recommendation(main.get(0), main.get(1)));
    }

    private List<String> assumptions() {
        List<String> lines = new ArrayList<>(List.of(
                "Scenario, seed and replication are the same for every picker, so viewers, lines and arrivals are too; "
                        + "only swarm.picker differs.",
                DuelWords.intervals(result),
                "A tie is a difference whose interval holds zero, or lies within the margin."));
        return lines;
    }

    private List<Finding> changes() {
        List<Finding> open = result.rankings().stream()
                .filter(ranking -> !ranking.decided())
                .map(ranking -> Finding.of(ranking.metric().meaning() + ": "
                        + ranking.pairs().stream()
                                .filter(pair -> !pair.decided())
                                .count() + " of "
                        + ranking.pairs().size() + " pairs are not told apart; more replications than "
                        + result.replications() + " may."))
                .toList();
        return open.isEmpty() ? List.of(Finding.of("Another crowd: rankings are of this scenario alone.")) : open;
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Ranking", List.of(), List.of(), List.of(DuelTables.ranking(result))));
        Chart lead = lead();
        for (Ranking ranking : result.rankings()) {
            BoxChart boxes = charts.boxes(ranking);
            sections.add(new Section(
                    ranking.metric().meaning().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                            + ranking.metric().meaning().substring(1),
                    DuelWords.of(ranking),
                    boxes.id().equals(lead.id()) || DuelCharts.showsNothing(boxes) ? List.of() : List.of(boxes),
                    List.of(DuelTables.pairs(ranking))));
        }
        sections.add(new Section(
                "Over time",
                List.of(Finding.of("The first replication: an evening that can happen, not a mean of evenings. The "
                        + "figures are in history.csv.")),
                charts.overTime(),
                List.of()));
        sections.add(method());
        return sections;
    }

    private Section method() {
        List<Finding> lines = new ArrayList<>();
        lines.add(
                Finding.of("A picker's rank is one more than the number of pickers that are better than it for sure."));
        lines.add(Finding.of("Looks were planned after " + result.rule().looks()
                + " replications, before anything was simulated. Intervals are so wide that all of a metric's pairs, at "
                + "all looks, hold together with 95 % (Bonferroni); metrics are judged one by one."));
        for (Ranking ranking : result.rankings()) {
            lines.add(Finding.of(ranking.metric().word() + ": margin " + DuelWords.margin(ranking.metric()) + "."));
        }
        return new Section("Method", lines, List.of(), List.of());
    }
}
