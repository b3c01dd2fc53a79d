package org.swarmload.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Finding;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Table;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.study.StudyResult.Bound;
import org.swarmload.study.StudyResult.DeliveryResult;
import org.swarmload.study.StudyResult.MetricValue;

/** Analytic values beside simulated ones, and what a gap between them means. */
public final class Mathematics {
    /** Nearer than this the two say the same. */
    private static final double SAME = 0.01;

    /** From here on a distance is said as a multiple. */
    private static final double MANY = 3;

    /** Farther than this no multiple says more. */
    private static final double BEYOND = 1_000;

    private final List<Night> nights;

    public Mathematics(List<Night> nights) {
        this.nights = nights;
    }

    /** A bound, with what was simulated where the bound is on a metric. */
    private record Line(Night night, Bound bound, Quantity limit, Quantity simulated) {
        static Line of(Night night, Bound bound) {
            Optional<MetricWord> word = MetricWord.of(bound.metric()).or(() -> MetricWord.of(stem(bound.metric())));
            Unit unit = word.map(Metrics::unit).orElseGet(() -> ownUnit(bound.metric()));
            Double value = value(night, bound.metric());
            return new Line(
                    night,
                    bound,
                    Quantity.of(bound.metric(), bound.value(), unit),
                    value == null ? null : Quantity.of(bound.metric(), value, unit));
        }

        private static Double value(Night night, String metric) {
            MetricValue whole = night.result().metrics().get(metric);
            if (whole != null) {
                return whole.mean();
            }
            MetricValue over = night.result().metrics().get(stem(metric));
            return over == null || stem(metric).equals(metric) ? null : over.statistic(statistic(metric));
        }

        private static Objective.Statistic statistic(String metric) {
            String word = metric.substring(metric.lastIndexOf('.') + 1);
            return Objective.Statistic.valueOf(word.toUpperCase(Locale.ROOT));
        }

        private static String stem(String metric) {
            return metric.replaceFirst("\\.(p50|p95|p99|max|min)$", "");
        }

        private static Unit ownUnit(String metric) {
            return metric.endsWith("-bps") ? Unit.BPS : metric.startsWith("front-door-load") ? Unit.SHARE : Unit.NUMBER;
        }

        boolean isBroken() {
            return simulated != null && bound.brokenBy(simulated.value());
        }

        String relation() {
            return switch (bound.relation()) {
                case "<=" -> "at most";
                case ">=" -> "at least";
                case "=" -> "is";
                default -> "about";
            };
        }

        /** What the distance between the two means; empty where nothing was simulated. */
        String gap() {
            if (simulated == null) {
                return "";
            }
            if (isBroken()) {
                return "BROKEN: the simulation is on the wrong side of a limit. This is an error of ours; trust neither"
                        + " value.";
            }
            double gap = bound.value() == 0 ? simulated.value() : simulated.value() / bound.value() - 1;
            if (bound.value() == 0 || Math.abs(gap) <= SAME) {
                return Math.abs(gap) <= SAME
                        ? "The two agree within 1 %."
                        : "Mathematics leaves out " + bound.leftOut() + ".";
            }
            String distance = "The simulation is " + distance(gap);
            return bound.leftOut().isEmpty()
                    ? distance + "."
                    : distance + ": mathematics leaves out " + bound.leftOut() + ".";
        }

        private static String distance(double gap) {
            if (gap >= BEYOND - 1) {
                return "more than 1,000 times as high";
            }
            return gap >= MANY - 1
                    ? Unit.NUMBER.say(gap + 1) + " times as high"
                    : Unit.SHARE.say(Math.abs(gap)) + (gap > 0 ? " higher" : " lower");
        }

        /** What was simulated, and how far that is from the mathematics. */
        Cell cell() {
            if (simulated == null) {
                return Cell.of("-");
            }
            double gap = bound.value() == 0 ? 0 : simulated.value() / bound.value() - 1;
            String text = simulated.text()
                    + (isBroken() ? " BROKEN" : Math.abs(gap) <= SAME ? "" : " (" + distance(gap) + ")");
            return new Cell(text, simulated);
        }

