package org.swarmload.sim.policy;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.picker.PiecePicker;

/**
 * The download logic of one kind of client. One instance serves all clients of a cell and is called from one thread; it
 * keeps nothing about a single client, allocates nothing and draws randomness only from the client it is given.
 */
public interface DownloadPolicy {
    /** Longest time between two looks at neighbours while something is missing. */
    long SLOWEST_LOOK_MICROS = 4_000_000;

    /**
     * When to look again for what nobody could give: soon if it plays soon, later if there is time. A real client is told
     * of new pieces by its neighbours; an eighth of the time that is left is soon enough to make use of them.
     */
    static long pause(Client client, long shortestMicros) {
        int first = Long.numberOfTrailingZeros(client.missing());
        return Math.max(shortestMicros, Math.min(SLOWEST_LOOK_MICROS, client.microsToDeadline(first) / 8));
    }

    /**
     * Called when something changed for the client: it joined, a transfer ended, the playhead moved a piece into the
     * window, or the time came for which it asked. Asks for pieces through the client.
     */
    void fetch(Client client);

    /** The objects that choose: this one and, where there is one, its picker. */
    default List<Object> parts() {
        return List.of(this);
    }

    /** The parts of a policy with a picker. */
    static List<Object> with(DownloadPolicy policy, PiecePicker picker) {
        List<Object> parts = new ArrayList<>();
        parts.add(policy);
        parts.addAll(picker.parts());
        return parts;
    }

    /** Called at the random times that {@link #nextExtraMicros} gives. */
    default void extra(Client client) {}

    /** Microseconds until the next call of {@link #extra}; 0 is never. */
    default long nextExtraMicros(Client client) {
        return 0;
    }
}
