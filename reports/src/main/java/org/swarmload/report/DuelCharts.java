package org.swarmload.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.swarmload.chart.Axis;
import org.swarmload.chart.BoxChart;
import org.swarmload.chart.Chart;
import org.swarmload.chart.CurveChart;
import org.swarmload.chart.HeatChart;
import org.swarmload.chart.Ink;
import org.swarmload.duel.DuelMetric;
import org.swarmload.duel.DuelResult;
import org.swarmload.duel.DuelRun;
import org.swarmload.duel.Ranking;
import org.swarmload.duel.SwarmHistory;

/** The pictures of a comparison of pickers. */
final class DuelCharts {
    /** Bytes are booked when a piece has come, so use is shown over as long as some pieces take. */
    private static final int SMOOTHED_BINS = 6;

    private static final int MOST_COLUMNS = 120;
    private static final int MOST_POINTS = 300;
    private static final double MINUTE_MICROS = 60e6;

    private final DuelResult result;
    private final double endMinutes;

    DuelCharts(DuelResult result) {
        this.result = result;
        endMinutes = first().mapToDouble(
                        run -> minutes(run.history(), run.history().moments() - 1))
                .max()
                .orElse(1);
    }

    private java.util.stream.Stream<DuelRun> first() {
        return result.pickers().stream().map(picker -> result.of(picker).get(0));
    }

    private static double minutes(SwarmHistory history, int moment) {
        return moment < 0 ? 0 : history.atMicros(moment) / MINUTE_MICROS;
    }

    /** Waits spread over viewers, everything else over replications. */
    BoxChart boxes(Ranking ranking) {
        DuelMetric metric = ranking.metric();
        boolean overViewers = metric == DuelMetric.COMPLETION || metric == DuelMetric.STARTUP;
        List<BoxChart.Box> boxes = new ArrayList<>();
        for (Ranking.Place place : ranking.places()) {
            double[] five = overViewers ? overViewers(place.picker()) : overRuns(metric, place.picker());
            String rank = ranking.allTie() ? "tie" : "rank " + place.rank();
            boxes.add(new BoxChart.Box(
                    place.picker(),
                    five[0],
                    five[1],
                    five[2],
                    five[3],
                    five[4],
                    DuelWords.quantity(metric, place.mean()).text() + ", " + rank));
        }
        double most = boxes.stream().mapToDouble(BoxChart.Box::high).max().orElse(1);
        String what = overViewers
                ? "Viewers: box from the 25th to the 75th percentile, whiskers from the 5th to the 95th, line at the "
                        + "median, said is the mean"
                : "Replications: box around the middle half, whiskers from least to most, line at the median, said is "
                        + "the mean";
        String title = metric.meaning().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + metric.meaning().substring(1);
        return new BoxChart(
                "box-" + metric.word(),
                title + " by picker",
                what + " (" + Unit.COUNT.say(result.replications(), "replication") + ")",
                DuelWords.first(ranking).sentence(),
                axis(metric, most),
                boxes);
    }

    /** Whether all boxes are lines at zero: the sentence says so, a picture of it would be empty. */
    static boolean showsNothing(BoxChart chart) {
        return chart.boxes().stream().allMatch(box -> box.high() == 0);
    }

    private static Axis axis(DuelMetric metric, double most) {
        Axis.Kind kind = switch (DuelWords.unit(metric)) {
            case SECONDS -> Axis.Kind.SECONDS;
            case BYTES -> Axis.Kind.BYTES;
            case SHARE -> Axis.Kind.SHARE;
            default -> Axis.Kind.COUNT;
        };
        return Axis.of(
                kind, metric == DuelMetric.FAIRNESS ? "Jain's index over access classes" : metric.meaning(), most);
    }

    /** Quantiles over viewers, averaged over replications. */
    private double[] overViewers(String picker) {
        return DoubleStream.of(0.05, 0.25, 0.5, 0.75, 0.95)
                .map(q -> result.of(picker).stream()
                        .mapToDouble(run -> run.waits().quantile(q))
                        .average()
                        .orElse(0))
                .toArray();
    }

    private double[] overRuns(DuelMetric metric, String picker) {
        double[] sorted = result.of(picker).stream()
                .mapToDouble(run -> run.values().get(metric))
                .sorted()
                .toArray();
        return DoubleStream.of(0, 0.25, 0.5, 0.75, 1)
                .map(q -> between(sorted, q))
                .toArray();
    }

