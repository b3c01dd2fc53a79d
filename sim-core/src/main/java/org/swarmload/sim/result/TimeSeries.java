package org.swarmload.sim.result;

import java.util.List;

/**
 * Columns over bins of equal length. A column named {@code …-bytes}, {@code attempts}, {@code http-503},
 * {@code …-seconds}, {@code start-failures}, {@code exits-before-start} or {@code refused:…} counts within the bin;
 * {@code use:…} is the part of a resource that was used over the bin; the others are levels at the bin's end.
 *
 * @param binMicros length of a bin (10 s)
 * @param columns all of the same length
 */
public record TimeSeries(long binMicros, List<Column> columns) {
    public record Column(String name, double[] values) {}

    public TimeSeries {
        columns = List.copyOf(columns);
    }

    /** The column of that name. */
    public double[] values(String name) {
        for (Column column : columns) {
            if (column.name().equals(name)) {
                return column.values();
            }
        }
        throw new IllegalArgumentException("No column '" + name + "' in the time series.");
    }

    public boolean has(String name) {
        return columns.stream().anyMatch(c -> c.name().equals(name));
    }

    public int bins() {
        return columns.isEmpty() ? 0 : columns.get(0).values().length;
    }
}
