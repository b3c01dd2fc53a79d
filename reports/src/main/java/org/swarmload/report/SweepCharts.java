package org.swarmload.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.swarmload.chart.Axis;
import org.swarmload.chart.Chart;
import org.swarmload.chart.Ink;
import org.swarmload.chart.PointChart;
import org.swarmload.chart.TimeChart;
import org.swarmload.scenario.MetricWord;
import org.swarmload.study.RunFigures.Figure;
import org.swarmload.sweep.PointResult;
import org.swarmload.sweep.SweepDesign;
import org.swarmload.sweep.SweepResult;
import org.swarmload.yaml.Vary;

/** One chart for each asked metric: against what varies first, a line for each delivery. */
final class SweepCharts {
    /** Panels beyond these make a chart that nobody reads; the table has them all. */
    private static final int MOST_PANELS = 8;

    /** With two replications an interval may be ten times the value: the axis follows the values. */
    private static final double ROOM_FOR_INTERVALS = 1.6;

    /** The greatest value is so many times the least before an axis is logarithmic. */
    private static final double WIDE = 3;

    /** A logarithmic axis begins below and ends above the values by this factor. */
    private static final double ROOM = 1.25;

    private final SweepResult sweep;
    private final SweepDesign design;

    SweepCharts(SweepResult sweep) {
        this.sweep = sweep;
        this.design = sweep.design();
    }

    /** Metrics that no point has are left out. */
    List<Chart> of(List<AskedMetric> metrics) {
        List<Chart> charts = new ArrayList<>();
        for (AskedMetric metric : metrics) {
            if (sweep.done().stream()
                    .flatMap(done -> done.result().deliveries().stream())
                    .anyMatch(delivery -> delivery.figures().containsKey(metric.name()))) {
                charts.add(chart(metric));
            }
        }
        return charts;
    }

    private Chart chart(AskedMetric metric) {
        Map<String, List<SweepResult.Done>> panels = panels();
        double upper = upper(metric);
        double least = least(metric);
        List<PointChart.Panel> drawn = new ArrayList<>();
        panels.entrySet().stream()
                .limit(MOST_PANELS)
                .forEach(panel -> drawn.add(panel(metric, panel.getKey(), panel.getValue(), least, upper)));
        Vary first = design.varies().get(0);
        boolean logarithmic = first.scale() == Vary.Scale.GEOMETRIC;
        String label = design.zip()
                ? String.join(" / ", design.varies().stream().map(Vary::path).toList())
                : first.path();
        return new PointChart(
                "sweep-" + metric.name().replace('.', '-'),
                metric.name() + " against " + label,
                subtitle(metric, panels.size(), upper),
                alt(metric),
                label + (logarithmic ? " (logarithmic)" : ""),
                places(),
                axis(
                        metric,
                        metric.name() + (least > 0 ? ", logarithmic" : ""),
                        Math.min(upper, most(metric, false) * ROOM_FOR_INTERVALS) * (least > 0 ? ROOM : 1)),
                least,
                drawn,
                legend());
    }

    /** By what else varies than the first; one panel of no name when that is nothing, or moves along with it. */
    private Map<String, List<SweepResult.Done>> panels() {
        Map<String, List<SweepResult.Done>> panels = new LinkedHashMap<>();
        for (SweepResult.Done done : sweep.done()) {
            List<String> others = new ArrayList<>();
            for (int i = 1; i < design.varies().size() && !design.zip(); i++) {
                others.add(design.varies().get(i).path() + " "
                        + done.point().values().get(i));
            }
            panels.computeIfAbsent(String.join(", ", others), name -> new ArrayList<>())
                    .add(done);
        }
        return panels;
    }

    private PointChart.Panel panel(
            AskedMetric metric, String title, List<SweepResult.Done> points, double least, double upper) {
        List<PointChart.Line> lines = new ArrayList<>();
        for (int i = 0; i < design.deliveries().size(); i++) {
            String name = design.deliveries().get(i);
            List<PointChart.Point> drawn = new ArrayList<>();
            for (SweepResult.Done done : points) {
                figure(done, name, metric).ifPresent(figure -> {
                    double half = figure.ci95() == null ? 0 : figure.ci95();
                    drawn.add(new PointChart.Point(
                            place(done),
                            figure.mean(),
                            Math.max(least, figure.mean() - half),
                            Math.min(Math.max(upper, figure.mean()), figure.mean() + half)));
                });
            }
            drawn.sort(Comparator.comparingDouble(PointChart.Point::at));
            lines.add(new PointChart.Line(name, Ink.ofDelivery(i), drawn));
        }
        return new PointChart.Panel(title, lines);
    }

