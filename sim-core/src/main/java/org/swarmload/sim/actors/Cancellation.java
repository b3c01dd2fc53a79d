package org.swarmload.sim.actors;

/**
 * A request to stop, for the runs that were begun with it and for no others: each ends with its round under way, and its
 * result comes marked partial. It cannot be taken back; a run that begins later with it ends with its first round. Safe
 * from any thread.
 */
public final class Cancellation {
    private volatile boolean requested;

    public void cancel() {
        requested = true;
    }

    public boolean requested() {
        return requested;
    }
}
