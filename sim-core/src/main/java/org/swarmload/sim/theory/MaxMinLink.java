package org.swarmload.sim.theory;

import java.util.Arrays;

/**
 * Max-min fair sharing of one link by flows with limits of their own. D. Bertsekas and R. Gallager, "Data Networks",
 * second edition 1992, section 6.5.2: nobody gets more than another one who wants more.
 */
public final class MaxMinLink {
    private MaxMinLink() {}

    /**
     * The flows' rates in bit/s: min(limit, level), the level such that the link is full or all limits are reached
     * (Bertsekas and Gallager 1992).
     *
     * @param linkBps capacity of the link, bit/s
     * @param limitBps greatest rate of each flow, bit/s, 0 or more
     * @throws IllegalArgumentException if the link is not above 0 or a limit negative
     */
    public static double[] rates(double linkBps, double[] limitBps) {
        double level = level(linkBps, limitBps);
        double[] rates = new double[limitBps.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = Math.min(limitBps[i], level);
        }
        return rates;
    }

    /**
     * When each of several transfers ends that all start at 0, the rates being shared anew whenever one ends (Bertsekas
     * and Gallager 1992).
     *
     * @param linkBps capacity of the link, bit/s
     * @param limitBps greatest rate of each transfer, bit/s, above 0
     * @param sizeBits size of each transfer, bits, above 0
     * @return seconds, in the order of the transfers
     * @throws IllegalArgumentException if the arrays differ in length or a value is not above 0
     */
    public static double[] finishSeconds(double linkBps, double[] limitBps, double[] sizeBits) {
        Require.that(
                limitBps.length == sizeBits.length,
                "Every transfer needs a limit and a size, not " + limitBps.length + " and " + sizeBits.length + ".");
        for (int i = 0; i < limitBps.length; i++) {
            Require.positive("The limit of a transfer", limitBps[i]);
            Require.positive("The size of a transfer", sizeBits[i]);
        }
        double[] limits = limitBps.clone();
        double[] left = sizeBits.clone();
        double[] finish = new double[left.length];
        double now = 0;
        for (int ended = 0; ended < left.length; ended++) {
            double[] rates = rates(linkBps, limits);
            int next = next(left, rates);
            double step = left[next] / rates[next];
            now += step;
            for (int i = 0; i < left.length; i++) {
                left[i] = Math.max(0, left[i] - rates[i] * step);
            }
            limits[next] = 0;
            finish[next] = now;
        }
        return finish;
    }

    /** Of the transfers that still have a rate, the one that ends first. */
    private static int next(double[] left, double[] rates) {
        int next = -1;
        for (int i = 0; i < left.length; i++) {
            if (rates[i] > 0 && (next < 0 || left[i] / rates[i] < left[next] / rates[next])) {
                next = i;
            }
        }
        return next;
    }

    private static double level(double linkBps, double[] limitBps) {
        double left = Require.positive("The link", linkBps);
        double[] sorted = limitBps.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            Require.notNegative("The limit of a flow", sorted[i]);
            double share = left / (sorted.length - i);
            if (sorted[i] >= share) {
                return share;
            }
            left -= sorted[i];
        }
        return Double.POSITIVE_INFINITY;
    }
}
