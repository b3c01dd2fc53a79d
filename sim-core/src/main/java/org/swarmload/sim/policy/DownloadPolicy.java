package org.swarmload.sim.policy;

/**
 * The download logic of one kind of client. One instance serves all clients of a cell and is called from one thread; it
 * keeps nothing about a single client, allocates nothing and draws randomness only from the client it is given.
 */
public interface DownloadPolicy {
    /**
     * Called when something changed for the client: it joined, a transfer ended, the playhead moved a piece into the
     * window, or the time came for which it asked. Asks for pieces through the client.
     */
    void fetch(Client client);

    /** Called at the random times that {@link #nextExtraMicros} gives. */
    default void extra(Client client) {}

    /** Microseconds until the next call of {@link #extra}; 0 is never. */
    default long nextExtraMicros(Client client) {
        return 0;
    }
}
