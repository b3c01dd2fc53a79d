package org.swarmload.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a quantity measures: the units it is written in, each with its factor to the base unit. */
enum Kind {
    /** Base unit: bits per second. */
    BANDWIDTH("a bandwidth", List.of("Mbps", "Gbps"), bandwidths()),
    /** Base unit: seconds. */
    DURATION("a duration", List.of("s", "ms", "min"), durations()),
    /** Base unit: bytes. */
    SIZE("a size", List.of("MB", "GB"), sizes()),
    /** Base unit: ratio, 100 % is 1. */
    SHARE("a percentage", List.of("%"), Map.of("%", new BigDecimal("0.01"))),
    /** Base unit: per second. */
    RATE("a rate", List.of("/s"), rates()),
    /** Base unit: one. */
    COUNT("a count", List.of(""), counts());

    private final String words;
    private final List<String> usualUnits;
    private final Map<String, BigDecimal> units;

    Kind(String words, List<String> usualUnits, Map<String, BigDecimal> units) {
        this.words = words;
        this.usualUnits = usualUnits;
        this.units = units;
    }

    /** With its article: "a bandwidth". */
    String words() {
        return words;
    }

    /** The units that a planner may have left out, the likeliest first. */
    List<String> usualUnits() {
        return usualUnits;
    }

    /** Factor to the base unit by the unit as written; case matters. */
    Map<String, BigDecimal> units() {
        return units;
    }

    /** A bandwidth as a message says it. */
    static String gigabits(long bps) {
        return BigDecimal.valueOf(bps, 9).stripTrailingZeros().toPlainString() + "Gbps";
    }

    private static Map<String, BigDecimal> prefixed(String... ends) {
        Map<String, BigDecimal> prefixes = new LinkedHashMap<>();
        prefixes.put("", BigDecimal.ONE);
        prefixes.put("k", BigDecimal.valueOf(1_000));
        prefixes.put("M", BigDecimal.valueOf(1_000_000));
        prefixes.put("G", BigDecimal.valueOf(1_000_000_000));
        prefixes.put("T", BigDecimal.valueOf(1_000_000_000_000L));
        prefixes.put("Ki", BigDecimal.valueOf(1L << 10));
        prefixes.put("Mi", BigDecimal.valueOf(1L << 20));
        prefixes.put("Gi", BigDecimal.valueOf(1L << 30));
        prefixes.put("Ti", BigDecimal.valueOf(1L << 40));
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        for (String end : ends) {
            prefixes.forEach((prefix, factor) -> units.put(prefix + end, factor));
        }
        return units;
    }

    private static Map<String, BigDecimal> bandwidths() {
        Map<String, BigDecimal> units = prefixed("bps", "b/s", "bit/s");
        prefixed("Bps", "B/s").forEach((unit, factor) -> units.put(unit, factor.multiply(BigDecimal.valueOf(8))));
        return units;
    }

    private static Map<String, BigDecimal> sizes() {
        Map<String, BigDecimal> units = prefixed("B");
        prefixed("bit").forEach((unit, factor) -> units.put(unit, factor.multiply(new BigDecimal("0.125"))));
        return units;
    }

    private static Map<String, BigDecimal> durations() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("us", new BigDecimal("0.000001"));
        units.put("ms", new BigDecimal("0.001"));
        units.put("s", BigDecimal.ONE);
        units.put("min", BigDecimal.valueOf(60));
        units.put("h", BigDecimal.valueOf(3_600));
        units.put("d", BigDecimal.valueOf(86_400));
        return units;
    }

    private static Map<String, BigDecimal> rates() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        counts().forEach((prefix, factor) -> units.put(prefix + "/s", factor));
        return units;
    }

    private static Map<String, BigDecimal> counts() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("", BigDecimal.ONE);
        units.put("k", BigDecimal.valueOf(1_000));
        units.put("M", BigDecimal.valueOf(1_000_000));
        return units;
    }
}
