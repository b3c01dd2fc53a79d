package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.result.TimeSeries;

/** Adds up series of cells, and one of the door, bin by bin. */
final class SeriesBuilder {
    interface CellBin {
        long of(Bins bins, int bin);
    }

    interface Bin {
        long of(int bin);
    }

    private final List<CellResult> cells;
    private final int bins;
    private final List<TimeSeries.Column> columns = new ArrayList<>();

    SeriesBuilder(List<CellResult> cells, int bins) {
        this.cells = cells;
        this.bins = bins;
    }

    void add(String name, CellBin ofCell, Bin extra) {
        add(name, ofCell, extra, 1);
    }

    /** A column of seconds from bins of microseconds. */
    void addSeconds(String name, CellBin micros) {
        add(name, micros, b -> 0, 1e6);
    }

    /** The whole of which a share is taken, in one bin. */
    interface Whole {
        double of(int bin);
    }

    /** The sum over cells. */
    Whole sum(CellBin ofCell) {
        return bin -> {
            long sum = 0;
            for (CellResult cell : cells) {
                sum += ofCell.of(cell.ledger().bins, bin);
            }
            return sum;
        };
    }

    /** A column of shares; 0 where the whole is nothing. */
    void addShare(String name, CellBin ofCell, Bin extra, Whole whole) {
        Whole part = sum(ofCell);
        double[] values = new double[bins];
        for (int b = 0; b < bins; b++) {
            double of = whole.of(b);
            values[b] = of > 0 ? (part.of(b) + extra.of(b)) / of : 0;
        }
        columns.add(new TimeSeries.Column(name, values));
    }

    private void add(String name, CellBin ofCell, Bin extra, double unit) {
        double[] values = new double[bins];
        for (int b = 0; b < bins; b++) {
            long sum = extra.of(b);
            for (CellResult cell : cells) {
                sum += ofCell.of(cell.ledger().bins, b);
            }
            values[b] = sum / unit;
        }
        columns.add(new TimeSeries.Column(name, values));
    }

    List<TimeSeries.Column> build() {
        return columns;
    }
}
