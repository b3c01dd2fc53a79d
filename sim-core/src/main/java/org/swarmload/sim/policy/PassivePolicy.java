package org.swarmload.sim.policy;

/** A client that asks for nothing by itself: what it gets, others bring or encounters give. */
public final class PassivePolicy implements DownloadPolicy {
    @Override
    public void fetch(Client client) {
        // Encounters decide.
    }
}
