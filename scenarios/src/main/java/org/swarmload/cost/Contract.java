package org.swarmload.cost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The price lists by which one payer is billed, and what they have to know of its machines.
 *
 * @param tariffs each is billed: servers by the hour beside what they send, say
 * @param region price region of all machines; empty for each list's own default
 * @param regionOf price region by the name of an edge, where it differs
 * @param rentedHours for which machines are rented that are billed by the hour
 * @param share of the bytes between viewers that pass a relay; of other payers all of their bytes
 * @param discount agreed off every amount of these lists; 0 is none
 */
public record Contract(
        List<Tariff> tariffs,
        String region,
        Map<String, String> regionOf,
        BigDecimal rentedHours,
        BigDecimal share,
        BigDecimal discount) {
    public Contract {
        tariffs = List.copyOf(tariffs);
        regionOf = Map.copyOf(regionOf);
        if (tariffs.isEmpty()) {
            throw new IllegalArgumentException("A contract has a price list.");
        }
    }

    /** At list price. */
    public Contract(
            List<Tariff> tariffs,
            String region,
            Map<String, String> regionOf,
            BigDecimal rentedHours,
            BigDecimal share) {
        this(tariffs, region, regionOf, rentedHours, share, BigDecimal.ZERO);
    }

    /** The same lists with that much off. */
    public Contract less(BigDecimal agreed) {
        return new Contract(tariffs, region, regionOf, rentedHours, share, agreed);
    }

    /** One list, everything where it says. */
    public static Contract of(Tariff... tariffs) {
        return new Contract(List.of(tariffs), "", Map.of(), BigDecimal.ZERO, BigDecimal.ONE);
    }

    /** Where a machine is, as this list calls it. */
    String regionOf(String pool, Tariff tariff) {
        String written = regionOf.getOrDefault(pool, region);
        return written.isEmpty() ? tariff.defaultRegion() : written;
    }
}
