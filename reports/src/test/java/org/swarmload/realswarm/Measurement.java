package org.swarmload.realswarm;

/**
 * What to measure, and which time it is.
 *
 * @param slowdown 1, or 2 for the control in which every rate is halved
 */
record Measurement(Regime regime, String picker, int slowdown, int number) {
    Measurement numbered(int newNumber) {
        return new Measurement(regime, picker, slowdown, newNumber);
    }

    /** Whether another one is of the same swarm. */
    boolean sameSwarm(Measurement other) {
        return regime.name().equals(other.regime.name()) && picker.equals(other.picker) && slowdown == other.slowdown;
    }
}
