package org.swarmload.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Table;
import org.swarmload.scenario.MetricWord;
import org.swarmload.scenario.Objective;
import org.swarmload.scenario.Scenario;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.MetricValue;
import org.swarmload.study.StudyResult.ObjectiveVerdict;

/** Metrics and objectives in words and in tables. */
public final class Metrics {
    private static final String UNMEASURED = "not measured";

    private Metrics() {}

    static Unit unit(MetricWord word) {
        return switch (word.unit()) {
            case COUNT -> Unit.COUNT;
            case RATIO -> Unit.SHARE;
            case SECONDS -> Unit.SECONDS;
            case HOURS, PER_SECOND -> Unit.NUMBER;
            case BYTES -> Unit.BYTES;
            case BITS_PER_SECOND -> Unit.BPS;
            case MONEY -> word == MetricWord.COST ? Unit.MONEY : Unit.PRICE;
        };
    }

    static Quantity quantity(MetricWord word, double value) {
        return Quantity.of(word.word(), value, unit(word));
    }

    /** Every metric of every delivery, with the interval of its mean where there is one. */
    static Table all(List<Night> nights) {
        List<String> heads = new ArrayList<>(List.of("metric"));
        nights.forEach(night -> heads.add(night.name()));
        List<Row> rows = new ArrayList<>();
        for (MetricWord word : MetricWord.values()) {
            List<Cell> cells = new ArrayList<>();
            boolean known = false;
            for (Night night : nights) {
                MetricValue value = night.result().metrics().get(word.word());
                known |= value != null;
                cells.add(value == null ? Cell.of("-") : cell(word, value));
            }
            if (known) {
                rows.add(new Row(word.word() + ": " + word.meaning(), cells));
            }
        }
        return new Table("All metrics: means over replications, ± half of the 95 % interval", false, heads, rows);
    }

    private static Cell cell(MetricWord word, MetricValue value) {
        String text = unit(word).say(value.mean());
        if (value.ci95() != null) {
            text += " ± " + unit(word).say(value.ci95());
        }
        return new Cell(text, new Quantity(word.word(), value.mean(), text));
    }

    /** Quantiles over viewers of the metrics that have them. */
    static Table quantiles(List<Night> nights) {
        List<Row> rows = new ArrayList<>();
        for (MetricWord word : MetricWord.values()) {
            for (Night night : nights) {
                MetricValue value = night.result().metrics().get(word.word());
                if (value != null && value.p50() != null) {
                    rows.add(new Row(
                            word.word() + ", " + night.name(),
                            List.of(
                                    Cell.of(quantity(word, value.p50())),
                                    Cell.of(quantity(word, value.p95())),
                                    Cell.of(quantity(word, value.p99())),
                                    Cell.of(quantity(word, value.max())))));
                }
            }
        }
        return new Table(
                "Over viewers, all replications together",
                false,
                List.of("metric", "median", "95 % are below", "99 % are below", "greatest"),
                rows);
    }

    /** What was promised and what came of it. */
    static Table objectives(Scenario scenario, List<ObjectiveVerdict> verdicts) {
        List<Row> rows = new ArrayList<>();
        for (ObjectiveVerdict verdict : verdicts) {
            rows.add(new Row(
                    verdict.delivery() + (verdict.deciding() ? " (decides)" : ""),
                    List.of(
                            Cell.of(verdict.objective()),
                            measured(scenario, verdict).map(Cell::of).orElse(Cell.of(UNMEASURED)),
                            Cell.of(say(verdict)))));
        }
        return new Table("Objectives", true, List.of("delivery", "objective", "measured", "verdict"), rows);
    }

    /** Word and sign, so that the verdict needs no colour. */
    public static String say(ObjectiveVerdict verdict) {
        return switch (verdict.verdict()) {
            case MET -> "✓ met";
            case MISSED -> "✗ missed";
            case UNDECIDED -> "? undecided";
        };
    }

    /** The measured value in the unit of the objective's metric, with its interval; empty when nothing was measured. */
    static Optional<Quantity> measured(Scenario scenario, ObjectiveVerdict verdict) {
        if (verdict.value() == null) {
            return Optional.empty();
        }
        MetricWord metric = scenario.objectives().stream()
                .filter(objective -> objective.text().equals(verdict.objective()))
                .map(Objective::metric)
                .findFirst()
                .orElse(null);
        Unit unit = metric == null ? Unit.NUMBER : unit(metric);
        return Optional.of(new Quantity(
                "objective",
                verdict.value(),
                unit.say(verdict.value())
                        + (scenario.nights().areCertain() ? interval(verdict, unit) : " as the mean over nights")));
    }

    /** Beside ranges over what is unknown it would be taken for one of them: then it stands with the method alone. */
    private static String interval(ObjectiveVerdict verdict, Unit unit) {
        Interval interval = Interval.of(verdict.value(), verdict.ci95(), unit == Unit.SHARE);
        return interval == null
                ? ""
                : ", 95 % interval " + unit.say(interval.least()) + " to " + unit.say(interval.most());
    }

    /** What was measured and, where that does not decide, what would: "measured 12.6 %, 95 % interval 0 % to 31.0 %". */
    public static String saidMeasured(StudyResult study, ObjectiveVerdict verdict) {
        Optional<Quantity> measured = measured(study.scenario(), verdict);
        if (measured.isEmpty()) {
            return UNMEASURED;
        }
        boolean narrower = verdict.verdict() == StudyResult.Verdict.UNDECIDED;
        return "measured " + measured.get().text()
                + (narrower ? "; more replications than " + study.plannedReplications() + " would decide" : "");
    }
}
