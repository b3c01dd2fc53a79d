package org.swarmload.report;

import java.util.List;
import java.util.Locale;
import org.swarmload.chart.TimeChart;
import org.swarmload.sim.result.TimeSeries;

/**
 * The bins of a drawn chart: those of the simulator, or means over several of them when there are more than a picture
 * can show. Means keep the area below a curve, so bytes read off a chart stay right; peaks are said in tables, from the
 * simulator's own bins. A thin tail is cut, and the chart says so.
 *
 * @param merged bins of the simulator in one bin of the chart
 * @param count bins of the chart
 * @param cut true when something still happens after the last drawn bin
 */
record Bins(long binMicros, int merged, int count, boolean cut) {
    private static final int DRAWN = 1000;
    private static final long ROUND_MICROS = 300_000_000L;

    /** What is below this share of its highest value, in every delivery, is tail. */
    private static final double TAIL = 0.02;

    /** Columns that say whether something happens. */
    private static final List<String> ACTIVITY = List.of("concurrent-viewers", "demand-bps", "attempts", "leechers");

    /** Bins that cover everything but the tail of these series. */
    static Bins covering(List<Night> nights) {
        long binMicros = nights.get(0).drawn().series().binMicros();
        int last = 0;
        int end = 0;
        for (Night night : nights) {
            TimeSeries series = night.drawn().series();
            for (String column : ACTIVITY) {
                double[] values = Night.sum(series, column);
                last = Math.max(last, lastAbove(values, TAIL * max(values)));
                end = Math.max(end, lastAbove(values, 0));
            }
            double crowd = max(Night.sum(series, "concurrent-viewers"));
            last = Math.max(last, lastAbove(Night.sum(series, "stalled-viewers"), TAIL * crowd));
        }
        int rounding = (int) Math.max(1, ROUND_MICROS / binMicros);
        int bins = (last / rounding + 1) * rounding;
        int merged = (bins + DRAWN - 1) / DRAWN;
        return new Bins(binMicros, merged, (bins + merged - 1) / merged, end >= bins);
    }

    /** The last index whose value is above the threshold, or 0. */
    private static int lastAbove(double[] values, double threshold) {
        int last = values.length - 1;
        while (last > 0 && values[last] <= threshold) {
            last--;
        }
        return Math.max(0, last);
    }

    double seconds() {
        return binMicros * (double) merged / 1e6;
    }

    /** A level: the mean of the merged bins; 0 after the end of the series. */
    double[] levels(TimeSeries series, String... columns) {
        double[] from = Night.sum(series, columns);
        double[] to = new double[count];
        for (int bin = 0; bin < Math.min(from.length, count * merged); bin++) {
            to[bin / merged] += from[bin] / merged;
        }
        return to;
    }

    /** A count per bin as a rate per second, times {@code factor}. */
    double[] rates(TimeSeries series, double factor, String... columns) {
        double[] rates = levels(series, columns);
        for (int bin = 0; bin < count; bin++) {
            rates[bin] *= factor * 1e6 / binMicros;
        }
        return rates;
    }

    long middleMicros(int bin) {
        return (long) ((bin + 0.5) * merged * binMicros);
    }

    TimeChart.Clock clock(Setting setting) {
        return new TimeChart.Clock(setting.clockSeconds(0), seconds(), count, setting.zone());
    }

    /** How the values were averaged, for a subtitle. */
    String text() {
        String text = String.format(Locale.ROOT, "means over %d s", Math.round(seconds()));
        return cut ? text + ", the tail below 2 % of the peak is cut off" : text;
    }

    static double max(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
