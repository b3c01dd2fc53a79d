package org.swarmload.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.swarmload.chart.Axis;
import org.swarmload.chart.BarChart;
import org.swarmload.chart.BarChart.Part;
import org.swarmload.chart.CurveChart;
import org.swarmload.chart.Ink;
import org.swarmload.cost.Invoice;
import org.swarmload.sim.result.Distribution;
import org.swarmload.sim.result.RunResult;

/** Charts that compare deliveries over the whole run. */
final class OtherCharts {
    private final List<Night> nights;

    OtherCharts(List<Night> nights) {
        this.nights = nights;
    }

    /** What became of everybody who pressed play. */
    BarChart fate() {
        List<Part> parts = new ArrayList<>();
        boolean file = nights.stream().allMatch(Night::isFile);
        parts.add(share(file ? "has the whole file" : "stalled at most 60 s, stayed", Ink.WELL, Night::servedWell));
        parts.add(share("stalled over 60 s in all, stayed", Ink.STALLED, Night::stalledAndStayed));
        parts.add(share("gave up in a stall", Ink.GAVE_UP, Night::gaveUp));
        parts.add(share("could not start (error or refusal)", Ink.FAILED, Night::startFailures));
        parts.add(share(file ? "left before the end" : "left before the first frame", Ink.LEFT, Night::exits));
        parts.add(share(
                file ? "still downloading at the end" : "still waiting at the end", Ink.WAITING, Night::stillWaiting));
        dropEmpty(parts);
        return new BarChart(
                "fate",
                file ? "What became of those who wanted the file" : "What became of those who pressed play",
                "Share of all viewers, mean over replications. " + (file ? "" : Tables.DISJOINT),
                "Shares of viewers served well, stalled, gone in a stall, failed and gone before the start for "
                        + TimeCharts.names(nights) + ".",
                new Axis("Viewers", "%", 0.01, 1),
                names(),
                parts,
                List.of());
    }

    private Part share(String name, Ink ink, ToDoubleFunction<Night> value) {
        double[] values = nights.stream().mapToDouble(value).toArray();
        return new Part(name, ink, values, labels(values, Unit.SHARE));
    }

    /** Bytes sent, by who sent them. */
    BarChart bytes() {
        List<Part> parts = new ArrayList<>();
        parts.add(bytes("origin", Ink.ORIGIN, run -> run.traffic().originBytes()));
        parts.add(bytes("edges", Ink.EDGES, run -> run.traffic().edgeBytes()));
        parts.add(bytes("seeds", Ink.SEEDS, run -> run.traffic().seedBytes()));
        parts.add(bytes("peers", Ink.PEERS, run -> run.traffic().peerBytes()));
        dropEmpty(parts);
        double[] totals = totals(parts);
        return new BarChart(
                "bytes",
                "Who sent the bytes",
                "Bytes sent over the whole run, mean over replications. What an origin sends to fill edges counts as origin.",
                "Bytes by sender for " + TimeCharts.names(nights) + ".",
                Axis.of(Axis.Kind.BYTES, "Bytes sent", Bins.max(totals) * 1.08),
                names(),
                parts,
                labels(totals, Unit.BYTES));
    }

    /** Leaves out parts that are nowhere to be seen; if that is all of them they stay, and the chart says 0. */
    private static void dropEmpty(List<Part> parts) {
        if (parts.stream().anyMatch(part -> Bins.max(part.values()) > 0)) {
            parts.removeIf(part -> Bins.max(part.values()) == 0);
        }
    }

    private Part bytes(String name, Ink ink, ToDoubleFunction<RunResult> value) {
        double[] values =
                nights.stream().mapToDouble(night -> night.mean(value)).toArray();
        return new Part(name, ink, values, labels(values, Unit.BYTES));
    }

    /** Bills by payer; payers of one kind share a colour. A discount is taken off before anything is drawn. */
    BarChart cost() {
        Map<String, double[]> amounts = new LinkedHashMap<>();
        for (int row = 0; row < nights.size(); row++) {
            for (Invoice.Line line : nights.get(row).result().invoice().lines()) {
                double[] values = amounts.computeIfAbsent(kind(line.payer()), k -> new double[nights.size()]);
                values[row] += line.amount().doubleValue();
            }
        }
        List<Part> parts = new ArrayList<>();
        amounts.replaceAll((kind, values) ->
                Arrays.stream(values).map(value -> Math.max(0, value)).toArray());
        amounts.forEach(
                (kind, values) -> parts.add(new Part(kind, payerInk(kind), values, labels(values, Unit.MONEY))));
        dropEmpty(parts);
        double[] totals = totals(parts);
        String currency = nights.get(0).currency();
        return new BarChart(
                "cost",
                "The bill of the event",
                "The month with the event less the month without it, by payer, " + currency
                        + (nights.get(0).over() == null
                                ? ", of the mean ledger over replications."
                                : ", of the night whose bill is the median of all nights."),
                "Cost by payer for " + TimeCharts.names(nights) + ".",
                Axis.ofMoney("Cost of the event", currency, Bins.max(totals) * 1.1),
                names(),
                parts,
                nights.stream()
                        .map(night -> night.hasBill() ? Unit.MONEY.say(night.billed()) + " " + currency : "unknown")
                        .toList());
    }

