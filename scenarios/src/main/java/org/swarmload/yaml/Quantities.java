package org.swarmload.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.swarmload.scenario.Expectation.Notation;

/**
 * Reads quantities such as {@code 5Mbps}, {@code 2h10min} or {@code 38%} exactly (decimal arithmetic, rounded once).
 * b is bit, B is byte; k, M, G are powers of ten, Ki, Mi, Gi powers of two.
 */
final class Quantities {
    private static final Pattern NUMBER_UNIT = Pattern.compile("([+-]?[0-9]+(?:\\.[0-9]+)?)\\s*([A-Za-zµ%/]*)");
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([A-Za-zµ]+)\\s*");
    private static final Pattern LAST = Pattern.compile("[0-9]\\s*([A-Za-zµ%/]*)$");
    private static final int LONGEST = 60;
    private static final Map<String, String> SLANG = Map.ofEntries(
            Map.entry("m", "min"),
            Map.entry("mins", "min"),
            Map.entry("minute", "min"),
            Map.entry("minutes", "min"),
            Map.entry("sec", "s"),
            Map.entry("secs", "s"),
            Map.entry("second", "s"),
            Map.entry("seconds", "s"),
            Map.entry("hr", "h"),
            Map.entry("hrs", "h"),
            Map.entry("hour", "h"),
            Map.entry("hours", "h"),
            Map.entry("msec", "ms"),
            Map.entry("µs", "us"));

    private Quantities() {}

    /** A value in base units, or a message (and perhaps a hint) that says why there is none. */
    record Parsed(double value, String message, String hint) {
        boolean ok() {
            return message == null;
        }

        static Parsed of(BigDecimal value) {
            return new Parsed(value.doubleValue(), null, "");
        }

        static Parsed wrong(String message, String hint) {
            return new Parsed(Double.NaN, message, hint);
        }
    }

    /** "2.5s": a time for a message, in seconds. */
    static String seconds(long micros) {
        return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString() + "s";
    }

    /** How a quantity that can be read is written; of "2h10min" the last unit. */
    static Notation notation(String written, Kind kind) {
        Matcher last = LAST.matcher(written.strip());
        if (!last.find()) {
            return Notation.PLAIN;
        }
        BigDecimal factor = kind.units().getOrDefault(last.group(1), BigDecimal.ONE);
        int digits = written.replaceAll("[^0-9]", "").replaceFirst("^0+", "").length();
        return new Notation(last.group(1), factor.doubleValue(), digits);
    }

    static Parsed parse(String written, Kind kind) {
        return parse(written, kind, null);
    }

    /** @param range that the value is to keep: a unit that leaves it was not meant; null for any */
    static Parsed parse(String written, Kind kind, Range range) {
        String text = written.strip();
        if (text.length() > LONGEST) {
            return Parsed.wrong("is not " + kind.words() + " (" + text.length() + " characters).", "");
        }
        Matcher matcher = NUMBER_UNIT.matcher(text);
        if (matcher.matches()) {
            BigDecimal factor = kind.units().get(matcher.group(2));
            if (factor != null) {
                return Parsed.of(new BigDecimal(matcher.group(1)).multiply(factor));
            }
        }
        BigDecimal seconds = kind == Kind.DURATION ? compoundSeconds(text) : null;
        return seconds == null ? explain(text, kind, range) : Parsed.of(seconds);
    }

    /** "2h10min" and "-1min30s"; null when the text is no such thing. */
    private static BigDecimal compoundSeconds(String text) {
        boolean negative = text.startsWith("-");
        Matcher part = PART.matcher(negative || text.startsWith("+") ? text.substring(1) : text);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal last = null;
        while (part.lookingAt()) {
            BigDecimal factor = Kind.DURATION.units().get(part.group(2));
            // Falling units only: "10min2h" is more likely a slip than a wish.
            if (factor == null || (last != null && factor.compareTo(last) >= 0)) {
                return null;
            }
            last = factor;
            sum = sum.add(new BigDecimal(part.group(1)).multiply(factor));
            part.region(part.end(), part.regionEnd());
        }
        if (last == null || part.regionStart() != part.regionEnd()) {
            return null;
        }
        return negative ? sum.negate() : sum;
    }

