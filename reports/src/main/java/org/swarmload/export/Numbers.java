package org.swarmload.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The one form in which numbers are written to files: at most 12 significant digits, no exponent. {@code
 * Double.toString} would differ between JDK 17 and later ones.
 */
public final class Numbers {
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    private Numbers() {}

    /** @throws IllegalArgumentException when the value is no number: a result never is */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The value (" + value + ") is no finite number.");
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
