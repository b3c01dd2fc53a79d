package org.swarmload.scenario;

import org.swarmload.sim.model.Law;

/**
 * When some of the people come.
 *
 * @param share of the people who are dealt by shares; 0 for a component that has a number of its own
 * @param expected its own number, or the expected value of a random one; 0 for a component that has a share
 * @param random whether the number is Poisson, drawn anew in each replication
 * @param offsetSeconds from the unlock, negative before it
 * @param inOrder the people come at equal steps of the law's quantile function instead of at draws
 */
public record ArrivalDef(double share, double expected, boolean random, Law offsetSeconds, boolean inOrder) {
    /** A share of the people, each at a draw. */
    public static ArrivalDef ofShare(double share, Law offsetSeconds) {
        return new ArrivalDef(share, 0, false, offsetSeconds, false);
    }

    /** Exactly so many people, each at a draw. */
    public static ArrivalDef ofCount(long count, Law offsetSeconds) {
        return new ArrivalDef(0, count, false, offsetSeconds, false);
    }

    /** Exactly so many people, at the steps of the law. */
    public static ArrivalDef inOrder(long count, Law offsetSeconds) {
        return new ArrivalDef(0, count, false, offsetSeconds, true);
    }

    /** A Poisson process: its intensity is the expected number times the density of the law. */
    public static ArrivalDef poisson(double expected, Law offsetSeconds) {
        return new ArrivalDef(0, expected, true, offsetSeconds, false);
    }

    public boolean isShared() {
        return share > 0;
    }
}