    private static Parsed explain(String text, Kind kind, Range range) {
        String quoted = "'" + text + "'";
        Matcher matcher = NUMBER_UNIT.matcher(text);
        if (!matcher.matches()) {
            return Parsed.wrong(quoted + " is not " + kind.words() + ".", "");
        }
        String number = matcher.group(1);
        String unit = matcher.group(2);
        if (unit.isEmpty()) {
            return Parsed.wrong(quoted + " has no unit.", unitless(number, kind, range));
        }
        List<String> readings = readings(unit, kind);
        if (readings.size() > 1) {
            return Parsed.wrong(
                    quoted + " is ambiguous: b is bit, B is byte.",
                    "Maybe you meant " + number + readings.get(0) + " (" + spelt(readings.get(0)) + ") or " + number
                            + readings.get(1) + " (" + spelt(readings.get(1)) + ").");
        }
        if (readings.size() == 1) {
            return Parsed.wrong(
                    quoted + " is not " + kind.words() + ".", "Maybe you meant " + number + readings.get(0) + ".");
        }
        for (Kind other : Kind.values()) {
            if (other != kind && other.units().containsKey(unit)) {
                return Parsed.wrong(quoted + " is " + other.words() + ", not " + kind.words() + ".", "");
            }
        }
        String near = DidYouMean.nearest(unit, kind.units().keySet());
        return Parsed.wrong(
                quoted + " is not " + kind.words() + ".",
                near.isEmpty()
                        ? "For example " + number + kind.usualUnits().get(0) + "."
                        : "Maybe you meant " + number + near + ".");
    }

    private static String unitless(String number, Kind kind, Range range) {
        BigDecimal value = new BigDecimal(number);
        boolean fraction = value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0;
        if (kind == Kind.SHARE && fraction) {
            String percent = value.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
            // "1" may be either; "1.0" is how the whole is written in other languages.
            return "Maybe you meant " + (number.equals("1") ? "1% or " : "") + percent + ".";
        }
        List<String> units = kind.usualUnits().stream()
                .filter(unit -> range == null
                        || range.contains(value.multiply(kind.units().get(unit)).doubleValue()))
                .limit(2)
                .map(unit -> number + unit)
                .toList();
        return "Maybe you meant "
                + (units.isEmpty() ? number + kind.usualUnits().get(0) : String.join(" or ", units)) + ".";
    }

    /**
     * Units that the written one may stand for but for the case of its letters. When b and B are told apart by the
     * writer ("Kbps"), only the prefix was wrong; when everything is small or everything is capital, both are possible.
     */
    private static List<String> readings(String unit, Kind kind) {
        if (kind == Kind.DURATION && SLANG.containsKey(unit.toLowerCase(Locale.ROOT))) {
            return List.of(SLANG.get(unit.toLowerCase(Locale.ROOT)));
        }
        String full = kind == Kind.BANDWIDTH && unit.toLowerCase(Locale.ROOT).endsWith("b") ? unit + "ps" : unit;
        List<String> found = new ArrayList<>();
        for (String known : kind.units().keySet()) {
            if (known.equalsIgnoreCase(full)) {
                found.add(known);
            }
        }
        boolean singleCase = unit.equals(unit.toLowerCase(Locale.ROOT)) || unit.equals(unit.toUpperCase(Locale.ROOT));
        if (found.size() > 1 && !singleCase) {
            found.removeIf(known -> (known.indexOf('B') >= 0) != (full.indexOf('B') >= 0));
        }
        if (kind == Kind.SIZE && singleCase && found.size() == 1) {
            // A size is bytes here, yet whoever writes "mb" may think of bits.
            found.add(found.get(0).replace('B', 'b'));
        }
        return found;
    }

    private static String spelt(String unit) {
        String prefix =
                unit.startsWith("k") ? "kilo" : unit.startsWith("M") ? "mega" : unit.startsWith("G") ? "giga" : "";
        boolean perSecond = unit.contains("ps") || unit.contains("/s");
        return prefix + (unit.indexOf('B') >= 0 ? "bytes" : "bits") + (perSecond ? " a second" : "");
    }
}
