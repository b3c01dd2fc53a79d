package org.swarmload.cost;

import java.math.BigDecimal;
import java.util.List;

/**
 * A dated price list. Either bytes are priced by {@code tiers}, or by a share of what the CDN would have charged for
 * them; requests may be priced beside.
 *
 * @param id what scenarios call it
 * @param title for readers
 * @param source where the prices were read
 * @param asOf date of the prices: "2025"
 * @param currency ISO 4217 code
 * @param unit of volume that is billed
 * @param tiers ascending and gapless, the last one endless; empty for a share of the CDN's price
 * @param pricePer10kRequests null when requests are free
 * @param shareOfCdnPrice null when bytes are priced by tiers
 */
public record Tariff(
        String id,
        String title,
        String source,
        String asOf,
        String currency,
        VolumeUnit unit,
        List<Tier> tiers,
        BigDecimal pricePer10kRequests,
        BigDecimal shareOfCdnPrice) {

    public Tariff {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() == (shareOfCdnPrice == null)) {
            throw new IllegalArgumentException("Tariff " + id + " needs either tiers or a share of the CDN's price.");
        }
    }

    /**
     * @param upTo volume of the month at which the tier ends, in the tariff's unit; null is without end
     * @param price per unit within the tier
     */
    public record Tier(BigDecimal upTo, BigDecimal price) {}

    /** A gigabyte is not a gigabyte: 7.4 % lie between them. */
    public enum VolumeUnit {
        GB("GB", 1_000_000_000L),
        GIB("GiB", 1L << 30);

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
    }

    public boolean isShareOfCdn() {
        return shareOfCdnPrice != null;
    }
}