    static java.util.Optional<Figure> figure(SweepResult.Done done, String delivery, AskedMetric metric) {
        return done.result().deliveries().stream()
                .filter(one -> one.name().equals(delivery))
                .map(one -> one.figures().get(metric.name()))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private List<PointChart.Place> places() {
        Set<PointChart.Place> places = new LinkedHashSet<>();
        for (SweepResult.Done done : sweep.done()) {
            String label = design.zip()
                    ? String.join(" / ", done.point().values())
                    : done.point().values().get(0);
            places.add(new PointChart.Place(place(done), label));
        }
        return places.stream()
                .sorted(Comparator.comparingDouble(PointChart.Place::at))
                .toList();
    }

    private double place(SweepResult.Done done) {
        Vary first = design.varies().get(0);
        List<Vary.Value> values = first.values();
        int index = 0;
        while (!values.get(index).text().equals(done.point().values().get(0))) {
            index++;
        }
        return switch (first.scale()) {
            case WORDS -> index;
            case LINEAR -> values.get(index).size();
            case GEOMETRIC -> Math.log10(values.get(index).size());
        };
    }

    /** Where intervals may reach: a little above the greatest of them, or what values leave them. */
    private double upper(AskedMetric metric) {
        double values = most(metric, false);
        return Math.min(most(metric, true), values * ROOM_FOR_INTERVALS);
    }

    /**
     * Where a logarithmic axis begins, or 0 for an even one. Both axes are logarithmic where what varies first grows by a
     * factor and the metric too goes over a wide range: then growth in proportion is a straight line. Shares have an end
     * and are drawn evenly.
     */
    private double least(AskedMetric metric) {
        double least = Double.POSITIVE_INFINITY;
        for (SweepResult.Done done : sweep.done()) {
            for (String delivery : design.deliveries()) {
                least = Math.min(
                        least, figure(done, delivery, metric).map(Figure::mean).orElse(least));
            }
        }
        boolean wide = least > 0 && most(metric, false) >= WIDE * least;
        boolean grows = design.varies().get(0).scale() == Vary.Scale.GEOMETRIC;
        return grows && wide && metric.word().unit() != MetricWord.Unit.RATIO ? least / ROOM : 0;
    }

    private double most(AskedMetric metric, boolean intervals) {
        double most = 0;
        for (SweepResult.Done done : sweep.done()) {
            for (PointResult.Delivery delivery : done.result().deliveries()) {
                Figure figure = delivery.figures().get(metric.name());
                if (figure != null) {
                    double half = intervals && figure.ci95() != null ? figure.ci95() : 0;
                    most = Math.max(most, figure.mean() + half);
                }
            }
        }
        return most;
    }

    private Axis axis(AskedMetric metric, String label, double max) {
        MetricWord word = metric.word();
        return switch (word.unit()) {
            case COUNT, PER_SECOND -> Axis.of(Axis.Kind.COUNT, label, max);
            case HOURS -> Axis.of(Axis.Kind.COUNT, label + " in hours", max);
            case RATIO -> Axis.of(Axis.Kind.SHARE, label, max);
            case SECONDS -> Axis.of(Axis.Kind.SECONDS, label, max);
            case BYTES -> Axis.of(Axis.Kind.BYTES, label, max);
            case BITS_PER_SECOND -> Axis.of(Axis.Kind.RATE, label, max);
            case MONEY -> Axis.ofMoney(label, sweep.done().get(0).result().currency(), max);
        };
    }

    private String subtitle(AskedMetric metric, int panels, double upper) {
        boolean one = design.replications() == 1;
        boolean cut = most(metric, true) > upper;
        return metric.word().meaning() + "; "
                + (one
                        ? "one replication, so there are no intervals"
                        : "means of " + design.replications()
                                + " replications on the same audiences, bars are 95 % intervals"
                                + (cut ? ", cut where they leave the picture" : ""))
                + (panels > MOST_PANELS ? "; the first " + MOST_PANELS + " of " + panels + " panels" : "");
    }

    private String alt(AskedMetric metric) {
        List<SweepResult.Done> done = sweep.done();
        SweepResult.Done first = done.get(0);
        SweepResult.Done last = done.get(done.size() - 1);
        List<String> parts = new ArrayList<>();
        for (String delivery : design.deliveries()) {
            figure(first, delivery, metric)
                    .ifPresent(from -> figure(last, delivery, metric)
                            .ifPresent(to -> parts.add(
                                    delivery + " from " + metric.say(from.mean()) + " to " + metric.say(to.mean()))));
        }
        return "From the first point to the last: " + String.join("; ", parts) + ".";
    }

    private List<TimeChart.Key> legend() {
        List<TimeChart.Key> keys = new ArrayList<>();
        for (int i = 0; i < design.deliveries().size(); i++) {
            keys.add(new TimeChart.Key(design.deliveries().get(i), Ink.ofDelivery(i), false));
        }
        return keys;
    }
}
