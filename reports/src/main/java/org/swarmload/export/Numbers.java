package org.swarmload.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The one form in which numbers are written to files: whole numbers in full, since bytes must add up; others with at most
 * 12 significant digits; no exponent. {@code Double.toString} would differ between JDK 17 and later ones.
 */
public final class Numbers {
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    /** Whole numbers below this are exact in a double: 2^53. */
    private static final double EXACT_WHOLE = 0x1p53;

    private Numbers() {}

    /** @throws IllegalArgumentException when the value is no number: a result never is */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The value (" + value + ") is no finite number.");
        }
        if (value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
