package org.swarmload.cost;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.swarmload.sim.model.BackgroundSpec;

/**
 * The machines of one delivery and what they do beside the event.
 *
 * @param pools by the name that they have in the ledger: origin, shield, edge:NAME, seeds
 * @param services of the front door by name: the same in every delivery; none of those that only limit sessions
 * @param hasSwarm whether viewers exchange pieces; only then are there peers, trackers and relays to pay for
 * @param segmentMicros length of a segment of a stream; 0 of a file
 */
public record Estate(Map<String, Pool> pools, Map<String, Service> services, boolean hasSwarm, long segmentMicros) {
    /** What an edge's name follows in the ledger. */
    public static final String EDGE = "edge:";

    /** What the name of a service follows among machines. */
    static final String SERVICE = "service:";

    public Estate {
        pools = Collections.unmodifiableMap(new LinkedHashMap<>(pools));
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    }

    /** Behind an open door. */
    public Estate(Map<String, Pool> pools, boolean hasSwarm, long segmentMicros) {
        this(pools, Map.of(), hasSwarm, segmentMicros);
    }

    /**
     * @param servers machines
     * @param capacityBps of all of them: other traffic cannot be more
     * @param background other traffic of the month, in model time
     */
    public record Pool(int servers, long capacityBps, BackgroundSpec background) {}

    /** @param callsPerSecond that all of its servers can answer */
    public record Service(int servers, BigDecimal callsPerSecond) {}
}
