package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.List;
import org.swarmload.sim.cell.CellPlan.Role;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.DeliverySpec.Admission;
import org.swarmload.sim.model.FaultSpec;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.random.CounterRandom;
import org.swarmload.sim.random.Purpose;

/**
 * The server pools of a run in their order (origin, shield, edges, seeds): what each can give at a time, after other
 * traffic and faults, and who fills whose cache. Immutable.
 */
final class ServerPlan {
    /** The upstream of a pool that has everything. */
    static final int NO_SERVER = -1;

    private static final double ROUNDING = 1e-9;

    final Role[] roles;
    final DeliverySpec.Server[] servers;
    final int[] homeOfRegion;

    /** Null where nothing is cached. */
    final CacheSpec[] caches;

    /** The pool that fills a pool's cache. */
    final int[] upstream;

    private static final long LONG_TTL_MICROS = 600_000_000;

    private final List<FaultSpec> faults;
    private final long key;

    ServerPlan(ModelSpec spec) {
        DeliverySpec delivery = spec.delivery();
        List<DeliverySpec.Server> pools = new ArrayList<>();
        List<Role> kinds = new ArrayList<>();
        List<CacheSpec> kept = new ArrayList<>();
        homeOfRegion = new int[spec.audience().regions().size()];
        if (delivery.origin() != null) {
            pools.add(delivery.origin());
            kinds.add(Role.ORIGIN);
            kept.add(null);
        }
        if (delivery.shield() != null) {
            pools.add(delivery.shield().server());
            kinds.add(Role.SHIELD);
            kept.add(delivery.shield().cache());
        }
        for (DeliverySpec.Edge edge : delivery.edges()) {
            edge.regions().forEach(region -> homeOfRegion[region] = pools.size());
            pools.add(edge.server());
            kinds.add(Role.EDGE);
            kept.add(edge.cache());
        }
        if (delivery.seeds() != null) {
            pools.add(delivery.seeds());
            kinds.add(Role.SEEDS);
            kept.add(null);
        }
        servers = pools.toArray(new DeliverySpec.Server[0]);
        roles = kinds.toArray(new Role[0]);
        caches = kept.toArray(new CacheSpec[0]);
        upstream = upstreams(roles);
        faults = spec.faults();
        key = CounterRandom.key(spec.seed(), spec.replication());
    }

    /** Whether caches only fill: what one cell fetches, no other has to be told of at once. */
    boolean cachesOnlyFill() {
        for (CacheSpec cache : caches) {
            if (cache != null && (cache.bounded() || !cache.collapse() || cache.ttlMicros() < LONG_TTL_MICROS)) {
                return false;
            }
        }
        return true;
    }

    private static int[] upstreams(Role[] roles) {
        int[] upstream = new int[roles.length];
        boolean origin = roles.length > 0 && roles[0] == Role.ORIGIN;
        boolean shield = roles.length > 1 && roles[1] == Role.SHIELD;
        for (int s = 0; s < roles.length; s++) {
            upstream[s] = switch (roles[s]) {
                case ORIGIN, SEEDS -> NO_SERVER;
                case SHIELD -> origin ? 0 : NO_SERVER;
                case EDGE -> shield ? 1 : origin ? 0 : NO_SERVER;
            };
        }
        return upstream;
    }

    static String payer(Role role, String name) {
        return switch (role) {
            case ORIGIN -> "origin";
            case SHIELD -> "shield";
            case EDGE -> "edge:" + name;
            case SEEDS -> "seeds";
        };
    }

    boolean reserves(int server) {
        return servers[server].admission() == Admission.RESERVED;
    }

    /** Share of the pool's machines that faults leave at that time, from 0 to 1; faults are round boundaries. */
    double upShare(int server, long now) {
        double down = 0;
        for (FaultSpec fault : faults) {
            if (now >= fault.atMicros() && now < fault.endMicros() && hits(fault, server)) {
                down += fault.part();
            }
        }
        return down > 1 - ROUNDING ? 0 : 1 - down;
    }

    private boolean hits(FaultSpec fault, int server) {
        return switch (fault.target()) {
            case CENTRAL -> roles[server] != Role.EDGE;
            case ORIGIN -> roles[server] == Role.ORIGIN;
            case SHIELD -> roles[server] == Role.SHIELD;
            case SEEDS -> roles[server] == Role.SEEDS;
            case EDGE -> roles[server] == Role.EDGE && servers[server].name().equals(fault.name());
            case TRACKER, SERVICE -> false;
        };
    }

    /** Whether a fault takes the tracker down at that time. */
    boolean trackerDown(long now) {
        for (FaultSpec fault : faults) {
            boolean target = fault.target() == FaultSpec.Target.TRACKER
                    || fault.target() == FaultSpec.Target.CENTRAL && fault.part() > 1 - ROUNDING;
            if (target && now >= fault.atMicros() && now < fault.endMicros()) {
                return true;
            }
        }
        return false;
    }

    /** Uplink that viewers of this run can have at that time, bits per second: what faults and other traffic leave. */
    double capacityBps(int server, long now) {
        double uplink = servers[server].totalUplinkBps() * upShare(server, now);
        return Math.max(0, uplink - servers[server].background().bpsAt(now));
    }

    /** Whom the pool can hold at that time: open connections, or bits per second that sessions reserve. */
    long room(int server, long now) {
        if (reserves(server)) {
            return (long) (capacityBps(server, now) + ROUNDING);
        }
        long connections = servers[server].totalConnections();
        return connections == Long.MAX_VALUE ? connections : part(connections, server, now);
    }

    /** Places in line at that time. */
    long queue(int server, long now) {
        return part(servers[server].totalQueue(), server, now);
    }

    private long part(long whole, int server, long now) {
        return (long) (whole * upShare(server, now) + ROUNDING * whole);
    }

    /** Whole machines of a pool that are up at that time; the one that is hit in part is up. */
    int machinesUp(int server, long now) {
        int machines = servers[server].servers();
        return (int) Math.ceil(machines * (upShare(server, now) - ROUNDING));
    }

    /** Whether a viewer is among those whom a fault that takes that share of a pool hits; begins at that time. */
    boolean isVictim(long who, int server, double share, long now) {
        return share >= 1 || victimDraw(who, server, now) < share;
    }

    /** The draw by which a fault that begins at that time chooses whom it hits at a pool: the least are hit first. */
    double victimDraw(long who, int server, long now) {
        return CounterRandom.uniform(key, who * servers.length + server, Purpose.FAULT_VICTIM, now);
    }

    /** The cell that keeps and fetches a piece of a cache: the same one whatever the round, so it is fetched once. */
    int homeCell(int server, int slot, int cells) {
        // A shield and the edges behind it share homes: a piece passes from one to the other without a round between.
        int family = upstream[server] > 0 ? upstream[server] : server;
        return Math.floorMod(slot * 0x9E3779B9 + family, cells);
    }
}
