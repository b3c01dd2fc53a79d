package org.swarmload.cost;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one delivery's bytes cost, line by line, so that a reader can check each by hand: amount = quantity x unit price
 * for a single-price line; a tiered line is one line per tier.
 */
public record Invoice(String currency, List<Line> lines) {
    /**
     * @param payer origin, edges (all of them together: they climb the tiers of one account), seeds, peers, or fixed
     * @param meter what is measured, in words: "egress, first 10 TiB"
     * @param tariff id of the tariff
     */
    public record Line(
            String payer,
            String tariff,
            String meter,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            BigDecimal amount) {}

    public Invoice {
        lines = List.copyOf(lines);
    }

    /** Sum of the lines, in the invoice's currency, to the cent. */
    public BigDecimal total() {
        return lines.stream()
                .map(Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, java.math.RoundingMode.HALF_UP);
    }
}
