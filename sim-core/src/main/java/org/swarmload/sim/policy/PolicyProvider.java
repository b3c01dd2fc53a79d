package org.swarmload.sim.policy;

import org.swarmload.sim.picker.PiecePicker;

/**
 * A download policy from outside. A jar names its implementations in
 * {@code META-INF/services/org.swarmload.sim.policy.PolicyProvider}; each has a public constructor without arguments.
 */
public interface PolicyProvider {
    /** How scenarios name the policy: a prefix of the author's own and a name, such as {@code my:patient}. */
    String name();

    /**
     * A fresh policy; each cell has one of its own.
     *
     * @param picker the scenario's
     * @param parallel peer downloads that a client has in flight
     */
    DownloadPolicy create(PiecePicker picker, int parallel);
}
