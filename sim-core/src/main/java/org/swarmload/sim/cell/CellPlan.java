package org.swarmload.sim.cell;

import java.util.Arrays;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.model.CacheSpec;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.ModelSpec;
import org.swarmload.sim.swarm.Holdings;

/**
 * What all cells of a run share: the spec in the units of the inner loops (microseconds, bytes per microsecond), the
 * list of servers, and who lives where. Immutable; safe to read from any thread.
 */
public final class CellPlan {
    /** bits per second in one byte per microsecond. */
    public static final double BPS_PER_BYTE_PER_MICRO = 8e6;

    /** What the core adds to a round trip between two access networks; the middle of 10 to 25 ms. */
    static final long CORE_MICROS = CacheSpec.DEFAULT_FILL_RTT_MICROS;

    /** What a server of the delivery is. */
    public enum Role {
        ORIGIN,
        SHIELD,
        EDGE,
        SEEDS
    }

    final ModelSpec spec;
    final Audience audience;
    final int cells;
    final int pieces;
    final long segmentMicros;
    final long[] pieceBytes;
    final long[] renditionBps;
    final Role[] roles;
    final DeliverySpec.Server[] servers;
    final int[] homeOfRegion;
    final ServerPlan serverPlan;

    public CellPlan(ModelSpec spec, Audience audience) {
        this.spec = spec;
        this.audience = audience;
        ContentSpec content = spec.content();
        cells = spec.engine().cellsFor(spec.audience().viewers());
        pieces = content.pieces();
        if (pieces > Holdings.MAX_PIECES) {
            throw new IllegalArgumentException("The title has " + pieces + " segments; at most " + Holdings.MAX_PIECES
                    + " are supported.\nMaybe a longer segment.");
        }
        segmentMicros = content.segmentMicros();
        int renditions = content.renditions().size();
        pieceBytes = new long[renditions];
        renditionBps = new long[renditions];
        Arrays.setAll(pieceBytes, content::pieceBytes);
        Arrays.setAll(renditionBps, r -> content.renditions().get(r).rateBps());

        serverPlan = new ServerPlan(spec);
        servers = serverPlan.servers;
        roles = serverPlan.roles;
        homeOfRegion = serverPlan.homeOfRegion;
    }

    public ModelSpec spec() {
        return spec;
    }

    public Audience audience() {
        return audience;
    }

    public int cells() {
        return cells;
    }

    public int servers() {
        return servers.length;
    }

    public Role role(int server) {
        return roles[server];
    }

    public String payer(int server) {
        return ServerPlan.payer(roles[server], servers[server].name());
    }

    public DeliverySpec.Server server(int server) {
        return servers[server];
    }

    /** Whether the pool lets sessions in by the bit rate they reserve, not by connections. */
    public boolean reserves(int server) {
        return serverPlan.reserves(server);
    }

    /** What viewers of this run can have of a pool at that time, faults and other traffic taken off, bytes per microsecond. */
    public double capacity(int server, long now) {
        return serverPlan.capacityBps(server, now) / BPS_PER_BYTE_PER_MICRO;
    }

    /** Whom a pool can hold at that time: open connections, or bits per second that sessions reserve. */
    public long room(int server, long now) {
        return serverPlan.room(server, now);
    }

    /** Places in a pool's line at that time. */
    public long queue(int server, long now) {
        return serverPlan.queue(server, now);
    }

    public boolean hasSwarm() {
        return spec.delivery().swarm() != null;
    }

    /** Whether a fault takes the tracker down at that time. */
    public boolean trackerDown(long now) {
        return serverPlan.trackerDown(now);
    }

    /** The cell that keeps and fetches a piece of a cache. */
    public int homeCell(int server, int cacheSlot) {
        return serverPlan.homeCell(server, cacheSlot, cells);
    }

    /**
     * Number of a piece in a rendition in every cache; the only place that knows how it is made.
     *
     * @return at least 0
     */
    int cacheSlot(int piece, int rendition) {
        return piece * pieceBytes.length + rendition;
    }

    int pieceOfSlot(int slot) {
        return slot / pieceBytes.length;
    }

    int renditionOfSlot(int slot) {
        return slot % pieceBytes.length;
    }
}
