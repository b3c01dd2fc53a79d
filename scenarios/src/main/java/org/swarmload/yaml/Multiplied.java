package org.swarmload.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.swarmload.scenario.Expectation.Notation;

/** Quantities times a factor, as text in the unit of the quantity, with at most six significant digits. */
final class Multiplied {
    static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private static final Pattern QUANTITY = Pattern.compile("([+-]?[0-9]+(?:\\.[0-9]+)?)(\\s*)([A-Za-zµ%/]*)");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** Keys whose numbers have no unit and count nothing. */
    private static final Set<String> PLAIN = Set.of("zipf", "sigma");

    private Multiplied() {}

    /** Whether a number without a unit at this path is no count: prices, and exponents. */
    static boolean isPlainNumber(List<String> path) {
        return path.get(0).equals("costs") || path.get(0).equals("value") || PLAIN.contains(path.get(path.size() - 1));
    }

    /**
     * The product in the unit of the quantity, of "2h10min" in the last one; null if the text is no quantity.
     *
     * @param plain whether a number without a unit may be any number; else it is a count and stays whole, and unless it is
     *     0 at least 1
     */
    static String text(String written, BigDecimal factor, boolean plain) {
        String text = written.strip();
        Matcher matcher = QUANTITY.matcher(text);
        if (!matcher.matches()) {
            return compound(text, factor);
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        String unit = matcher.group(3);
        BigDecimal countUnit = Kind.COUNT.units().get(unit);
        boolean known =
                Arrays.stream(Kind.values()).anyMatch(kind -> kind.units().containsKey(unit));
        if (!known && !CURRENCY.matcher(unit).matches()) {
            return null;
        }
        boolean count = !plain && countUnit != null && isWhole(number.multiply(countUnit));
        BigDecimal product = count
                ? whole(number.multiply(countUnit), factor).divide(countUnit)
                : number.multiply(factor).round(DIGITS);
        return digits(product) + matcher.group(2) + unit;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static BigDecimal whole(BigDecimal count, BigDecimal factor) {
        BigDecimal rounded = count.multiply(factor).setScale(0, RoundingMode.HALF_EVEN);
        return count.signum() > 0 ? rounded.max(BigDecimal.ONE).round(DIGITS) : rounded.round(DIGITS);
    }

    private static String compound(String text, BigDecimal factor) {
        Quantities.Parsed seconds = Quantities.parse(text, Kind.DURATION);
        if (!seconds.ok()) {
            return null;
        }
        Notation notation = Quantities.notation(text, Kind.DURATION);
        BigDecimal unit = Kind.DURATION.units().get(notation.unit());
        BigDecimal product = new BigDecimal(seconds.value()).multiply(factor).divide(unit, DIGITS);
        return digits(product) + notation.unit();
    }

    /** Without an exponent, without zeros at the end. */
    static String digits(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
