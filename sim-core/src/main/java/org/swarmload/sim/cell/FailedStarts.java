package org.swarmload.sim.cell;

import java.util.Arrays;

/** Starts that failed behind the door in one round, for the door. */
final class FailedStarts {
    private static final RoundOutput.Failures NONE = new RoundOutput.Failures(new int[0], new long[0], new byte[0]);

    private int[] viewer = new int[16];
    private long[] atMicros = new long[16];
    private byte[] cause = new byte[16];
    private int size;

    void add(int number, long now, Cause why) {
        if (size == viewer.length) {
            viewer = Arrays.copyOf(viewer, 2 * size);
            atMicros = Arrays.copyOf(atMicros, 2 * size);
            cause = Arrays.copyOf(cause, 2 * size);
        }
        viewer[size] = number;
        atMicros[size] = now;
        cause[size++] = (byte) why.ordinal();
    }

    /** A copy that the receiver owns; the list is empty afterwards. */
    RoundOutput.Failures take() {
        if (size == 0) {
            return NONE;
        }
        RoundOutput.Failures taken = new RoundOutput.Failures(
                Arrays.copyOf(viewer, size), Arrays.copyOf(atMicros, size), Arrays.copyOf(cause, size));
        size = 0;
        return taken;
    }
}
