package org.swarmload.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A value laid over a scenario, or a factor of what is written there.
 *
 * @param option that brought it, for messages
 * @param path dotted; a number or a name steps into a list
 * @param value YAML; of a factor its digits
 * @param factor whether what is written is multiplied, see {@link #times}
 */
public record Assignment(String option, String path, String value, boolean factor) {
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    public Assignment(String option, String path, String value) {
        this(option, path, value, false);
    }

    /**
     * Multiplies the quantity at a path, or each one of the law or list there. Units and types stay: a count is rounded
     * and, unless it is 0, at least 1. Shares of a choice and the sigma of a lognormal are what they were. What a
     * delivery has from the one that it is {@code like} is multiplied in this delivery alone.
     *
     * @param factor 0 or more
     */
    public static Assignment times(String option, String path, double factor) {
        if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("No factor: " + factor);
        }
        return new Assignment(option, path, digits(factor), true);
    }

    /** The same for every version of Java, which Double.toString is not. */
    private static String digits(double factor) {
        BigDecimal rounded = new BigDecimal(factor).round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
