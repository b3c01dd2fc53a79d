package org.swarmload.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A gigabyte is not a gigabyte: 7.4 % lie between them. */
public enum VolumeUnit {
    GB("GB", 1_000_000_000L),
    GIB("GiB", 1L << 30);

    /** Units to a thousandth of a byte would be false care; six decimals are a kilobyte. */
    private static final int DECIMALS = 6;

    private final String symbol;
    private final long bytes;

    VolumeUnit(String symbol, long bytes) {
        this.symbol = symbol;
        this.bytes = bytes;
    }

    public String symbol() {
        return symbol;
    }

    public long bytes() {
        return bytes;
    }

    /** So many of these units, to six decimals. */
    BigDecimal of(BigDecimal volumeBytes) {
        return volumeBytes.divide(BigDecimal.valueOf(bytes), DECIMALS, RoundingMode.HALF_UP);
    }
}
