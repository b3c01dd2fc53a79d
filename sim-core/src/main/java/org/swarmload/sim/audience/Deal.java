package org.swarmload.sim.audience;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.swarmload.sim.model.AudienceSpec;

/** Deals people to classes: by shares, one draw each, or by counts, one class after the other. */
final class Deal {
    private final double[] shares;
    private final int[] ends;

    private Deal(double[] shares, int[] ends) {
        this.shares = shares;
        this.ends = ends;
    }

    static <T> Deal of(List<T> classes, ToDoubleFunction<T> share, ToIntFunction<T> count) {
        int n = classes.size();
        boolean counted = n > 0 && count.applyAsInt(classes.get(0)) != AudienceSpec.BY_SHARE;
        double[] shares = new double[n];
        int[] ends = counted ? new int[n] : null;
        double sum = 0;
        int end = 0;
        for (int i = 0; i < n; i++) {
            sum += share.applyAsDouble(classes.get(i));
            shares[i] = sum;
            if (counted) {
                end += count.applyAsInt(classes.get(i));
                ends[i] = end;
            }
        }
        return new Deal(shares, ends);
    }

    /**
     * Index of the class.
     *
     * @param rank the how-manieth is dealt to, from 0
     * @param u a uniform draw
     */
    int pick(int rank, double u) {
        if (ends == null) {
            return byShare(shares, u);
        }
        int i = 0;
        while (i < ends.length - 1 && rank >= ends[i]) {
            i++;
        }
        return i;
    }

    /** The first place whose cumulative share is above u; the last one if none is. */
    static int byShare(double[] cumulative, double u) {
        int i = 0;
        while (i < cumulative.length - 1 && u >= cumulative[i]) {
            i++;
        }
        return i;
    }
}
