package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.swarmload.chart.Chart;
import org.swarmload.chart.PointChart;
import org.swarmload.report.Report.Finding;
import org.swarmload.report.Report.Headline;
import org.swarmload.report.Report.Section;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.RunFigures.Figure;
import org.swarmload.study.StudyResult.Verdict;
import org.swarmload.sweep.PointResult;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.sweep.SweepResult;
import org.swarmload.yaml.Vary;

/** A sweep as a report: where the delivery that decides holds, what the metrics do, and how it was computed. */
public final class SweepReport {
    private static final int FIGURES = 3;
    private static final int MOST_LINES = 12;

    private final SweepResult sweep;
    private final SweepDesign design;
    private final List<AskedMetric> metrics;
    private final SweepTables tables;
    private final Scenario scenario;
    private final String leading;

    /** @param sweep with at least one finished point */
    public SweepReport(SweepResult sweep, List<AskedMetric> metrics) {
        this.sweep = sweep;
        this.design = sweep.design();
        this.metrics = metrics;
        this.tables = new SweepTables(sweep);
        this.scenario = design.points().get(0).scenario();
        this.leading = design.deliveries().contains(scenario.decide())
                ? scenario.decide()
                : design.deliveries().get(0);
    }

    public Report build() {
        List<Chart> charts = new SweepCharts(sweep).of(metrics);
        Chart lead = charts.stream()
                .filter(chart -> ((PointChart) chart).showsSomething())
                .findFirst()
                .orElse(charts.isEmpty() ? null : charts.get(0));
        List<Chart> rest = charts.stream().filter(chart -> chart != lead).toList();
        return new Report(
                scenario.name() + ", swept over "
                        + String.join(
                                " and ",
                                design.varies().stream()
                                        .map(vary -> vary.path())
                                        .toList()),
                subtitle(),
                sweep.partial(),
                verdict(),
                headlines(),
                lead,
                whereItHolds(),
                assumptions(),
                undecided(),
                List.of(
                        new Section("All points", List.of(), List.of(), List.of(tables.main(metrics))),
                        new Section("Charts", List.of(), rest, List.of()),
                        new Section("Method", List.of(Finding.of(cells())), List.of(), List.of(tables.digests()))));
    }

    private String subtitle() {
        return Unit.COUNT.say(sweep.done().size(), "point") + ", " + String.join(", ", design.deliveries()) + ", "
                + Unit.COUNT.say(design.replications(), "replication") + " of each; seed " + scenario.seed()
                + ", digest " + sweep.digest();
    }

    /** Whether the delivery that decides keeps what was promised; without promises, what its first metric does. */
    public Finding verdict() {
        List<SweepResult.Done> done = sweep.done();
        if (scenario.objectives().isEmpty()) {
            return course();
        }
        List<SweepResult.Done> met = done.stream()
                .filter(one -> verdict(one, leading) == Verdict.MET)
                .toList();
        if (met.size() == done.size()) {
            return Finding.of(leading + " meets every objective at all "
                    + (sweep.partial() ? Unit.COUNT.say(done.size()) + " points that were run." : "points."));
        }
        if (met.isEmpty()) {
            return Finding.of(leading + " meets all objectives at no point"
                    + (sweep.partial() ? " of the " + Unit.COUNT.say(done.size()) + " that were run; " : "; ")
                    + mostMissed() + ".");
        }
        boolean atFirst = design.varies().size() == 1 && met.equals(done.subList(0, met.size()));
        if (atFirst && met.size() <= MOST_LINES) {
            SweepResult.Done next = done.get(met.size());
            return Finding.of(leading + " meets every objective " + reach(met) + "; at "
                    + next.point().values().get(0) + " " + broken(next) + ".");
        }
        return Finding.of(leading + " meets every objective at " + met.size() + " of " + done.size() + " points; "
                + mostMissed() + ".");
    }

    /** "up to audience.viewers 30k" where the values rise, "down to" where they fall; words have neither. */
    private String reach(List<SweepResult.Done> met) {
        List<Double> sizes =
                design.varies().get(0).values().stream().map(Vary.Value::size).toList();
        String last = tables.name(met.get(met.size() - 1));
        if (isInOrder(sizes, true)) {
            return "up to " + last;
        }
        if (isInOrder(sizes, false)) {
            return "down to " + last;
        }
        return "at " + design.varies().get(0).path() + " "
                + met.stream().map(done -> done.point().values().get(0)).collect(Collectors.joining(", "));
    }

    private static boolean isInOrder(List<Double> sizes, boolean rising) {
        return IntStream.range(0, sizes.size())
                .allMatch(i -> sizes.get(i) != null
                        && (i == 0 || (rising ? sizes.get(i - 1) < sizes.get(i) : sizes.get(i - 1) > sizes.get(i))));
    }

    /** "rebuffering-ratio < 0.4% is missed at 5 of 6". */
    private String mostMissed() {
        String most = "";
        long times = 0;
        for (Objective objective : scenario.objectives()) {
            long missed = sweep.done().stream()
                    .flatMap(done -> delivery(done, leading).stream())
                    .flatMap(delivery -> delivery.promises().stream())
                    .filter(promise ->
                            promise.objective().equals(objective.text()) && promise.verdict() == Verdict.MISSED)
                    .count();
            most = missed > times ? objective.text() : most;
            times = Math.max(times, missed);
        }
        return most.isEmpty()
                ? "none is missed, but some are undecided"
                : most + " is missed at " + times + " of " + sweep.done().size();
    }

