package org.swarmload.sim.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec;
import org.swarmload.sim.model.FaultSpec;
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
    static final long CORE_MICROS = DeliverySpec.Trading.CORE_TRIP_MICROS;

    /** What a server of the delivery is. */
    public enum Role {
        ORIGIN,
        EDGE,
        SEEDS
    }

    final ModelSpec spec;
    final Audience audience;
    final int cells;
    final int pieces;
    /** Whether people download a file; else they watch. */
    final boolean file;

    /** Whether they watch something that is being recorded. */
    final boolean live;

    final int delayPieces;
    /** How many pieces a broadcast can be behind. */
    final int windowPieces;

    final long segmentMicros;
    final long[] pieceBytes;
    final long[] renditionBps;
    final Role[] roles;
    final DeliverySpec.Server[] servers;
    final String[] payers;
    final int[] homeOfRegion;
    final long[] cacheTtlMicros;
    final long[] backgroundBps;
    final boolean hasOriginBehindEdges;

    /** Operator's seeds that trade in a file swarm as peers do, and their number in the list of servers. */
    final int tradingSeeds;

    final int seedServer;
    final long coreTripMicros;
    /** Bytes that a downloader has asked one peer for before they come; 0 is no limit. */
    final long bytesAhead;

    private final long lastPieceBytes;

    public CellPlan(ModelSpec spec, Audience audience) {
        this.spec = spec;
        this.audience = audience;
        ContentSpec content = spec.content();
        file = content.isFile();
        live = content.isLive();
        boolean fileSwarm = file && spec.delivery().swarm() != null;
        cells = fileSwarm ? 1 : spec.engine().cellsFor(audience.viewers());
        pieces = content.pieces();
        if (!file && pieces > Holdings.MAX_PIECES) {
            throw new IllegalArgumentException("The title has " + pieces + " segments; at most " + Holdings.MAX_PIECES
                    + " are supported.\nMaybe a longer segment.");
        }
        segmentMicros = content.segmentMicros();
        delayPieces = live ? pieces(content.live().delayMicros()) : 0;
        windowPieces = live ? pieces(content.live().windowMicros()) : pieces;
        int renditions = content.renditions().size();
        pieceBytes = new long[renditions];
        renditionBps = new long[renditions];
        Arrays.setAll(pieceBytes, content::pieceBytes);
        Arrays.setAll(renditionBps, r -> content.renditions().get(r).rateBps());
        boolean pieceLeftOver = file && content.file().constantSize();
        lastPieceBytes = pieceLeftOver ? content.file().bytes() - (pieces - 1L) * pieceBytes[0] : pieceBytes[0];
        DeliverySpec.Swarm swarm = spec.delivery().swarm();
        coreTripMicros = swarm == null ? CORE_MICROS : swarm.trading().coreTripMicros();
        bytesAhead =
                fileSwarm ? swarm.trading().requestsAhead() * content.file().blockBytes() : 0;

        List<DeliverySpec.Server> pools = new ArrayList<>();
        List<Role> kinds = new ArrayList<>();
        DeliverySpec delivery = spec.delivery();
        homeOfRegion = new int[spec.audience().regions().size()];
        if (delivery.origin() != null) {
            pools.add(delivery.origin());
            kinds.add(Role.ORIGIN);
        }
        hasOriginBehindEdges = delivery.origin() != null && !delivery.edges().isEmpty();
        for (DeliverySpec.Edge edge : delivery.edges()) {
            edge.regions().forEach(region -> homeOfRegion[region] = pools.size());
            pools.add(edge.server());
            kinds.add(Role.EDGE);
        }
        if (delivery.seeds() != null) {
            pools.add(delivery.seeds());
            kinds.add(Role.SEEDS);
        }
        tradingSeeds = fileSwarm && delivery.seeds() != null ? delivery.seeds().servers() : 0;
        seedServer = kinds.indexOf(Role.SEEDS);
        servers = pools.toArray(new DeliverySpec.Server[0]);
        roles = kinds.toArray(new Role[0]);
        cacheTtlMicros = new long[servers.length];
        backgroundBps = new long[servers.length];
        payers = new String[servers.length];
        int edge = 0;
        for (int s = 0; s < servers.length; s++) {
            boolean isEdge = roles[s] == Role.EDGE;
            if (isEdge) {
                backgroundBps[s] = delivery.edges().get(edge).backgroundBps();
                cacheTtlMicros[s] = delivery.edges().get(edge++).cacheTtlMicros();
            }
            payers[s] = payer(roles[s], servers[s].name());
        }
    }

    /** Number of pieces that exist at that time: all of them on demand. */
    int available(long now) {
        if (!live) {
            return pieces;
        }
        long recorded = now - spec.audience().unlockMicros();
        return recorded <= 0 ? 0 : (int) Math.min(pieces, recorded / segmentMicros);
    }

    /** When a piece of a broadcast comes into being. */
    long appears(int piece) {
        return spec.audience().unlockMicros() + (piece + 1L) * segmentMicros;
    }

    /** The piece at which a viewer begins who comes at that time. */
    int firstPiece(long now) {
        return live ? Math.max(0, available(now) - delayPieces) : 0;
    }

    /** When play may begin at a piece: a broadcast is played with its delay, not before. */
    long playsFrom(int piece) {
        return live ? spec.audience().unlockMicros() + (piece + (long) delayPieces) * segmentMicros : 0;
    }

    /** Size of a piece; of a file of many sizes, the viewer's own file. */
    long bytes(int viewer, int piece, int rendition) {
        if (!file) {
            return pieceBytes[rendition];
        }
        if (!spec.content().file().constantSize()) {
            return audience.fileBytes(viewer);
        }
        return piece == pieces - 1 ? lastPieceBytes : pieceBytes[0];
    }

    private int pieces(long micros) {
        return (int) ((micros + segmentMicros - 1) / segmentMicros);
    }

    private static String payer(Role role, String name) {
        return switch (role) {
            case ORIGIN -> "origin";
            case EDGE -> "edge:" + name;
            case SEEDS -> "seeds";
        };
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

    /** Whether what becomes of a viewer is counted: those who first pressed play in the warm-up are left out. */
    boolean counts(int viewer) {
        return spec.warmupMicros() == 0 || audience.pressMicros(viewer) >= spec.warmupMicros();
    }

    public int servers() {
        return servers.length;
    }

    public Role role(int server) {
        return roles[server];
    }

    public String payer(int server) {
        return payers[server];
    }

    /** Capacity of a pool that viewers of this run can have, background traffic taken off, bytes per microsecond. */
    public double capacity(int server) {
        return Math.max(0, servers[server].totalUplinkBps() - backgroundBps[server]) / BPS_PER_BYTE_PER_MICRO;
    }

    public DeliverySpec.Server server(int server) {
        return servers[server];
    }

    public boolean hasSwarm() {
        return spec.delivery().swarm() != null;
    }

    /** Whether a fault takes the server down at that time; faults are round boundaries. */
    public boolean serverDown(int server, long now) {
        for (FaultSpec fault : spec.faults()) {
            if (now >= fault.atMicros() && now < fault.endMicros() && hits(fault, server)) {
                return true;
            }
        }
        return false;
    }

    private boolean hits(FaultSpec fault, int server) {
        return switch (fault.target()) {
            case CENTRAL -> roles[server] != Role.EDGE;
            case ORIGIN -> roles[server] == Role.ORIGIN;
            case SEEDS -> roles[server] == Role.SEEDS;
            case EDGE -> roles[server] == Role.EDGE && servers[server].name().equals(fault.name());
            case TRACKER, SERVICE -> false;
        };
    }

    /** Whether a fault takes the tracker down at that time. */
    public boolean trackerDown(long now) {
        for (FaultSpec fault : spec.faults()) {
            boolean target = fault.target() == FaultSpec.Target.CENTRAL || fault.target() == FaultSpec.Target.TRACKER;
            if (target && now >= fault.atMicros() && now < fault.endMicros()) {
                return true;
            }
        }
        return false;
    }

    /** The cell that fetches a piece for an edge: the same one whatever the round, so a piece is fetched once. */
    public int homeCell(int server, int cacheSlot) {
        return Math.floorMod(cacheSlot * 0x9E3779B9 + server, cells);
    }
}
