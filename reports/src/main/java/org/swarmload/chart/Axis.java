package org.swarmload.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A value axis that starts at zero: base units are divided by {@code divisor} and shown in {@code unit}.
 *
 * @param label what is measured, without the unit
 * @param upper end of the axis, in base units
 */
public record Axis(String label, String unit, double divisor, double upper) {

    /** The axis of a quantity whose greatest value is {@code max}: a unit of at most four digits and a round end. */
    public static Axis of(Kind kind, String label, double max) {
        Unit unit = kind.units[0];
        for (Unit candidate : kind.units) {
            if (max >= candidate.divisor) {
                unit = candidate;
            }
        }
        return new Axis(label, unit.name, unit.divisor, roundUp(max / unit.divisor) * unit.divisor);
    }

    /** An axis of money in that currency. */
    public static Axis ofMoney(String label, String currency, double max) {
        return new Axis(label, currency, 1, roundUp(max));
    }

    /** Ends the axis a little above {@code max}, on half a round step. */
    private static double roundUp(double max) {
        if (!(max > 0)) {
            return 1;
        }
        double step = step(max) / 2;
        return Math.ceil(max * 1.02 / step) * step;
    }

    /** The 1, 2 or 5 times a power of ten that cuts {@code max} into three to seven parts. */
    static double step(double max) {
        BigDecimal power = BigDecimal.ONE.movePointRight(exponent(max / 4));
        double unit = power.doubleValue();
        double ratio = max / 4 / unit;
        return ratio < 1.5 ? unit : ratio < 3.5 ? 2 * unit : ratio < 7.5 ? 5 * unit : 10 * unit;
    }

    private static int exponent(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new java.math.MathContext(1, RoundingMode.DOWN));
        return rounded.precision() - rounded.scale() - 1;
    }

    String caption() {
        return unit.isEmpty() ? label : label + " (" + unit + ")";
    }

    double shownUpper() {
        return upper / divisor;
    }

    /** What an axis counts, with the units it may be shown in. */
    public enum Kind {
        RATE(
                new Unit("bps", 1),
                new Unit("kbps", 1e3),
                new Unit("Mbps", 1e6),
                new Unit("Gbps", 1e9),
                new Unit("Tbps", 1e12)),
        BYTES(
                new Unit("bytes", 1),
                new Unit("kB", 1e3),
                new Unit("MB", 1e6),
                new Unit("GB", 1e9),
                new Unit("TB", 1e12)),
        COUNT(new Unit("", 1), new Unit("millions", 1e6)),
        SHARE(new Unit("%", 0.01)),
        SECONDS(new Unit("s", 1));

        private final Unit[] units;

        Kind(Unit... units) {
            this.units = units;
        }
    }

    private record Unit(String name, double divisor) {}
}
