package org.swarmload.duel;

/**
 * Jain's index of fairness (Jain, Chiu, Hawe, "A Quantitative Measure of Fairness and Discrimination for Resource
 * Allocation in Shared Computer Systems", DEC TR-301, 1984) over the mean waits of access classes: (sum x)² / (n sum x²).
 * It is 1 when a class waits as long as any other, and 1/n when all the waiting is one class's. Lines differ, so even the
 * fairest picker need not reach 1; pickers are compared on the same lines.
 */
final class Fairness {
    private Fairness() {}

    /**
     * @param classes index of each viewer's class
     * @param waits of each viewer; NaN who did not get what it waited for, and is left out
     * @return NaN with fewer than two classes in which somebody got it, or if nobody waited
     */
    static double jain(double[] classes, double[] waits) {
        int most = 0;
        for (double one : classes) {
            most = Math.max(most, (int) one);
        }
        double[] sums = new double[most + 1];
        long[] counts = new long[most + 1];
        for (int v = 0; v < waits.length; v++) {
            if (!Double.isNaN(waits[v])) {
                sums[(int) classes[v]] += waits[v];
                counts[(int) classes[v]]++;
            }
        }
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int c = 0; c <= most; c++) {
            if (counts[c] > 0) {
                double mean = sums[c] / counts[c];
                sum += mean;
                squares += mean * mean;
                n++;
            }
        }
        return n < 2 || squares == 0 ? Double.NaN : sum * sum / (n * squares);
    }
}