    static String kind(String payer) {
        if (payer.startsWith("front-door ")) {
            return "front door";
        }
        int colon = payer.indexOf(':');
        return payer.startsWith("edges of")
                ? "edges"
                : colon < 0 ? payer : payer.startsWith("edge:") ? "edges" : payer.substring(0, colon);
    }

    private static Ink payerInk(String kind) {
        return switch (kind) {
            case "origin" -> Ink.ORIGIN;
            case "edges" -> Ink.EDGES;
            case "seeds" -> Ink.SEEDS;
            case "peers" -> Ink.PEERS;
            default -> Ink.FIXED;
        };
    }

    /** Share of all viewers who had their first frame within x seconds; the curve stops at those who never had one. */
    CurveChart startup() {
        List<CurveChart.Curve> curves = new ArrayList<>();
        double high = 1;
        double low = 0.1;
        for (int i = 0; i < nights.size(); i++) {
            RunResult run = nights.get(i).drawn();
            Distribution startup = run.startupSeconds();
            if (startup.count() == 0 || run.outcomes().viewers() == 0) {
                continue;
            }
            double reached = startup.count() / (double) run.outcomes().viewers();
            curves.add(curve(nights.get(i).name(), Ink.ofDelivery(i), startup, reached));
            high = Math.max(high, startup.max());
        }
        return new CurveChart(
                "startup-time",
                "How long viewers wait for the first frame",
                "Share of all who pressed play and have a picture within that time, first replication. A curve that stops "
                        + "below 100 % never reached the rest.",
                "Distribution of start-up time for " + TimeCharts.names(nights) + ".",
                "Seconds from pressing play to the first frame (each step is ten times the last)",
                low,
                roundUp(high),
                true,
                new Axis("Viewers with a picture", "%", 0.01, 1),
                curves,
                List.of());
    }

    /** Share of all people who have the whole file within x minutes. */
    CurveChart completion() {
        List<CurveChart.Curve> curves = new ArrayList<>();
        double high = 1;
        for (int i = 0; i < nights.size(); i++) {
            RunResult run = nights.get(i).drawn();
            Distribution seconds = run.completionSeconds();
            if (seconds.count() > 0 && run.outcomes().viewers() > 0) {
                double reached = seconds.count() / (double) run.outcomes().viewers();
                curves.add(curve(nights.get(i).name(), Ink.ofDelivery(i), seconds, reached));
                high = Math.max(high, seconds.max());
            }
        }
        double low = curves.stream()
                .mapToDouble(curve -> curve.x()[0])
                .filter(x -> x > 0)
                .min()
                .orElse(1);
        return new CurveChart(
                "completion-time",
                "How long a download takes",
                "Share of all who wanted the file and have all of it within that time, first replication. A curve that "
                        + "stops below 100 % never reached the rest.",
                "Distribution of completion time for " + TimeCharts.names(nights) + ".",
                "Seconds from asking to the last byte (each step is ten times the last)",
                Math.max(0.1, roundDown(low)),
                roundUp(high),
                true,
                new Axis("People who have the file", "%", 0.01, 1),
                curves,
                List.of());
    }

    /** The last power of ten that is not above. */
    private static double roundDown(double value) {
        double decade = 1;
        while (decade > value) {
            decade /= 10;
        }
        while (decade * 10 <= value) {
            decade *= 10;
        }
        return decade;
    }

    private static CurveChart.Curve curve(String name, Ink ink, Distribution startup, double reached) {
        int points = 201;
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            double q = i / (double) (points - 1);
            x[i] = Math.max(0.1, startup.quantile(q));
            y[i] = q * reached;
        }
        return new CurveChart.Curve(name, ink, x, y, "ends at " + Unit.SHARE.say(reached));
    }

    /** The next 1, 2 or 5 times a power of ten. */
    private static double roundUp(double value) {
        double decade = 1;
        while (decade < value) {
            decade *= 10;
        }
        return decade / 5 >= value ? decade / 5 : decade / 2 >= value ? decade / 2 : decade;
    }

    private List<String> names() {
        return nights.stream().map(Night::name).toList();
    }

    private double[] totals(List<Part> parts) {
        double[] totals = new double[nights.size()];
        for (Part part : parts) {
            for (int row = 0; row < totals.length; row++) {
                totals[row] += part.values()[row];
            }
        }
        return totals;
    }

    private static List<String> labels(double[] values, Unit unit) {
        return Arrays.stream(values).mapToObj(unit::say).toList();
    }
}
