package org.swarmload.study;

import java.util.Arrays;
import org.swarmload.sim.model.ContentSpec;

/** How viewers divide over titles. */
final class Titles {
    private Titles() {}

    /** The k-th in proportion to k^-zipf; they add up to 1. */
    static double[] shares(ContentSpec.Titles titles) {
        double[] shares = new double[titles.count()];
        Arrays.setAll(shares, k -> StrictMath.pow(k + 1.0, -titles.zipf()));
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, k -> shares[k] / sum);
        return shares;
    }
}