    /** Linear between the two nearest ranks. */
    private static double between(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(sorted.length - 1, low + 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    List<Chart> overTime() {
        List<Chart> charts = new ArrayList<>();
        if (result.by(DuelMetric.IN_ORDER).isPresent()) {
            charts.add(inOrder());
        }
        charts.add(uplinks());
        charts.add(availability());
        return charts;
    }

    private CurveChart inOrder() {
        List<CurveChart.Curve> curves = new ArrayList<>();
        for (int p = 0; p < result.pickers().size(); p++) {
            SwarmHistory history = result.of(result.pickers().get(p)).get(0).history();
            double[] y = new double[history.moments()];
            Arrays.setAll(y, history::inOrderProgress);
            curves.add(curve(p, history, y));
        }
        return new CurveChart(
                "in-order-progress",
                "Progress in order",
                "Mean over viewers who are not done: part of the title before the first piece that they lack; first "
                        + "replication",
                "How much could be played or used from the beginning, by picker.",
                "minutes since the beginning",
                0,
                endMinutes,
                false,
                Axis.of(Axis.Kind.SHARE, "had in order", 1),
                curves,
                List.of());
    }

    private CurveChart uplinks() {
        List<CurveChart.Curve> curves = new ArrayList<>();
        double most = 0;
        for (int p = 0; p < result.pickers().size(); p++) {
            DuelRun run = result.of(result.pickers().get(p)).get(0);
            double[] use = uplinkUse(run);
            most = Math.max(
                    most,
                    DoubleStream.of(use)
                            .filter(value -> !Double.isNaN(value))
                            .max()
                            .orElse(0));
            curves.add(curve(p, run.history(), use));
        }
        return new CurveChart(
                "uplink-use",
                "Use of the viewers' uplinks",
                "Bytes that viewers sent in the minute before / bytes that their uplinks could have carried; first "
                        + "replication",
                "How much of what viewers lend is used, by picker.",
                "minutes since the beginning",
                0,
                endMinutes,
                false,
                Axis.of(Axis.Kind.SHARE, "uplinks used", Math.max(most, 0.01)),
                curves,
                List.of());
    }

    private static double[] uplinkUse(DuelRun run) {
        SwarmHistory history = run.history();
        double[] use = new double[history.moments()];
        for (int moment = 0; moment < use.length; moment++) {
            int from = Math.max(0, moment - SMOOTHED_BINS);
            double sent = 0;
            for (int bin = from; bin < moment && bin < run.peerBytes().length; bin++) {
                sent += run.peerBytes()[bin];
            }
            long lent = history.lentBytes(moment) - history.lentBytes(from);
            use[moment] = lent == 0 ? Double.NaN : sent / lent;
        }
        return use;
    }

    /** Without the moments that have no value. */
    private CurveChart.Curve curve(int picker, SwarmHistory history, double[] values) {
        List<double[]> points = new ArrayList<>();
        int stride = (values.length + MOST_POINTS - 1) / MOST_POINTS;
        for (int moment = 0; moment < values.length; moment += stride) {
            if (!Double.isNaN(values[moment])) {
                points.add(new double[] {minutes(history, moment), values[moment]});
            }
        }
        return new CurveChart.Curve(
                result.pickers().get(picker),
                Ink.ofDelivery(picker),
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray(),
                "");
    }

    private HeatChart availability() {
        List<HeatChart.Panel> panels = new ArrayList<>();
        int moments = first().mapToInt(run -> run.history().moments()).max().orElse(1);
        int stride = (moments + MOST_COLUMNS - 1) / MOST_COLUMNS;
        for (String picker : result.pickers()) {
            SwarmHistory history = result.of(picker).get(0).history();
            int columns = (history.moments() + stride - 1) / stride;
            double[][] shares = new double[columns][history.groups()];
            for (int column = 0; column < columns; column++) {
                int moment = column * stride;
                Arrays.setAll(shares[column], group -> history.availability(moment, group));
            }
            panels.add(new HeatChart.Panel(picker, stride / 6.0, shares));
        }
        return new HeatChart(
                "piece-availability",
                "Who has which part",
                "Shade: share of the viewers present who have the pieces of that part of the title; first replication",
                "How evenly pieces are spread over the crowd, by picker.",
                "minutes since the beginning",
                endMinutes,
                "part (%)",
                "viewers who have it",
                panels);
    }
}
