package org.swarmload.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.swarmload.sim.theory.Percentile95;

/**
 * What an account sent in one billing month, in 5-minute samples. A bin in which nothing was sent is a sample of 0: none
 * is missing.
 */
final class MonthTraffic {
    private static final BigDecimal BITS_PER_BYTE = BigDecimal.valueOf(8);
    private static final BigDecimal MEGABIT_SECONDS = BigDecimal.valueOf(300L * 1_000_000);
    private static final int RATE_DECIMALS = 6;

    private final long[] bytesPerBin;
    private final BigDecimal bytes;

    private MonthTraffic(long[] bytesPerBin, BigDecimal bytes) {
        this.bytesPerBin = bytesPerBin;
        this.bytes = bytes;
    }

    /** @param bytesPerBin one for each 5 minutes of the month; kept, not copied */
    static MonthTraffic of(long[] bytesPerBin) {
        BigDecimal sum = BigDecimal.ZERO;
        long part = 0;
        for (long bin : bytesPerBin) {
            if (part > Long.MAX_VALUE - bin) {
                sum = sum.add(BigDecimal.valueOf(part));
                part = 0;
            }
            part += bin;
        }
        return new MonthTraffic(bytesPerBin, sum.add(BigDecimal.valueOf(part)));
    }

    static MonthTraffic nothing(int bins) {
        return new MonthTraffic(new long[bins], BigDecimal.ZERO);
    }

    /** The sum, bin by bin; both have the same month. */
    MonthTraffic plus(MonthTraffic other) {
        if (other.bytes.signum() == 0) {
            return this;
        }
        long[] sum = bytesPerBin.clone();
        for (int bin = 0; bin < sum.length; bin++) {
            sum[bin] = Math.addExact(sum[bin], other.bytesPerBin[bin]);
        }
        return new MonthTraffic(sum, bytes.add(other.bytes));
    }

    /** That share of every bin. */
    MonthTraffic times(BigDecimal share) {
        long[] part = new long[bytesPerBin.length];
        for (int bin = 0; bin < part.length; bin++) {
            part[bin] = BigDecimal.valueOf(bytesPerBin[bin])
                    .multiply(share)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        return new MonthTraffic(part, bytes.multiply(share));
    }

    /** The mean of so many months added up; bins are rounded to a byte, the sum is not. */
    MonthTraffic dividedBy(int months) {
        long[] part = new long[bytesPerBin.length];
        for (int bin = 0; bin < part.length; bin++) {
            part[bin] = (2 * bytesPerBin[bin] + months) / (2L * months);
        }
        return new MonthTraffic(part, bytes.divide(BigDecimal.valueOf(months), RATE_DECIMALS, RoundingMode.HALF_UP));
    }

    BigDecimal bytes() {
        return bytes;
    }

    int bins() {
        return bytesPerBin.length;
    }

    /** How many of the highest samples a 95th percentile leaves out: 5 %, rounded down. */
    int dropped() {
        return Percentile95.dropped(bins());
    }

    /** The highest sample after the highest 5 % are left out, in Mbit/s. */
    BigDecimal percentile95Mbps() {
        return fromTop(dropped());
    }

    BigDecimal peakMbps() {
        return fromTop(0);
    }

    private BigDecimal fromTop(int place) {
        long[] sorted = bytesPerBin.clone();
        Arrays.sort(sorted);
        return BigDecimal.valueOf(sorted[sorted.length - 1 - place])
                .multiply(BITS_PER_BYTE)
                .divide(MEGABIT_SECONDS, RATE_DECIMALS, RoundingMode.HALF_UP);
    }

    /** In how many bins the other month has more. */
    int binsBelow(MonthTraffic other) {
        int below = 0;
        for (int bin = 0; bin < bytesPerBin.length; bin++) {
            below += bytesPerBin[bin] < other.bytesPerBin[bin] ? 1 : 0;
        }
        return below;
    }
}
