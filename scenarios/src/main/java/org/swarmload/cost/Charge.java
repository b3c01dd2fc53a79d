package org.swarmload.cost;

import java.math.BigDecimal;

/**
 * What one meter reads in the month without the event and in the month with it, and what a unit costs.
 *
 * @param meter what was measured, in words: "bytes sent, 0 to 10240 GiB"
 * @param note what a reader would not guess: may be empty
 */
record Charge(String meter, String unit, BigDecimal without, BigDecimal with, BigDecimal unitPrice, String note) {
    Charge(String meter, String unit, BigDecimal without, BigDecimal with, BigDecimal unitPrice) {
        this(meter, unit, without, with, unitPrice, "");
    }

    /** Whether there is anything to show. */
    boolean isRead() {
        return without.signum() != 0 || with.signum() != 0;
    }
}
