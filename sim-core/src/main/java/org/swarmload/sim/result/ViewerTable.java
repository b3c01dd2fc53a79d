package org.swarmload.sim.result;

import java.util.List;

/**
 * One row for each viewer, in the order of their numbers; empty unless the model asked for it. Times are seconds, sizes
 * bytes, classes indexes into the audience's lists; NaN is something that did not happen.
 */
public record ViewerTable(List<Column> columns) {
    public record Column(String name, double[] values) {}

    public ViewerTable {
        columns = List.copyOf(columns);
    }

    public static ViewerTable empty() {
        return new ViewerTable(List.of());
    }

    /** The column of that name. */
    public double[] values(String name) {
        for (Column column : columns) {
            if (column.name().equals(name)) {
                return column.values();
            }
        }
        throw new IllegalArgumentException("No column '" + name + "' in the table of viewers.");
    }
}
