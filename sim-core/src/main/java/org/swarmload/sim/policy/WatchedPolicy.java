package org.swarmload.sim.policy;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.policy.Plugins.Misbehaved;

/** A download policy from outside, whose failures are its own. */
final class WatchedPolicy implements DownloadPolicy {
    private final String name;
    private final String origin;
    private final DownloadPolicy policy;

    WatchedPolicy(String name, String origin, DownloadPolicy policy) {
        this.name = name;
        this.origin = origin;
        this.policy = policy;
    }

    @Override
    public void fetch(Client client) {
        try {
            policy.fetch(client);
        } catch (RuntimeException | LinkageError e) {
            throw failed(e);
        }
    }

    @Override
    public void extra(Client client) {
        try {
            policy.extra(client);
        } catch (RuntimeException | LinkageError e) {
            throw failed(e);
        }
    }

    @Override
    public long nextExtraMicros(Client client) {
        try {
            return policy.nextExtraMicros(client);
        } catch (RuntimeException | LinkageError e) {
            throw failed(e);
        }
    }

    /** What its picker did is said of the picker. */
    private Misbehaved failed(Throwable e) {
        return e instanceof Misbehaved picker ? picker : new Misbehaved("The policy '" + name + "' failed: " + e, e);
    }

    @Override
    public List<Object> parts() {
        List<Object> parts = new ArrayList<>(policy.parts());
        parts.add(origin);
        return parts;
    }
}
