package org.swarmload.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.swarmload.sim.model.BackgroundSpec;

/**
 * The month that a bill is for: whole days of 288 samples, in line with the 5-minute bins of the event. The model begins
 * with the 15th day, so that other traffic of a week before and after the unlock lies within every month.
 */
final class BillingMonth {
    private static final long BIN_MICROS = 300_000_000L;
    private static final int BINS_PER_DAY = 288;
    private static final int DAYS_BEFORE = 14;
    private static final BigDecimal BIT_MICROS_PER_BYTE = BigDecimal.valueOf(8_000_000);

    private final int bins;

    BillingMonth(int days) {
        bins = days * BINS_PER_DAY;
    }

    int bins() {
        return bins;
    }

    /** The sample in which a ledger's bin is counted. What an event sends after its month is counted in the last one. */
    int binOf(long modelMicros) {
        return (int) Math.min(bins - 1L, DAYS_BEFORE * BINS_PER_DAY + Math.floorDiv(modelMicros, BIN_MICROS));
    }

    /** What other traffic sends, never more than the capacity; the mean of each bin, so that a step counts from its time on. */
    MonthTraffic of(Estate.Pool pool) {
        List<BackgroundSpec.Step> steps = pool.background().steps();
        if (steps.isEmpty()) {
            return MonthTraffic.nothing(bins);
        }
        long[] bytes = new long[bins];
        long at = -DAYS_BEFORE * BINS_PER_DAY * BIN_MICROS;
        int next = 0;
        long bps = 0;
        for (int bin = 0; bin < bins; bin++) {
            long end = at + BIN_MICROS;
            BigDecimal bitMicros = BigDecimal.ZERO;
            while (next < steps.size() && steps.get(next).atMicros() < end) {
                long step = Math.max(at, steps.get(next).atMicros());
                bitMicros = bitMicros.add(bits(bps, step - at));
                at = step;
                bps = Math.min(pool.capacityBps(), steps.get(next).bps());
                next++;
            }
            bytes[bin] = bitMicros
                    .add(bits(bps, end - at))
                    .divide(BIT_MICROS_PER_BYTE, 0, RoundingMode.HALF_UP)
                    .longValueExact();
            at = end;
        }
        return MonthTraffic.of(bytes);
    }

    private static BigDecimal bits(long bps, long micros) {
        return BigDecimal.valueOf(bps).multiply(BigDecimal.valueOf(micros));
    }
}
