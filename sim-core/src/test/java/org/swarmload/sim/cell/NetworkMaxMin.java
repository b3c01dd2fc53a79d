package org.swarmload.sim.cell;

import java.util.Arrays;

/**
 * Max-min sharing of a whole network by its definition, as an oracle: all flows rise together; those over a link that is
 * full stop rising. Every flow uses one uplink and one downlink. Nothing is shared with the code under test.
 */
final class NetworkMaxMin {
    private NetworkMaxMin() {}

    /**
     * @param links the two links of each flow
     * @param capacity of each link
     */
    static double[] rates(int[][] links, double[] capacity) {
        double[] rate = new double[links.length];
        boolean[] rising = new boolean[links.length];
        Arrays.fill(rising, true);
        double[] left = capacity.clone();
        while (true) {
            int[] users = new int[capacity.length];
            for (int f = 0; f < links.length; f++) {
                for (int link : links[f]) {
                    users[link] += rising[f] ? 1 : 0;
                }
            }
            double rise = Double.POSITIVE_INFINITY;
            for (int link = 0; link < capacity.length; link++) {
                rise = users[link] == 0 ? rise : Math.min(rise, left[link] / users[link]);
            }
            if (rise == Double.POSITIVE_INFINITY) {
                return rate;
            }
            raise(links, rate, rising, left, rise, capacity);
        }
    }

    private static void raise(
            int[][] links, double[] rate, boolean[] rising, double[] left, double rise, double[] capacity) {
        for (int f = 0; f < links.length; f++) {
            if (rising[f]) {
                rate[f] += rise;
                for (int link : links[f]) {
                    left[link] -= rise;
                }
            }
        }
        for (int f = 0; f < links.length; f++) {
            for (int link : links[f]) {
                rising[f] &= left[link] > 1e-12 * capacity[link];
            }
        }
    }
}
