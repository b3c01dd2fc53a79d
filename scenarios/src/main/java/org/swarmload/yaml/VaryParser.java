package org.swarmload.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one {@code --vary}. What a value means to its key is found out when it is bound, as with {@code --set}. */
final class VaryParser {
    private static final double WIDE = 10;
    private static final double ABOUT_ALIKE = 1.3;
    private static final double ALIKE = 1.01;

    private static final int MOST_VALUES = 200;
    private static final String QUANTITY = "\\s*([+-]?[0-9]+(?:\\.[0-9]+)?)\\s*([A-Za-zµ%/]*)\\s*";
    private static final Pattern RANGE = Pattern.compile(QUANTITY + ":" + QUANTITY + "([*+])" + QUANTITY);
    private static final Pattern NO_STEP = Pattern.compile(QUANTITY + ":" + QUANTITY);
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final List<String> SHARED = List.of("seed", "run.replications");
    private static final String EXAMPLE =
            "For example --vary audience.viewers=50k,100k or --vary audience.viewers=50k:800k*2.";

    private final Position at;
    private final String text;
    private final Problems problems;

    VaryParser(String text, Problems problems) {
        this.at = Position.ofOption("--vary " + text);
        this.text = text;
        this.problems = problems;
    }

    /** Null after a problem was noted. */
    Vary read() {
        int equals = text.indexOf('=');
        String path = equals < 0 ? "" : text.substring(0, equals).strip();
        if (path.isEmpty() || Arrays.asList(path.split("\\.", -1)).contains("")) {
            return wrong("", "This is not path=values.", EXAMPLE);
        }
        if (SHARED.contains(path)) {
            return wrong(
                    path,
                    "All points of a sweep have this in common, so that their differences are paired.",
                    "Set it for all of them with --" + path.substring(path.indexOf('.') + 1) + ".");
        }
        List<String> values = values(path, text.substring(equals + 1).strip());
        if (values == null) {
            return null;
        }
        if (values.stream().anyMatch(String::isEmpty)) {
            return wrong(path, "A value is missing.", EXAMPLE);
        }
        Set<String> different = new LinkedHashSet<>(values);
        if (different.size() < values.size()) {
            return wrong(path, "A value is given twice.", "");
        }
        if (values.size() > MOST_VALUES) {
            return wrong(path, "These are more than " + MOST_VALUES + " values.", "Take larger steps.");
        }
        return vary(path, values);
    }

    private Vary vary(String path, List<String> values) {
        List<Double> sizes = sizes(values);
        List<Vary.Value> read = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            read.add(new Vary.Value(values.get(i), sizes.isEmpty() ? null : sizes.get(i)));
        }
        return new Vary(at.source(), path, read, scale(sizes));
    }

    private Vary wrong(String path, String message, String hint) {
        problems.add(at, path, message, hint);
        return null;
    }

    private List<String> values(String path, String list) {
        Matcher range = RANGE.matcher(list);
        if (range.matches()) {
            return range(path, range);
        }
        Matcher open = NO_STEP.matcher(list);
        if (open.matches() && kindOf(List.of(open.group(2), open.group(4))) != null) {
            wrong(
                    path,
                    "'" + list + "' has no step.",
                    "Maybe " + list + "*2 (each the double of the one before), or " + list + "+ and a step.");
            return null;
        }
        return split(list);
    }

    /** The numbers from the first to the last, in the unit of the first. */
    private List<String> range(String path, Matcher range) {
        boolean factor = range.group(5).equals("*");
        String unit = range.group(2);
        Kind kind = kindOf(factor ? List.of(unit, range.group(4)) : List.of(unit, range.group(4), range.group(7)));
        if (kind == null || factor && !range.group(7).isEmpty()) {
            wrong(
                    path,
                    kind == null
                            ? "'" + unit + "', '" + range.group(4) + "' and '" + range.group(7)
                                    + "' do not measure the same thing."
                            : "A factor has no unit.",
                    "For example 1Gbps:8Gbps*2, or 500Mbps:2Gbps+500Mbps.");
            return null;
        }
        BigDecimal from = new BigDecimal(range.group(1));
        BigDecimal to = in(kind, range.group(3), range.group(4), unit);
        BigDecimal step = factor ? new BigDecimal(range.group(6)) : in(kind, range.group(6), range.group(7), unit);
        boolean grows = factor ? step.compareTo(BigDecimal.ONE) > 0 && from.signum() > 0 : step.signum() > 0;
        if (!grows) {
            wrong(
                    path,
                    "This range does not grow.",
                    factor ? "It begins above 0, and its factor is above 1." : "Its step is above 0.");
            return null;
        }
        if (to.compareTo(from) < 0) {
            wrong(path, "This range ends before it begins.", "Write the smaller value first.");
            return null;
        }
        return steps(from, to, step, factor).stream()
                .map(value -> value.stripTrailingZeros().toPlainString() + unit)
                .toList();
    }

    /** Exact from step to step, rounded once each; one more than are allowed, at most. */
    private static List<BigDecimal> steps(BigDecimal from, BigDecimal to, BigDecimal step, boolean factor) {
        List<BigDecimal> values = new ArrayList<>();
        for (BigDecimal at = from; at.compareTo(to) <= 0 && values.size() <= MOST_VALUES; ) {
            values.add(factor && !values.isEmpty() ? at.round(DIGITS) : at);
            at = factor ? at.multiply(step) : at.add(step);
        }
        return values;
    }

    private static BigDecimal in(Kind kind, String number, String unit, String wanted) {
        return new BigDecimal(number)
                .multiply(kind.units().get(unit))
                .divide(kind.units().get(wanted), MathContext.DECIMAL64);
    }

    /** The kind that has all these units; null if none has. */
    private static Kind kindOf(List<String> units) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.units().keySet().containsAll(units))
                .findFirst()
                .orElse(null);
    }

    /** At commas, but not at those within braces, brackets or quotes. */
    private static List<String> split(String list) {
        List<String> values = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (c == ',' && depth == 0 && !quoted) {
                values.add(list.substring(start, i).strip());
                start = i + 1;
            }
        }
        values.add(list.substring(start).strip());
        return values;
    }

    /** In base units of the one kind that all of them are of; empty if there is none. */
    private static List<Double> sizes(List<String> values) {
        for (Kind kind : Kind.values()) {
            List<Quantities.Parsed> parsed =
                    values.stream().map(value -> Quantities.parse(value, kind)).toList();
            if (parsed.stream().allMatch(Quantities.Parsed::ok)) {
                return parsed.stream().map(Quantities.Parsed::value).toList();
            }
        }
        return List.of();
    }

    /** Of values that grow by the same factor all along, but for rounding; over a wide range by about the same: 10k, 30k, 100k. */
    private static Vary.Scale scale(List<Double> sizes) {
        if (sizes.isEmpty()) {
            return Vary.Scale.WORDS;
        }
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 1; i < sizes.size(); i++) {
            double factor = sizes.get(i - 1) > 0 ? sizes.get(i) / sizes.get(i - 1) : 0;
            least = Math.min(least, factor);
            most = Math.max(most, factor);
        }
        boolean geometric = sizes.size() > 2 && least > 1 && most / least < alike(sizes);
        return geometric ? Vary.Scale.GEOMETRIC : Vary.Scale.LINEAR;
    }

    private static double alike(List<Double> sizes) {
        return sizes.get(sizes.size() - 1) / sizes.get(0) >= WIDE ? ABOUT_ALIKE : ALIKE;
    }
}