    private String broken(SweepResult.Done point) {
        PointResult.Delivery delivery = delivery(point, leading).orElseThrow();
        List<String> missed = delivery.promises().stream()
                .filter(promise -> promise.verdict() == Verdict.MISSED)
                .map(PointResult.Promise::objective)
                .toList();
        return missed.isEmpty()
                ? "it is undecided with " + Unit.COUNT.say(design.replications(), "replication")
                : "it misses " + String.join(" and ", missed);
    }

    private Finding course() {
        SweepResult.Done first = sweep.done().get(0);
        SweepResult.Done last = sweep.done().get(sweep.done().size() - 1);
        for (AskedMetric metric : metrics) {
            Optional<Figure> from = SweepCharts.figure(first, leading, metric);
            Optional<Figure> to = SweepCharts.figure(last, leading, metric);
            if (from.isPresent() && to.isPresent()) {
                return Finding.of(
                        metric.name() + " of " + leading + " goes from "
                                + said(metric, from.get().mean()) + " to "
                                + said(metric, to.get().mean()) + " from " + tables.name(first) + " to "
                                + tables.name(last) + ".",
                        quantity(metric, from.get()),
                        quantity(metric, to.get()));
            }
        }
        return Finding.of("None of the asked metrics was measured of " + leading + ".");
    }

    private Quantity quantity(AskedMetric metric, Figure figure) {
        return new Quantity(metric.name(), figure.mean(), said(metric, figure.mean()));
    }

    private String said(AskedMetric metric, double value) {
        String currency = sweep.done().get(0).result().currency();
        return metric.say(value) + (metric.word().unit() == MetricWord.Unit.MONEY ? " " + currency : "");
    }

    private static Optional<PointResult.Delivery> delivery(SweepResult.Done point, String name) {
        return point.result().deliveries().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private static Verdict verdict(SweepResult.Done point, String delivery) {
        return delivery(point, delivery).map(SweepTables::verdict).orElse(Verdict.UNDECIDED);
    }

    /** The first metrics of the leading delivery at the last point, beside the first point and the other deliveries. */
    private List<Headline> headlines() {
        SweepResult.Done first = sweep.done().get(0);
        SweepResult.Done last = sweep.done().get(sweep.done().size() - 1);
        List<Headline> headlines = new ArrayList<>();
        for (AskedMetric metric : metrics) {
            Optional<Figure> figure = SweepCharts.figure(last, leading, metric);
            if (figure.isPresent() && headlines.size() < FIGURES) {
                String before = SweepCharts.figure(first, leading, metric)
                        .map(from -> "; at the first point " + said(metric, from.mean()))
                        .orElse("");
                headlines.add(new Headline(
                        metric.name() + " at " + String.join(" / ", last.point().values()),
                        quantity(metric, figure.get()),
                        leading + before,
                        others(last, metric)));
            }
        }
        return headlines;
    }

    private List<Quantity> others(SweepResult.Done point, AskedMetric metric) {
        List<Quantity> others = new ArrayList<>();
        for (String delivery : design.deliveries()) {
            if (!delivery.equals(leading)) {
                SweepCharts.figure(point, delivery, metric)
                        .ifPresent(figure -> others.add(new Quantity(
                                metric.name(), figure.mean(), delivery + " " + said(metric, figure.mean()))));
            }
        }
        return others;
    }

    /** Point by point, who keeps every promise, and which of them is cheapest. */
    private List<Finding> whereItHolds() {
        List<Finding> lines = new ArrayList<>();
        if (scenario.objectives().isEmpty()) {
            return lines;
        }
        for (SweepResult.Done done : sweep.done().stream().limit(MOST_LINES).toList()) {
            List<String> met = design.deliveries().stream()
                    .filter(name -> verdict(done, name) == Verdict.MET)
                    .toList();
            lines.add(Finding.of(String.join(" / ", done.point().values()) + ": "
                    + (met.isEmpty() ? "no delivery" : String.join(", ", met)) + cheapest(done, met)));
        }
        if (sweep.done().size() > MOST_LINES) {
            lines.add(Finding.of("The table has all " + sweep.done().size() + " points."));
        }
        return lines;
    }

    private String cheapest(SweepResult.Done done, List<String> deliveries) {
        AskedMetric cost = new AskedMetric(MetricWord.COST.word(), MetricWord.COST);
        String best = "";
        double least = Double.POSITIVE_INFINITY;
        for (String name : deliveries) {
            Optional<Figure> figure = SweepCharts.figure(done, name, cost);
            if (figure.isPresent() && figure.get().mean() < least) {
                least = figure.get().mean();
                best = (deliveries.size() > 1 ? "; cheapest " + name + ", " : ", ") + said(cost, least);
            }
        }
        return best;
    }

    private List<Finding> undecided() {
        List<String> open = new ArrayList<>();
        for (SweepResult.Done done : sweep.done()) {
            if (!scenario.objectives().isEmpty() && verdict(done, leading) == Verdict.UNDECIDED) {
                open.add(String.join(" / ", done.point().values()));
            }
        }
        return open.isEmpty()
                ? List.of()
                : List.of(Finding.of("More replications than " + design.replications() + ": " + leading
                        + " is undecided at " + String.join(", ", open) + "."));
    }

    private List<String> assumptions() {
        return List.of(
                "All points have the same seed: differences between them are paired, replication by replication.",
                "Only what is named varies. Servers do not grow with an audience.",
                "Intervals are the chance within the model, not the risk of the plan.");
    }

    private String cells() {
        return design.cells().sets()
                ? "Crowds are cut alike at every point: into cells of about "
                        + Unit.COUNT.say(Math.round(design.cells().viewersPerCell()))
                        + " viewers, which is what the largest point has. The number of cells is in each point's scenario."
                : "Every point is cut into cells as its scenario says.";
    }
}
