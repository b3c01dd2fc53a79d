package org.swarmload.study;

/**
 * A quantity in one variant less the same in another, paired by replication: what both share, such as the audience,
 * cancels.
 *
 * @param first mean of the first variant
 * @param second mean of the second
 * @param mean of the differences first - second
 * @param standardError of that mean
 * @param same whether both gave the same in each replication
 */
public record PairedDifference(
        double first, double second, double mean, double standardError, int replications, boolean same) {
    /**
     * @param first one value for each replication
     * @param second the same replications in the other variant
     */
    public static PairedDifference of(double[] first, double[] second) {
        if (first.length != second.length || first.length < 2) {
            throw new IllegalArgumentException(
                    "Pairs of at least two replications, not " + first.length + " and " + second.length);
        }
        int n = first.length;
        double sumFirst = 0;
        double sumSecond = 0;
        double sum = 0;
        boolean same = true;
        for (int i = 0; i < n; i++) {
            sumFirst += first[i];
            sumSecond += second[i];
            sum += first[i] - second[i];
            same &= first[i] == second[i];
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double off = first[i] - second[i] - mean;
            squares += off * off;
        }
        return new PairedDifference(sumFirst / n, sumSecond / n, mean, Math.sqrt(squares / (n - 1) / n), n, same);
    }

    /** Half of the interval of the mean difference that holds it with this confidence, by Student's t. */
    public double half(double confidence) {
        return StudentT.standardErrors(confidence, replications) * standardError;
    }
}
