package org.swarmload.report;

/**
 * A figure as a report shows it, kept together with the value it was made from, so that the machine-readable summary can
 * hold every figure that a person sees.
 *
 * @param word metric word, as in YAML and JSON
 * @param value in base units: seconds, bytes, bits per second, ratios, currency
 * @param text what people read
 */
public record Quantity(String word, double value, String text) {
    public static Quantity of(String word, double value, Unit unit) {
        return new Quantity(word, value, unit.say(value));
    }

    public static Quantity money(String word, double value, String currency) {
        return new Quantity(word, value, Unit.MONEY.say(value) + " " + currency);
    }
}
