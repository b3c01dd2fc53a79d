package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Finding;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Table;
import org.swarmload.scenario.MetricWord;
import org.swarmload.study.StudyResult.Bound;
import org.swarmload.study.StudyResult.MetricValue;

/** Analytic values beside simulated ones, and what a gap between them means. */
public final class Mathematics {
    /** Rounding of rates and bins may carry a simulated value this far past a bound. */
    private static final double TOLERANCE = 0.001;

    private final List<Night> nights;

    public Mathematics(List<Night> nights) {
        this.nights = nights;
    }

    /** A bound, with what was simulated where the bound is on a metric. */
    private record Line(Night night, Bound bound, Quantity limit, Quantity simulated) {
        boolean isUpper() {
            return bound.relation().startsWith("<");
        }

        boolean isLower() {
            return bound.relation().startsWith(">");
        }

        boolean isBroken() {
            return simulated != null
                    && (isUpper() && simulated.value() > bound.value() * (1 + TOLERANCE)
                            || isLower() && simulated.value() < bound.value() * (1 - TOLERANCE));
        }

        String relation() {
            return isUpper() ? "at most" : isLower() ? "at least" : "about";
        }
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Night night : nights) {
            for (Bound bound : night.result().bounds()) {
                Optional<MetricWord> word = MetricWord.of(bound.metric());
                MetricValue value = night.result().metrics().get(bound.metric());
                Unit unit = word.map(Metrics::unit).orElse(bound.metric().endsWith("-bps") ? Unit.BPS : Unit.NUMBER);
                lines.add(new Line(
                        night,
                        bound,
                        Quantity.of(bound.metric(), bound.value(), unit),
                        value == null ? null : Quantity.of(bound.metric(), value.mean(), unit)));
            }
        }
        return lines;
    }

    /** The bounds on the crowd, and every bound that the simulation breaks. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Line line : lines()) {
            boolean crowd = line.bound().metric().equals(MetricWord.OFFLOAD.word());
            if (line.simulated() != null && (crowd || line.isBroken())) {
                findings.add(finding(line));
            }
        }
        return findings;
    }

    private static Finding finding(Line line) {
        String gap = line.isBroken()
                ? "The simulation lies on the wrong side: trust neither before the reason is known."
                : "The gap is what the formula leaves out: start-up, pieces that a neighbour does not hold yet, uplinks "
                        + "that idle, viewers who come and go.";
        return Finding.of(
                line.night().name() + ": simulated " + line.bound().metric() + " is "
                        + line.simulated().text() + "; mathematics says " + line.relation() + " "
                        + line.limit().text() + " (" + line.bound().assumption() + "). " + gap,
                line.simulated(),
                line.limit());
    }

    Table table() {
        List<Row> rows = new ArrayList<>();
        for (Line line : lines()) {
            rows.add(new Row(
                    line.night().name(),
                    List.of(
                            Cell.of(line.bound().metric()),
                            line.simulated() == null ? Cell.of("-") : Cell.of(line.simulated()),
                            new Cell(line.relation() + " " + line.limit().text(), line.limit()),
                            Cell.of(line.bound().assumption()))));
        }
        return new Table(
                "Mathematics beside the simulation",
                false,
                List.of("delivery", "metric", "simulated", "mathematics", "because"),
                rows);
    }

    /** Lines for the terminal; what holds for every delivery is said once. */
    public List<String> text() {
        List<String> text = new ArrayList<>();
        for (Line line : lines()) {
            String said = line.relation() + " " + line.limit().text() + ": "
                    + line.bound().assumption() + (line.isBroken() ? " - BROKEN" : "");
            String common = "every delivery: " + line.bound().metric() + " " + said;
            if (line.simulated() != null) {
                text.add(line.night().name() + ": " + line.bound().metric() + " "
                        + line.simulated().text() + ", by mathematics " + said);
            } else if (!text.contains(common)) {
                text.add(0, common);
            }
        }
        return text;
    }
}
