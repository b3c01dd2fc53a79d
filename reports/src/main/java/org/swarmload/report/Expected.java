package org.swarmload.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.swarmload.report.Report.Cell;
import org.swarmload.report.Report.Row;
import org.swarmload.report.Report.Table;
import org.swarmload.scenario.Durations;
import org.swarmload.scenario.Expectation;
import org.swarmload.scenario.MetricWord;
import org.swarmload.study.StudyResult;
import org.swarmload.study.StudyResult.ExpectationOutcome;

/** What was expected and what came of it, in words: six significant digits or more, in the unit of the expectation. */
public final class Expected {
    /** What decides whether an expectation holds; for a head. */
    public static final String DECIDES = "the mean over runs decides, \"in every run\" each of them; intervals do not";

    private static final int MOST_NAMED = 3;
    private static final int FEWEST = 6;
    private static final int MOST = 12;
    private static final List<String> SIZES = List.of("B", "kB", "MB", "GB", "TB");

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
            text.append(" at ").append(Durations.text(expectation.atMicros()));
        }
        Expectation.Group who = expectation.who();
        List<String> conditions = new ArrayList<>();
        condition(conditions, "access", who.access());
        condition(conditions, "region", who.region());
        condition(conditions, "device", who.device());
        if (who.bySize()) {
            conditions.add("size is " + size(who.leastBytes()) + " to " + size(who.mostBytes()));
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

    /** As written in the scenario, with what a tolerance accepts: "10% within 5% (9.5% to 10.5%)". */
    public String expected() {
        Expectation.Limits limits = expectation.limits();
        String accepted = limits.hasTolerance()
                ? " (" + number(Math.max(0, limits.least())) + " to " + number(limits.most()) + ")"
                : "";
        return limits.text() + accepted + (expectation.every() ? " in every run" : "");
    }

    /** "19.2103s", in the unit of what was expected; or "nothing measured" and why. */
    public String got() {
        if (outcome.got() == null) {
            return "nothing measured" + (outcome.why().isEmpty() ? "" : ": " + outcome.why());
        }
        return number(outcome.got());
    }

    /** What the replications were: "5 runs, 95 % interval 18.9s to 19.5s", or the least and the greatest where each counts. */
    public String runs() {
        List<Double> values = outcome.values();
        if (outcome.got() == null) {
            return "-";
        }
        if (outcome.ci95() == null) {
            return "one run";
        }
        String count = values.isEmpty() ? "" : values.size() + " runs, ";
        if (expectation.every() && !values.isEmpty()) {
            return count + "least " + number(Collections.min(values)) + ", greatest " + number(Collections.max(values));
        }
        Interval interval = Interval.of(outcome.got(), outcome.ci95(), isShare());
        return count + "95 % interval " + number(interval.least()) + " to " + number(interval.most());
    }

    /** "expected at most 4s, got 3.8s (one run)". */
    public String line() {
        String expected = "expected " + expected() + ", ";
        return outcome.got() == null ? expected + got() : expected + "got " + got() + " (" + runs() + ")";
    }

    /** Word and sign, so that the verdict needs no colour. */
    public String verdict() {
        return outcome.pass() ? "✓ pass" : "✗ short";
    }

    public String source() {
        return expectation.source();
    }

    private boolean isShare() {
        return !expectation.isRatio()
                && expectation.metric() != null
                && expectation.metric().unit() == MetricWord.Unit.RATIO;
    }

    /** In the unit of the expectation, with as many digits as it has and as it takes to see on which side a value is. */
    private String number(double value) {
        Expectation.Notation notation = expectation.limits().notation();
        int digits = Math.max(FEWEST, Math.min(MOST, notation.digits()));
        while (digits < MOST && !tellsTheSide(value, rounded(value / notation.factor(), digits))) {
            digits++;
        }
        return plain(value / notation.factor(), digits) + notation.unit();
    }

    private boolean tellsTheSide(double value, BigDecimal shown) {
        double said = shown.doubleValue() * expectation.limits().notation().factor();
        return expectation.limits().hold(said) == expectation.limits().hold(value);
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits));
    }

    private static String plain(double value, int digits) {
        BigDecimal rounded = rounded(value, digits).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private static String size(double bytes) {
        if (Double.isInfinite(bytes)) {
            return "any";
        }
        int unit = 0;
        double shown = bytes;
        while (shown >= 1_000 && unit < SIZES.size() - 1) {
            shown /= 1_000;
            unit++;
        }
        return plain(shown, FEWEST) + SIZES.get(unit);
    }

    /** One or two sentences on all expectations of a study; empty when there are none. */
    static String judgement(StudyResult study) {
        List<String> said = new ArrayList<>();
        List<ExpectationOutcome> outcomes = study.expectations();
        List<ExpectationOutcome> shorts =
                outcomes.stream().filter(outcome -> !outcome.pass()).toList();
        if (!shorts.isEmpty()) {
            String which = shorts.stream()
                    .limit(MOST_NAMED)
                    .map(outcome -> new Expected(outcome).what())
                    .collect(Collectors.joining("; "));
            said.add(shorts.size() + " of " + Unit.COUNT.say(outcomes.size(), "expectation")
                    + (shorts.size() == 1 ? " is" : " are") + " short: " + which
                    + (shorts.size() > MOST_NAMED ? " and more." : "."));
        } else if (!outcomes.isEmpty()) {
            said.add(
                    outcomes.size() == 1 ? "The expectation holds." : "All " + outcomes.size() + " expectations hold.");
        }
        Deciding.notJudged(study).ifPresent(said::add);
        return String.join(" ", said);
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
                            Cell.of(said.runs()),
                            Cell.of(said.verdict()),
                            Cell.of(said.source()))));
        }
        return new Table(
                "Expectations: " + DECIDES,
                true,
                List.of("metric", "expected", "got", "runs", "verdict", "source"),
                rows);
    }
}
