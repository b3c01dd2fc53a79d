package org.swarmload.sim.model;

import java.util.List;
import org.swarmload.sim.model.DeliverySpec.Admission;
import org.swarmload.sim.model.DeliverySpec.Edge;
import org.swarmload.sim.model.DeliverySpec.Policy;
import org.swarmload.sim.model.DeliverySpec.Server;
import org.swarmload.sim.model.DeliverySpec.Swarm;
import org.swarmload.sim.model.DeliverySpec.Trading;

/** Parts of a model for tests, the rest of each being what is usual. */
public final class Given {
    private Given() {}

    /** A simulation that counts from the beginning to the end. */
    public static ModelSpec model(
            String deliveryName,
            long seed,
            int replication,
            ContentSpec content,
            AudienceSpec audience,
            List<ServiceSpec> frontDoor,
            DeliverySpec delivery,
            PlayerSpec player,
            List<FaultSpec> faults,
            EngineSpec engine,
            long endMicros) {
        return new ModelSpec(
                deliveryName,
                seed,
                replication,
                content,
                audience,
                frontDoor,
                delivery,
                player,
                faults,
                engine,
                endMicros,
                0,
                0,
                false);
    }

    /** A delivery without a shield. */
    public static DeliverySpec delivery(Server origin, List<Edge> edges, Server seeds, Swarm swarm) {
        return new DeliverySpec(origin, null, edges, seeds, swarm);
    }

    /** A pool that admits by connections, answers at once and has no other traffic. */
    public static Server server(
            String name, int servers, long uplinkBps, int connections, int queue, long keepAliveMicros) {
        return new Server(
                name,
                servers,
                uplinkBps,
                connections,
                queue,
                keepAliveMicros,
                Admission.CONNECTIONS,
                Law.constant(0),
                BackgroundSpec.NONE);
    }

    /** A swarm with the usual trading. */
    public static Swarm swarm(
            Policy policy,
            String picker,
            int neighbours,
            long uploadCapBps,
            double reachable,
            int parallelDownloads,
            int uploadsAtMost,
            long announceMicros) {
        return new Swarm(
                policy,
                picker,
                neighbours,
                uploadCapBps,
                reachable,
                parallelDownloads,
                uploadsAtMost,
                announceMicros,
                Trading.USUAL);
    }

    /** A cache without a limit of size that collapses requests. */
    public static CacheSpec cache(long ttlMicros) {
        return new CacheSpec(
                ttlMicros,
                CacheSpec.UNLIMITED,
                true,
                CacheSpec.DEFAULT_FILL_RTT_MICROS,
                CacheSpec.DEFAULT_FILL_RATE_BPS);
    }
}
