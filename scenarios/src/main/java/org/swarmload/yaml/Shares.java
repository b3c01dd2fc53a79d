package org.swarmload.yaml;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares of a whole add up to 100 %. */
final class Shares {
    private static final double TOLERANCE = 1e-6;

    private Shares() {}

    static boolean isWhole(double sum) {
        return Math.abs(sum - 1) <= TOLERANCE;
    }

    static String message(double sum) {
        String percent = BigDecimal.valueOf(sum * 100)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return "The shares add up to " + percent + "%, not 100%.";
    }
}
