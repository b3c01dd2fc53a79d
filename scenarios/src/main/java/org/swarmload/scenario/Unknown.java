package org.swarmload.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.swarmload.sim.model.Law;
import org.swarmload.sim.random.CounterRandom;
import org.swarmload.sim.random.Purpose;

/**
 * A planning input that nobody knows beforehand: one value for each night, which is one replication. The value depends on
 * the seed, the night and the path alone, so it is the same in every delivery and at every point of a sweep, and no other
 * unknown changes it.
 *
 * @param path dotted, into the scenario
 * @param times whether the value multiplies what is written there; else it takes its place
 * @param law of the value in base units; of factors, as they are
 * @param unit in which values are written; empty for counts and factors
 * @param unitFactor of that unit to the base unit
 * @param whole whether only whole numbers make sense
 * @param written for people: "times {triangular: [0.8, 1, 1.4]}"
 */
public record Unknown(
        String path, boolean times, Law law, String unit, double unitFactor, boolean whole, String written) {
    /**
     * Where laws are cut: a draw beyond is taken to be here. So the reach of a law is known, also of one without an end,
     * and what is sound at both ends is all that can be drawn.
     */
    public static final double LEAST = 0.001;

    public static final double MOST = 0.999;

    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final long FNV_START = 0xCBF29CE484222325L;
    private static final long FNV_FACTOR = 0x100000001B3L;

    /**
     * A value as the scenario language writes it: six significant digits, so that its text is all there is of it.
     *
     * @param number in the unknown's unit
     * @param value in base units
     * @param text with its unit
     */
    public record Draw(BigDecimal number, double value, String text) {}

    /** What that night brings. */
    public Draw draw(long seed, int replication) {
        return at(CounterRandom.uniform(CounterRandom.key(seed, replication), entity(path), Purpose.UNKNOWN, 0));
    }

    /** The value below which a share {@code u} of the nights lies. */
    public Draw at(double u) {
        double value = law.quantile(Math.max(LEAST, Math.min(MOST, u)));
        BigDecimal factor = new BigDecimal(unitFactor);
        BigDecimal base = new BigDecimal(value);
        BigDecimal number =
                (whole ? base.setScale(0, RoundingMode.HALF_EVEN).round(DIGITS) : base).divide(factor, DIGITS);
        String digits = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return new Draw(number, number.multiply(factor).doubleValue(), digits + unit);
    }

    /** FNV-1a, 64 bits: a path has its own random numbers, wherever it stands in a list. */
    private static long entity(String path) {
        long hash = FNV_START;
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (one & 0xFF)) * FNV_FACTOR;
        }
        return hash;
    }
}
