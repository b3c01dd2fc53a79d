package org.swarmload.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dated price list: what is measured, and what each unit of it costs. A list with regions bills each region by meters
 * of its own, so that every region climbs its own tiers; meters beside regions measure the whole account.
 *
 * @param id what scenarios call it
 * @param title for readers
 * @param source where the prices were read
 * @param asOf date of the prices: "2025"
 * @param currency ISO 4217 code
 * @param meters of the whole account
 * @param regions meters by the name of a price region; empty for a list that knows no regions
 * @param defaultRegion where servers are when a scenario does not say; empty without regions
 * @param minimumPerMonth what an account pays at least in a month; null without minimum
 */
public record Tariff(
        String id,
        String title,
        String source,
        String asOf,
        String currency,
        List<Meter> meters,
        Map<String, List<Meter>> regions,
        String defaultRegion,
        BigDecimal minimumPerMonth) {

    public Tariff {
        meters = List.copyOf(meters);
        regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
        if (meters.isEmpty() && regions.isEmpty()) {
            throw new IllegalArgumentException("Tariff " + id + " measures nothing.");
        }
        if (regions.isEmpty() != defaultRegion.isEmpty() || !regions.isEmpty() && !regions.containsKey(defaultRegion)) {
            throw new IllegalArgumentException("Tariff " + id + " has no region '" + defaultRegion + "'.");
        }
    }

    /** A list without regions and without a minimum. */
    public static Tariff of(String id, String title, String source, String asOf, String currency, List<Meter> meters) {
        return new Tariff(id, title, source, asOf, currency, meters, Map.of(), "", null);
    }

    /** Every meter of the account and of all regions. */
    public List<Meter> allMeters() {
        List<Meter> all = new ArrayList<>(meters);
        regions.values().forEach(all::addAll);
        return all;
    }

    /** Whether bytes are priced by what a CDN would have charged for them. */
    public boolean isShareOfCdn() {
        return allMeters().stream().anyMatch(Meter.ShareOfCdn.class::isInstance);
    }
}
