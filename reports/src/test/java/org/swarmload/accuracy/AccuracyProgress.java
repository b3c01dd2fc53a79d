package org.swarmload.accuracy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says which samples are there, and keeps every value of every replication for who wants to judge them otherwise. */
final class AccuracyProgress {
    private final StringBuilder csv = new StringBuilder("regime,mode,cells,replication,"
            + Arrays.stream(Measured.values()).map(Measured::head).collect(Collectors.joining(",")) + "\n");
    private long last = System.nanoTime();

    /** One line on the standard output, with the seconds since the line before. */
    void heard(Regime regime, Mode mode, Sample sample) {
        int replications = sample.values(Measured.STARTUP_P50).length;
        long now = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "accuracy: %s %s, %d cells, %d replications, %.0f s%n",
                regime.id(),
                mode.name(),
                sample.cells(),
                replications,
                (now - last) / 1e9);
        last = now;
        for (int i = 0; i < replications; i++) {
            int replication = i;
            csv.append(regime.id()).append(',').append(mode.name()).append(',').append(sample.cells());
            csv.append(',').append(replication).append(',');
            csv.append(Arrays.stream(Measured.values())
                            .map(measured -> Double.toString(sample.values(measured)[replication]))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
    }

    /** All values in base units. */
    String csv() {
        return csv.toString();
    }
}
