package org.swarmload.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What one delivery of the event costs, line by line, so that a reader can check each by hand. An event is priced at the
 * margin: a line has what its meter reads in the billing month with the event and in the same month without it.
 *
 * @param lines empty when the bill cannot be drawn up
 * @param breakEven what viewers' uploads save for each unit; null without uploads or without a bill
 */
public record Invoice(String currency, List<Line> lines, BreakEven breakEven) {
    private static final int AMOUNT_DECIMALS = 6;

    /**
     * @param payer origin, shield, edges (all of one CDN together: they climb the tiers of one account), edges of NAME,
     *     seeds, peers, tracker, relay, fixed
     * @param tariff id of the price list
     * @param region price region; empty where the list has none
     * @param meter what is measured, in words: "bytes sent, 0 to 10240 GiB"
     * @param without the event, in units
     * @param with the event, in units
     * @param note what a reader would not guess: that a peak is discarded, say. May be empty
     */
    public record Line(
            String payer,
            String tariff,
            String region,
            String meter,
            String unit,
            BigDecimal without,
            BigDecimal with,
            BigDecimal unitPrice,
            String note) {

        /** What the event adds. */
        public BigDecimal quantity() {
            return with.subtract(without);
        }

        /** What the event costs by this line: quantity x unit price. */
        public BigDecimal amount() {
            return amount(quantity());
        }

        private BigDecimal amount(BigDecimal units) {
            return units.multiply(unitPrice).setScale(AMOUNT_DECIMALS, RoundingMode.HALF_UP);
        }
    }

    /**
     * @param offloaded units that viewers sent
     * @param unit GB or GiB, as the CDN bills
     * @param spared what the operator's machines would cost more, had they sent it
     * @param helpers what trackers and relays cost
     */
    public record BreakEven(BigDecimal offloaded, String unit, BigDecimal spared, BigDecimal helpers) {
        private static final int PRICE_DECIMALS = 6;

        /** What a vendor may ask for a unit at most before viewers' uploads cost more than they spare. */
        public BigDecimal perUnit() {
            return spared.subtract(helpers).divide(offloaded, PRICE_DECIMALS, RoundingMode.HALF_UP);
        }
    }

    public Invoice {
        lines = List.copyOf(lines);
    }

    /** What the event costs: the month with it less the month without it, in the invoice's currency, to the cent. */
    public BigDecimal total() {
        return cents(lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The whole month's bill without the event. */
    public BigDecimal monthWithout() {
        return cents(lines.stream().map(line -> line.amount(line.without())).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The whole month's bill with the event. */
    public BigDecimal monthWith() {
        return cents(lines.stream().map(line -> line.amount(line.with())).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
