package org.swarmload.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.swarmload.chart.Axis;
import org.swarmload.chart.BarChart;
import org.swarmload.chart.BarChart.Part;
import org.swarmload.chart.CurveChart;
import org.swarmload.chart.Ink;
import org.swarmload.limits.AudiencePoint;
import org.swarmload.limits.Blame;
import org.swarmload.limits.Breakage;
import org.swarmload.limits.Limit;
import org.swarmload.limits.LimitsResult;
import org.swarmload.sim.result.RunResult.Harm;

/** What breaks in which order, and whose the harm is as the audience grows. */
final class LimitsCharts {
    /** Room for what is said at the end of a bar. */
    private static final double ROOM = 1.3;

    private static final List<Ink> SERVICES = List.of(Ink.WAITING, Ink.STALLED, Ink.GAVE_UP, Ink.WELL);

    private final LimitsResult result;
    private final LimitsWords words;

    LimitsCharts(LimitsResult result) {
        this.result = result;
        this.words = new LimitsWords(result);
    }

    /** One bar for each limit of a delivery, as long as the audience at which it is reached. */
    BarChart inOrder(String delivery) {
        List<Limit> limits = result.of(delivery);
        List<String> totals = new ArrayList<>();
        double most = 0;
        for (Limit limit : limits) {
            String clock = words.clock(limit);
            totals.add(words.audience(limit) + (clock.isEmpty() ? "" : ", at " + clock));
            most = Math.max(most, length(limit));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(part(limits, "a resource is full", Ink.EDGES, limit -> limit.at() > 0 && isResource(limit)));
        parts.add(part(limits, "an objective falls", Ink.FAILED, limit -> limit.at() > 0 && !isResource(limit)));
        parts.add(part(limits, "not up to there", Ink.BEYOND, limit -> limit.at() == 0));
        parts.removeIf(part -> Bins.max(part.values()) == 0);
        int written = result.design().written();
        return new BarChart(
                id("limits", delivery),
                "What breaks first: " + delivery,
                "Viewers at which it happens, everything else as written, and the time of the night; the line is the "
                        + "audience as written",
                words.verdict(delivery).sentence(),
                Axis.of(Axis.Kind.COUNT, "Viewers", Math.max(most, written) * ROOM),
                limits.stream().map(limit -> LimitsWords.name(limit.what())).toList(),
                parts,
                totals,
                List.of(new CurveChart.Mark("as written: " + Unit.COUNT.say(written), written)));
    }

    /** Deliveries may be called anything; files may not. */
    private static String id(String kind, String delivery) {
        return kind + "-" + delivery.replaceAll("[^A-Za-z0-9-]", "-");
    }

    private static boolean isResource(Limit limit) {
        return limit.what() instanceof Breakage.Full;
    }

    private static double length(Limit limit) {
        return limit.at() > 0 ? limit.at() : limit.below();
    }

    private static Part part(List<Limit> limits, String name, Ink ink, java.util.function.Predicate<Limit> shown) {
        double[] values = limits.stream()
                .mapToDouble(limit -> shown.test(limit) ? length(limit) : 0)
                .toArray();
        return new Part(name, ink, values, limits.stream().map(limit -> "").toList());
    }

    /** Viewers who left without a frame, by cause, against the audience. */
    BarChart lostStarts(String delivery) {
        return harm(
                id("lost-starts", delivery),
                "Who left without a first frame, and why: " + delivery,
                "Share of those who pressed play, failed starts and exits before the start together, by the cause each is "
                        + "charged to",
                "Viewers who left",
                delivery,
                Blame::lostStarts,
                Blame::viewers);
    }

    /** Stalled time, by cause, against the audience. */
    BarChart stalls(String delivery) {
        return harm(
                id("stalls", delivery),
                "Time in stalls, and why: " + delivery,
                "Stalled seconds / (stalled + played) of all viewers, by the cause each second is charged to",
                "Time stalled",
                delivery,
                blame -> blame.parts(Harm.STALL_SECONDS),
                blame -> blame.total(Harm.STALL_SECONDS) + blame.playedSeconds());
    }

    private BarChart harm(
            String id,
            String title,
            String subtitle,
            String axis,
            String delivery,
            Function<Blame, Map<String, Double>> partsOf,
            Function<Blame, Double> wholeOf) {
        List<AudiencePoint> points = shown(delivery);
        List<Blame> blames =
                points.stream().map(point -> point.delivery(delivery).blame()).toList();
        Set<String> causes = new LinkedHashSet<>();
        blames.forEach(blame -> causes.addAll(partsOf.apply(blame).keySet()));
        double[] totals = new double[points.size()];
        List<Part> parts = new ArrayList<>();
        List<String> services = causes.stream().filter(Causes::isService).toList();
        for (String cause : causes) {
            double[] values = new double[points.size()];
            for (int row = 0; row < values.length; row++) {
                double whole = wholeOf.apply(blames.get(row));
                values[row] = whole == 0 ? 0 : partsOf.apply(blames.get(row)).getOrDefault(cause, 0.0) / whole;
                totals[row] += values[row];
            }
            Ink ink = Causes.isService(cause)
                    ? SERVICES.get(services.indexOf(cause) % SERVICES.size())
                    : Causes.ink(cause);
            parts.add(new Part(Causes.say(cause), ink, values, said(values)));
        }
        return new BarChart(
                id,
                title,
                subtitle,
                "From " + Unit.SHARE.say(totals[0]) + " at "
                        + Unit.COUNT.say(points.get(0).viewers(), "viewer") + " to "
                        + Unit.SHARE.say(totals[totals.length - 1]) + " at "
                        + Unit.COUNT.say(points.get(points.size() - 1).viewers(), "viewer") + ".",
                Axis.of(Axis.Kind.SHARE, axis, Bins.max(totals) * 1.1),
                points.stream().map(this::row).toList(),
                parts,
                said(totals));
    }

    /** The ladder, and the audiences at which something breaks. */
    private List<AudiencePoint> shown(String delivery) {
        Set<Integer> audiences = new TreeSet<>(result.design().ladder());
        result.of(delivery).forEach(limit -> audiences.add(limit.at()));
        return result.points().stream()
                .filter(point -> audiences.contains(point.viewers()))
                .toList();
    }

    private String row(AudiencePoint point) {
        return Unit.COUNT.say(point.viewers(), "viewer")
                + (point.viewers() == result.design().written() ? ", as written" : "");
    }

    private static List<String> said(double[] values) {
        List<String> labels = new ArrayList<>();
        for (double value : values) {
            labels.add(Unit.SHARE.say(value));
        }
        return labels;
    }
}
