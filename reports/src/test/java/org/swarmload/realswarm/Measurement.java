package org.swarmload.realswarm;

/**
 * What to measure, and which time it is.
 *
 * @param slowdown 1, or 2 for the control in which every rate is halved
 * @param patient in a control: whether bt's time-out and the queues' time are doubled too, so that nothing but what the
 *     computer needs and bt's fixed intervals keep their length
 */
record Measurement(Regime regime, String picker, int slowdown, boolean patient, int number) {
    private static final int RECEIVING_MILLIS = 5000;
    private static final int QUEUE_MILLIS = 1000;

    int receivingMillis() {
        return patient ? RECEIVING_MILLIS * slowdown : RECEIVING_MILLIS;
    }

    int queueMillis() {
        return patient ? QUEUE_MILLIS * slowdown : QUEUE_MILLIS;
    }

    Measurement numbered(int newNumber) {
        return new Measurement(regime, picker, slowdown, patient, newNumber);
    }

    /** Whether another one is of the same swarm. */
    boolean sameSwarm(Measurement other) {
        return regime.name().equals(other.regime.name())
                && picker.equals(other.picker)
                && slowdown == other.slowdown
                && patient == other.patient;
    }
}
