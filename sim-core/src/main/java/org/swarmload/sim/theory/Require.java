package org.swarmload.sim.theory;

/** Bad arguments of a formula, named in the unit that the caller gave. */
final class Require {
    private Require() {}

    static double positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be above 0 and finite, not " + value + ".");
        }
        return value;
    }

    static double notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be 0 or more and finite, not " + value + ".");
        }
        return value;
    }

    static int atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be " + least + " or more, not " + value + ".");
        }
        return value;
    }

    static int between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " must be from " + least + " to " + most + ", not " + value + ".");
        }
        return value;
    }

    /** In the open interval from 0 to 1. */
    static double share(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, not " + value + ".");
        }
        return value;
    }

    /** A load that a queue without limit can carry. */
    static double stable(double load) {
        if (!(load < 1)) {
            throw new IllegalArgumentException("The load must be below 1, not " + load + ": the queue grows for ever.");
        }
        return load;
    }

    static void that(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }
}