        /** Lines that say the same of several deliveries. */
        String same() {
            return bound.metric() + " " + bound.relation() + " " + limit.text() + " " + bound.assumption();
        }
    }

    /**
     * A bound beside what was simulated.
     *
     * @param simulated null where no metric of a run is what the bound is on
     * @param gap what the distance means; empty without a simulated value
     */
    public record Pair(Bound bound, Double simulated, boolean broken, String gap) {}

    /** The bounds of one delivery, as files carry them. */
    public static List<Pair> pairs(DeliveryResult delivery) {
        Night night = new Night(delivery);
        return delivery.bounds().stream()
                .map(bound -> Line.of(night, bound))
                .map(line -> new Pair(
                        line.bound(),
                        line.simulated() == null
                                ? null
                                : (Double) line.simulated().value(),
                        line.isBroken(),
                        line.gap()))
                .toList();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Night night : nights) {
            night.result().bounds().forEach(bound -> lines.add(Line.of(night, bound)));
        }
        return lines;
    }

    /** The same mathematics of several deliveries, together; what was simulated in each. */
    private List<List<Line>> together() {
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        for (Line line : lines()) {
            groups.computeIfAbsent(line.same(), same -> new ArrayList<>()).add(line);
        }
        return List.copyOf(groups.values());
    }

    /** What is broken, and how near each crowd comes to its limit; the table has the rest. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Line line : lines()) {
            boolean crowd = line.bound().metric().equals(MetricWord.OFFLOAD.word());
            if (line.simulated() != null && (crowd || line.isBroken())) {
                findings.add(line.isBroken() ? 0 : findings.size(), finding(line));
            }
        }
        return findings;
    }

    private static Finding finding(Line line) {
        return Finding.of(
                line.night().name() + ": simulated " + line.bound().metric() + " is "
                        + line.simulated().text() + "; mathematics says " + line.relation() + " "
                        + line.limit().text() + " (" + line.bound().assumption() + "). " + line.gap(),
                line.simulated(),
                line.limit());
    }

    /** Each value once, and what was simulated in every delivery for which it holds. */
    Table table() {
        List<String> heads = new ArrayList<>(List.of("metric", "mathematics"));
        nights.forEach(night -> heads.add(night.name()));
        heads.addAll(List.of("rests on", "leaves out, which explains a gap"));
        List<Row> rows = new ArrayList<>();
        for (List<Line> same : together()) {
            Bound bound = same.get(0).bound();
            Quantity limit = same.get(0).limit();
            List<Cell> cells = new ArrayList<>(List.of(new Cell(same.get(0).relation() + " " + limit.text(), limit)));
            for (Night night : nights) {
                cells.add(same.stream()
                        .filter(line -> line.night() == night)
                        .map(Line::cell)
                        .findFirst()
                        .orElse(Cell.of("")));
            }
            cells.add(Cell.of(bound.assumption()));
            cells.add(Cell.of(bound.leftOut()));
            rows.add(new Row(bound.metric(), cells));
        }
        return new Table("What formulas say, and what was simulated", true, heads, rows);
    }

    private String who(List<Line> same) {
        return same.size() == nights.size() && nights.size() > 1
                ? "every delivery"
                : String.join(
                        ", ", same.stream().map(line -> line.night().name()).toList());
    }

    /** Lines for the terminal; what holds for several deliveries is said once. */
    public List<String> text() {
        List<String> text = new ArrayList<>();
        for (List<Line> same : together()) {
            Line first = same.get(0);
            String said = first.bound().metric() + " " + first.relation() + " "
                    + first.limit().text() + ": " + first.bound().assumption();
            if (first.simulated() == null) {
                text.add(who(same) + ": " + said);
                continue;
            }
            List<String> simulated = same.stream()
                    .map(line -> (same.size() == 1 ? "" : line.night().name() + " ")
                            + line.simulated().text()
                            + (line.isBroken() ? " - BROKEN, an error of ours" : ""))
                    .toList();
            text.add(who(same) + ": " + said);
            text.add("    simulated: " + String.join(", ", simulated));
        }
        return text;
    }
}
