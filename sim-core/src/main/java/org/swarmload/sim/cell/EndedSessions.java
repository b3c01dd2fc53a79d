package org.swarmload.sim.cell;

import java.util.Arrays;

/** Viewers whose sessions ended in one round, for a door that limits sessions. */
final class EndedSessions {
    private static final int[] NOBODY = new int[0];

    private final boolean wanted;
    private int[] viewers = NOBODY;
    private int size;

    /** @param wanted whether the door wants to know; else nothing is kept */
    EndedSessions(boolean wanted) {
        this.wanted = wanted;
    }

    void add(int number) {
        if (!wanted) {
            return;
        }
        if (size == viewers.length) {
            viewers = Arrays.copyOf(viewers, Math.max(16, 2 * size));
        }
        viewers[size++] = number;
    }

    /** A copy that the receiver owns; the list is empty afterwards. */
    int[] take() {
        int[] taken = size == 0 ? NOBODY : Arrays.copyOf(viewers, size);
        size = 0;
        return taken;
    }
}
