package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.scenario.Expectation.Limits;
import org.swarmload.scenario.Expectation.Notation;
import org.swarmload.scenario.MetricWord.Unit;

/**
 * Binds what is right: {@code value} and {@code within}, or {@code at-least} and {@code at-most}. A percentage after
 * {@code within} is of the value; ratios may be plain numbers.
 */
final class LimitBinder {
    static final List<String> KEYS = List.of("value", "within", "at-least", "at-most");

    private static final String EXACTLY = "exact";

    /** What "exact" leaves to rounding: a millionth, and a time is known to the microsecond. */
    private static final double EXACT = 1e-6;

    private final Fields fields;
    private final String subject;
    private final Unit unit;
    private final boolean share;

    /**
     * @param subject what it is about, for messages
     * @param unit of the metric; null for a ratio of two values, which may be any
     */
    LimitBinder(Fields fields, String subject, Unit unit) {
        this.fields = fields;
        this.subject = subject;
        this.unit = unit == null ? Unit.RATIO : unit;
        share = unit == Unit.RATIO;
    }

    /** The limits, or null after a problem was noted. */
    Limits bind() {
        boolean about = fields.has("value");
        boolean bounded = fields.has("at-least") || fields.has("at-most");
        if (about == bounded) {
            if (about) {
                fields.problem("value", "Either a value or limits.", "Leave out at-least and at-most, or value.");
            } else {
                fields.missing("value", "is missing: what is right?", "For example value: 19.2, within: 0.8");
            }
            fields.has("within");
            return null;
        }
        return about ? around() : between();
    }

    private Limits around() {
        Double value = limit("value");
        if (!fields.has("within")) {
            fields.missing("within", "is missing.", "For example within: 2.5%, or within: exact");
            return null;
        }
        Double tolerance = tolerance(value);
        if (value == null || tolerance == null) {
            return null;
        }
        String written = fields.text("within", "");
        String text = fields.text("value", "") + (written.equals(EXACTLY) ? " exactly" : " within " + written);
        return new Limits(text, value - tolerance, value + tolerance, notation("value"));
    }

    /** How far from the value is right, in the metric's unit; null after a problem. */
    private Double tolerance(Double value) {
        String written = fields.text("within", "");
        if (written.equals(EXACTLY)) {
            return value == null ? null : exact(value);
        }
        boolean relative = written.endsWith("%");
        Double tolerance = relative ? parse("within", written, Kind.SHARE) : number("within");
        if (tolerance == null) {
            return null;
        }
        if (tolerance < 0) {
            fields.problem("within", "A tolerance is not negative.", "");
            return null;
        }
        if (tolerance == 0) {
            fields.problem("within", "'" + written + "' leaves nothing to rounding.", "Maybe within: exact.");
            return null;
        }
        if (relative && value != null && value == 0) {
            fields.problem("within", "'" + written + "' of 0 is 0.", "Write it in the unit of the metric.");
            return null;
        }
        return relative && value != null ? (Double) (tolerance * value) : tolerance;
    }

    private double exact(double value) {
        double relative = EXACT * Math.abs(value);
        return unit == Unit.SECONDS ? Math.max(EXACT, relative) : relative;
    }

    private Limits between() {
        double least = Double.NEGATIVE_INFINITY;
        double most = Double.POSITIVE_INFINITY;
        Notation notation = Notation.PLAIN;
        List<String> text = new ArrayList<>();
        for (String key : List.of("at-least", "at-most")) {
            if (!fields.has(key)) {
                continue;
            }
            Double limit = limit(key);
            if (limit == null) {
                return null;
            }
            notation = notation(key);
            text.add(key.replace('-', ' ') + " " + fields.text(key, ""));
            least = key.equals("at-least") ? limit : least;
            most = key.equals("at-most") ? limit : most;
        }
        if (least > most) {
            fields.problem(
                    "at-least",
                    "'" + fields.text("at-least", "") + "' is more than at-most, '" + fields.text("at-most", "") + "'.",
                    "");
            return null;
        }
        if (fields.has("within")) {
            fields.problem("within", "belongs to a value.", "Leave it out.");
            return null;
        }
        return new Limits(String.join(", ", text), least, most, notation);
    }

    /** A value that the metric can have; null after a problem. */
    private Double limit(String key) {
        Double limit = number(key);
        if (limit == null) {
            return null;
        }
        String quoted = "'" + fields.text(key, "") + "'";
        if (limit < 0) {
            fields.problem(key, quoted + " is below 0, and " + subject + " never is.", "");
            return null;
        }
        if (share && limit > 1) {
            boolean percent = !quoted.contains("%") && limit <= 100;
            fields.problem(
                    key,
                    quoted + " is more than 100%, and " + subject + " is a share.",
                    percent ? "Maybe you meant " + fields.text(key, "") + "%." : "");
            return null;
        }
        return limit;
    }

    private Double number(String key) {
        return parse(key, fields.text(key, ""), kind(key));
    }

    private Kind kind(String key) {
        // A share may be a plain number; what is no number at all is told what a share is.
        String text = fields.text(key, "");
        boolean plainRatio = unit == Unit.RATIO && (!share && !text.endsWith("%") || text.matches("[-+0-9.]+"));
        return plainRatio || unit == Unit.MONEY ? Kind.COUNT : ObjectiveParser.kind(unit);
    }

    private Notation notation(String key) {
        return Quantities.notation(fields.text(key, ""), kind(key));
    }

    private Double parse(String key, String text, Kind kind) {
        Quantities.Parsed parsed = Quantities.parse(text, kind);
        if (!parsed.ok()) {
            fields.problem(key, parsed.message(), parsed.hint());
            return null;
        }
        return parsed.value();
    }
}
