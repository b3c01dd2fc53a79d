package org.swarmload.sim.theory;

import java.util.Arrays;

/**
 * The rate that is billed by the 95th percentile: samples of 5 minutes over a month, the highest 5 % dropped, the next
 * one billed (SwiftFederation, "95th Percentile", billing documentation: of 8,640 samples in 30 days 432 are dropped).
 */
public final class Percentile95 {
    private Percentile95() {}

    /**
     * The highest sample after the highest 5 % are dropped; part of a sample is not dropped (SwiftFederation).
     *
     * @param samples mean rate of every 5 minutes, bit/s, in any order; left as they are
     * @return bit/s
     * @throws IllegalArgumentException if there are none or one is negative or not a number
     */
    public static double bps(double[] samples) {
        Require.that(samples.length > 0, "The 95th percentile needs at least one sample.");
        for (double sample : samples) {
            Require.notNegative("A sample", sample);
        }
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 1 - dropped(sorted.length)];
    }

    /**
     * How many samples are dropped: 5 %, rounded down (SwiftFederation).
     *
     * @throws IllegalArgumentException if the number of samples is negative
     */
    public static int dropped(int samples) {
        return Require.atLeast("The number of samples", samples, 0) / 20;
    }
}
