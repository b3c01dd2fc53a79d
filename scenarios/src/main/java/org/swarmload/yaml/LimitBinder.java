package org.swarmload.yaml;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.scenario.Expectation.Limits;
import org.swarmload.scenario.MetricWord.Unit;

/**
 * Binds what is right: {@code value} and {@code within}, or {@code at-least} and {@code at-most}. A percentage after
 * {@code within} is of the value; ratios may be plain numbers.
 */
final class LimitBinder {
    static final List<String> KEYS = List.of("value", "within", "at-least", "at-most");

    /** What "exact" leaves to rounding: a millionth, and a time is known to the microsecond. */
    private static final double EXACT = 1e-6;

    private final Fields fields;
    private final Unit unit;

    /** @param unit of the metric; null for a ratio */
    LimitBinder(Fields fields, Unit unit) {
        this.fields = fields;
        this.unit = unit == null ? Unit.RATIO : unit;
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
        Double value = number("value");
        if (!fields.has("within")) {
            fields.missing("within", "is missing.", "For example within: 2.5%, or within: exact");
            return null;
        }
        String written = fields.text("within", "");
        Double tolerance;
        if (written.equals("exact")) {
            tolerance = value == null ? null : exact(value);
        } else if (written.endsWith("%")) {
            Double share = parse("within", written, Kind.SHARE);
            tolerance = share == null || value == null ? null : share * Math.abs(value);
        } else {
            tolerance = number("within");
        }
        if (value == null || tolerance == null) {
            return null;
        }
        if (tolerance < 0) {
            fields.problem("within", "A tolerance is not negative.", "");
            return null;
        }
        String text = fields.text("value", "") + (written.equals("exact") ? " exactly" : " within " + written);
        return new Limits(text, value - tolerance, value + tolerance);
    }

    private double exact(double value) {
        double relative = EXACT * Math.abs(value);
        return unit == Unit.SECONDS ? Math.max(EXACT, relative) : relative;
    }

    private Limits between() {
        double least = Double.NEGATIVE_INFINITY;
        double most = Double.POSITIVE_INFINITY;
        List<String> text = new ArrayList<>();
        for (String key : List.of("at-least", "at-most")) {
            if (!fields.has(key)) {
                continue;
            }
            Double limit = number(key);
            if (limit == null) {
                return null;
            }
            text.add(key.replace('-', ' ') + " " + fields.text(key, ""));
            least = key.equals("at-least") ? limit : least;
            most = key.equals("at-most") ? limit : most;
        }
        if (least > most) {
            fields.problem("at-least", "This is more than at-most.", "");
            return null;
        }
        if (fields.has("within")) {
            fields.problem("within", "belongs to a value.", "Leave it out.");
            return null;
        }
        return new Limits(String.join(", ", text), least, most);
    }

    private Double number(String key) {
        String text = fields.text(key, "");
        boolean plainRatio = unit == Unit.RATIO && !text.endsWith("%");
        return parse(key, text, plainRatio || unit == Unit.MONEY ? Kind.COUNT : ObjectiveParser.kind(unit));
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
