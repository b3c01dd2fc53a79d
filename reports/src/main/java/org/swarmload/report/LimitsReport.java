package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.chart.BarChart;
import org.swarmload.chart.Chart;
import org.swarmload.limits.Fullness;
import org.swarmload.limits.Limit;
import org.swarmload.limits.LimitsDesign;
import org.swarmload.limits.LimitsResult;
import org.swarmload.report.Report.Finding;
import org.swarmload.report.Report.Headline;
import org.swarmload.report.Report.Section;
import org.swarmload.scenario.Scenario;

/** The page of a scan for limits. */
public final class LimitsReport {
    private final LimitsResult result;
    private final LimitsDesign design;
    private final Scenario scenario;
    private final LimitsWords words;
    private final LimitsTables tables;
    private final LimitsCharts charts;
    private final String leading;

    /** @param result with at least one audience */
    public LimitsReport(LimitsResult result) {
        this.result = result;
        this.design = result.design();
        this.scenario = design.scenario();
        this.words = new LimitsWords(result);
        this.tables = new LimitsTables(result);
        this.charts = new LimitsCharts(result);
        this.leading = design.deliveries().contains(scenario.decide())
                ? scenario.decide()
                : design.deliveries().get(0);
    }

    public Report build() {
        return new Report(
                "What breaks first: " + scenario.name(),
                subtitle(),
                result.partial(),
                words.verdict(leading),
                headlines(),
                charts.inOrder(leading),
                words.inOrder(leading),
                assumptions(),
                words.relief(leading),
                sections());
    }

    private String subtitle() {
        return Unit.COUNT.say(result.points().size(), "audience") + " from "
                + Unit.COUNT.say(result.points().get(0).viewers()) + " to "
                + Unit.COUNT.say(result.points().get(result.points().size() - 1).viewers(), "viewer")
                + ", " + String.join(", ", design.deliveries()) + ", "
                + Unit.COUNT.say(design.replications(), "replication") + " of each; seed " + scenario.seed()
                + ", digest " + result.digest();
    }

    private List<Headline> headlines() {
        List<Headline> all = new ArrayList<>();
        all.add(new Headline(
                "Audience as written",
                Quantity.of("audience.viewers", design.written(), Unit.COUNT),
                "viewers who press play",
                List.of()));
        headline("Full first", words.reached(leading, true), all);
        headline("Objective that falls first", words.reached(leading, false), all);
        return all;
    }

    private void headline(String label, List<Limit> limits, List<Headline> all) {
        if (!limits.isEmpty()) {
            Limit first = limits.get(0);
            String clock = words.clock(first);
            all.add(new Headline(
                    label,
                    LimitsWords.quantity(first),
                    "viewers: " + LimitsWords.name(first.what()) + (clock.isEmpty() ? "" : ", at " + clock),
                    List.of()));
        }
    }

    private List<String> assumptions() {
        List<String> said = new ArrayList<>(List.of(
                "Everything but the number of viewers is as written. Viewers of a smaller audience have the same lines, "
                        + "arrivals and patience in a larger one.",
                "What stands behind a full resource has an easier night: with that resource relieved, other limits are "
                        + "reached earlier.",
                "More viewers are taken to be worse; audiences at which they are not are named."));
        words.nights().ifPresent(said::add);
        return said;
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (String delivery : design.deliveries()) {
            List<Chart> order = delivery.equals(leading) ? List.of() : List.of(charts.inOrder(delivery));
            sections.add(new Section(
                    "In order: " + delivery,
                    delivery.equals(leading) ? List.of() : List.of(words.verdict(delivery)),
                    order,
                    List.of(tables.inOrder(delivery), tables.use(delivery))));
            List<Chart> harm = new ArrayList<>();
            for (BarChart chart : List.of(charts.lostStarts(delivery), charts.stalls(delivery))) {
                if (!chart.parts().isEmpty()) {
                    harm.add(chart);
                }
            }
            sections.add(new Section(
                    "Whose harm: " + delivery,
                    List.of(Finding.of(
                            harm.isEmpty()
                                    ? "Nobody came to harm."
                                    : "Each lost start and each stalled second is charged to one cause when it happens; the "
                                            + "parts add up to the metric.")),
                    harm,
                    List.of()));
        }
        sections.add(method());
        return sections;
    }

    private Section method() {
        List<Finding> lines = new ArrayList<>();
        lines.add(Finding.of(Fullness.MEANING
                + (design.replications() == 1 ? "" : " With several replications it is so in at least half of them.")));
        lines.add(Finding.of("An objective falls at the first audience at which "
                + (design.replications() == 1 ? "its value" : "the mean over replications")
                + " does not keep it. The time of an objective is the minute in which most of the harm that it counts was "
                + "done; of a resource the minute in which it is full for the first time."));
        String within = Unit.SHARE.say(design.within());
        lines.add(Finding.of(
                result.partial()
                        ? "The scan was interrupted: an audience named may be more than " + within
                                + " above the greatest one that was run and at which it does not happen yet (notYetAt in "
                                + "limits.json)."
                        : "Each audience named is at most " + within
                                + " above one that was run and at which it does not happen yet."));
        lines.add(Finding.of(
                design.oneCell()
                        ? "Every crowd is one cell, on one exact timeline."
                        : design.cells().sets()
                                ? "Crowds are cut as that of the largest audience is: about "
                                        + Unit.COUNT.say(
                                                Math.round(design.cells().viewersPerCell())) + " viewers in each cell."
                                : "Crowds are cut into cells as the scenario says."));
        return new Section("Method", lines, List.of(), List.of(tables.audiences()));
    }
}
