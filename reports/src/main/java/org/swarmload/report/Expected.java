package org.swarmload.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Table;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.MetricWord;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.ExpectationOutcome;

/** What was expected and what came of it, in words: six significant digits in the metric's base unit. */
public final class Expected {
    private static final MathContext DIGITS = new MathContext(6);

    private final ExpectationOutcome outcome;
    private final Expectation expectation;

    public Expected(ExpectationOutcome outcome) {
        this.outcome = outcome;
        this.expectation = outcome.expectation();
    }

    /** "hybrid: completion-time.max where access is slow, relative to cdn". */
    public String what() {
        StringBuilder text = new StringBuilder(outcome.delivery() + ": " + expectation.subject());
        if (expectation.series() != null) {
            text.append(" at ").append(number(expectation.atMicros() / 1e6)).append(" s");
        }
        Expectation.Group who = expectation.who();
        List<String> conditions = new ArrayList<>();
        condition(conditions, "access", who.access());
        condition(conditions, "region", who.region());
        condition(conditions, "device", who.device());
        if (who.bySize()) {
            conditions.add("size is " + number(who.leastBytes()) + " B to "
                    + (Double.isInfinite(who.mostBytes()) ? "any" : number(who.mostBytes()) + " B"));
        }
        if (!conditions.isEmpty()) {
            text.append(" where ").append(String.join(" and ", conditions));
        }
        if (expectation.per() != null) {
            text.append(" / ").append(expectation.per().word());
        }
        if (expectation.relativeTo() != null) {
            text.append(", relative to ").append(expectation.relativeTo());
        }
        return text.toString();
    }

    private static void condition(List<String> conditions, String key, String name) {
        if (name != null) {
            conditions.add(key + " is " + name);
        }
    }

    /** As written in the scenario. */
    public String expected() {
        return expectation.limits().text() + (expectation.every() ? " in every run" : "");
    }

    /** "19.2103", or "nothing measured". */
    public String got() {
        return outcome.got() == null ? "nothing measured" : number(outcome.got()) + suffix();
    }

    /** "18.9 to 19.5", the 95 % interval of the mean; "one run" when there is none. */
    public String interval() {
        if (outcome.got() == null) {
            return "-";
        }
        return outcome.ci95() == null
                ? "one run"
                : number(outcome.got() - outcome.ci95()) + " to " + number(outcome.got() + outcome.ci95());
    }

    /** Word and sign, so that the verdict needs no colour. */
    public String verdict() {
        return outcome.pass() ? "✓ pass" : "✗ short";
    }

    public String source() {
        return expectation.source();
    }

    private String suffix() {
        if (expectation.isRatio()) {
            return "";
        }
        MetricWord.Unit unit = expectation.series() == null
                ? expectation.metric().unit()
                : expectation.series().unit();
        return switch (unit) {
            case SECONDS -> " s";
            case BYTES -> " B";
            case BITS_PER_SECOND -> " bps";
            case HOURS -> " h";
            default -> "";
        };
    }

    private static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** All expectations of a study. */
    static Table table(StudyResult study) {
        List<Row> rows = new ArrayList<>();
        for (ExpectationOutcome outcome : study.expectations()) {
            Expected said = new Expected(outcome);
            Cell got = outcome.got() == null
                    ? Cell.of(said.got())
                    : new Cell(said.got(), new Quantity(outcome.expectation().subject(), outcome.got(), said.got()));
            rows.add(new Row(
                    said.what(),
                    List.of(
                            Cell.of(said.expected()),
                            got,
                            Cell.of(said.interval()),
                            Cell.of(said.verdict()),
                            Cell.of(said.source()))));
        }
        return new Table(
                "Expectations", true, List.of("metric", "expected", "got", "95 % interval", "verdict", "source"), rows);
    }
}
