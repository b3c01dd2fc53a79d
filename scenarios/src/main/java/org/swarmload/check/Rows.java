package org.swarmload.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Collects what a case found, beside what it should be. */
final class Rows {
    /** "Exact" leaves a millionth to rounding. */
    private static final double EXACT = 1e-6;

    private static final MathContext DIGITS = new MathContext(8);

    private final List<CheckRow> rows = new ArrayList<>();

    /** Within an absolute tolerance. */
    void near(String what, double expected, double got, double tolerance) {
        boolean pass = Math.abs(got - expected) <= tolerance;
        rows.add(new CheckRow(what, say(expected) + " within " + say(tolerance), say(got), pass));
    }

    void exact(String what, double expected, double got) {
        boolean pass = Math.abs(got - expected) <= EXACT * Math.abs(expected);
        rows.add(new CheckRow(what, say(expected) + " exactly", say(got), pass));
    }

    /** A value that was printed with so many decimals: within half a unit of the last one. */
    void printed(String what, double expected, double got, int decimals) {
        double half = 0.5 * Math.pow(10, -decimals);
        // A half that was rounded up lies on the edge.
        boolean pass = Math.abs(got - expected) <= half * (1 + EXACT);
        rows.add(new CheckRow(what, say(expected) + " to " + decimals + " decimals", say(got), pass));
    }

    void equal(String what, Object expected, Object got) {
        rows.add(new CheckRow(what, String.valueOf(expected), String.valueOf(got), expected.equals(got)));
    }

    void atMost(String what, double limit, double got) {
        rows.add(new CheckRow(what, "at most " + say(limit), say(got), got <= limit));
    }

    List<CheckRow> list() {
        return List.copyOf(rows);
    }

    private static String say(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
